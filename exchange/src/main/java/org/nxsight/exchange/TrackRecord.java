package org.nxsight.exchange;

import org.nxsight.wire.Bytes;
import org.nxsight.wire.Mixing;

/**
 * What became of earlier queries from the same source, to the same server, for the same name and in
 * the same domain: what tells a query that will be answered from one of a flood, when there is not
 * room for both. It is kept only while the table is crowded.
 *
 * <p>A flood of made-up sources has sources that were never answered; one of made-up names under a
 * domain, or to a server that is overwhelmed, a domain or server that seldom answers. The names
 * that did get an answer there are still good.
 *
 * <p>Cost: 2^16 slots of 3 counts and 2 * 2 hashes of 4 octets are 1.75 MiB; five cache lines a
 * query. Counts are shared by those whose hash is the same, which can only mistake one for the
 * other.
 */
final class TrackRecord {
  private static final int SLOTS = 1 << 16;

  /** A server or a source must answer, or be answered, one time in so many. */
  private static final int RARELY = 64;

  /** So many given up before a domain is judged, and a server. */
  private static final int ENOUGH_OF_A_DOMAIN = 16;

  private static final int ENOUGH_OF_A_SERVER = 64;

  /** Names and sources that a slot remembers, so that two that share it do not take turns. */
  private static final int WAYS = 2;

  private final long seed;

  // Answered in the upper 16 bits, given up in the lower.
  private final int[] sources = new int[SLOTS];
  private final int[] servers = new int[SLOTS];
  private final int[] domains = new int[SLOTS];

  /** The hashes of the names that were answered last, of those that share the slot. */
  private final int[] answeredNames = new int[WAYS * SLOTS];

  /** The hashes of the sources that were answered last, likewise. */
  private final int[] answeredSources = new int[WAYS * SLOTS];

  TrackRecord(long seed) {
    this.seed = seed;
  }

  void onAnswered(QueryView query) {
    long source = source(query);
    count(sources, source, 1 << 16);
    count(servers, server(query), 1 << 16);
    count(domains, domain(query), 1 << 16);
    remember(answeredSources, source);
    remember(answeredNames, name(query));
  }

  void onGivenUp(QueryView query) {
    count(sources, source(query), 1);
    count(servers, server(query), 1);
    count(domains, domain(query), 1);
  }

  /** Whether a query like this one is likely to be answered. */
  boolean promises(QueryView query) {
    long source = source(query);
    int ofSource = sources[slot(source)];
    if (!isAmong(answeredSources, source) || answered(ofSource) * RARELY < givenUp(ofSource)) {
      return false;
    }
    int ofServer = servers[slot(server(query))];
    int ofDomain = domains[slot(domain(query))];
    boolean doubtful =
        (givenUp(ofServer) >= ENOUGH_OF_A_SERVER && answered(ofServer) * RARELY < givenUp(ofServer))
            || (givenUp(ofDomain) >= ENOUGH_OF_A_DOMAIN
                && 2 * answered(ofDomain) < givenUp(ofDomain));
    return !doubtful || isAmong(answeredNames, name(query));
  }

  private static int answered(int counts) {
    return counts >>> 16;
  }

  private static int givenUp(int counts) {
    return counts & 0xffff;
  }

  /** Adds one; both counts are halved when one of them is full, which keeps their ratio. */
  private static void count(int[] table, long hash, int one) {
    int counts = table[slot(hash)];
    if (answered(counts) == 0xffff || givenUp(counts) == 0xffff) {
      counts = (counts >>> 1) & 0x7fff_7fff;
    }
    table[slot(hash)] = counts + one;
  }

  /** Puts a hash first in its slot; the one that was last there gives way. */
  private static void remember(int[] table, long hash) {
    int first = WAYS * slot(hash);
    int fingerprint = fingerprint(hash);
    if (table[first] != fingerprint) {
      table[first + 1] = table[first];
      table[first] = fingerprint;
    }
  }

  private static boolean isAmong(int[] table, long hash) {
    int first = WAYS * slot(hash);
    int fingerprint = fingerprint(hash);
    return table[first] == fingerprint || table[first + 1] == fingerprint;
  }

  private static int slot(long hash) {
    return (int) hash & (SLOTS - 1);
  }

  private static int fingerprint(long hash) {
    return (int) (hash >>> 32) | 1; // never 0, which is nobody
  }

  private long source(QueryView query) {
    return address(query, 0);
  }

  private long server(QueryView query) {
    return address(query, 1);
  }

  private long address(QueryView query, int which) {
    byte[] bytes = query.bytes();
    if (bytes[query.offset()] >> 4 == 6) {
      int at = query.offset() + 8 + 16 * which;
      return Mixing.mix(Bytes.i64(bytes, at) ^ seed, Bytes.i64(bytes, at + 8) ^ Mixing.A);
    }
    return Mixing.mix(Bytes.u32(bytes, query.offset() + 12 + 4 * which) ^ seed, Mixing.B ^ seed);
  }

  private long name(QueryView query) {
    int start = qnameOffset(query);
    return text(query.bytes(), start, start + query.qnameLength());
  }

  /** The last two labels of the qname, or fewer when there are not so many. */
  private long domain(QueryView query) {
    byte[] bytes = query.bytes();
    int end = qnameOffset(query) + query.qnameLength();
    int lastButOne = qnameOffset(query);
    int last = lastButOne;
    for (int at = lastButOne; at < end && bytes[at] != 0; at += 1 + Bytes.u8(bytes, at)) {
      lastButOne = last;
      last = at;
    }
    return text(bytes, lastButOne, end);
  }

  private static int qnameOffset(QueryView query) {
    return query.offset() + query.dnsOffset() + 12;
  }

  /** Letters are folded by the bit that tells them apart; that others fall together is no harm. */
  private long text(byte[] bytes, int start, int end) {
    long hash = seed;
    for (int at = start; at < end; at++) {
      hash = (hash ^ (bytes[at] | 0x20)) * Mixing.A;
      hash ^= hash >>> 29;
    }
    return Mixing.mix(hash, Mixing.B);
  }
}
