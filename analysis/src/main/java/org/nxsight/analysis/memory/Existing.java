package org.nxsight.analysis.memory;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.nxsight.wire.Mixing;
import org.nxsight.wire.dns.DnsNames;

/**
 * What a stream of answers told to exist, in a table of fixed size: for each name and registrable
 * domain when it was answered at first and last, and what types lately; which servers refuse a
 * name; and to which names CNAMEs led.
 *
 * <pre>
 *   place   hash of the name (64 bits)
 *           first (32 bits, seconds since 1970)   last (32 bits)
 *           marks: types by their number modulo 31, and bit 31: in mixed case;
 *                  of refused names, servers by their hash modulo 63
 * </pre>
 *
 * <p>A hash says which four places a name may take; the one that was silent for longest gives way.
 * Two names are taken for one once in 2^64 pairs, which nobody can bring about who does not know
 * the seed. It takes 24 octets a place.
 */
public final class Existing implements Memory {
  /** 12 MB; each name takes one place, and so does each registrable domain. */
  public static final int DEFAULT_PLACES = 1 << 19;

  /** How long a type counts as answered lately: a usual time to live. */
  public static final long LATELY_SECONDS = 300;

  private static final int WAYS = 4;
  private static final int WORDS = 3;
  private static final int NONE = -1;
  private static final int TYPES = 31;
  private static final long MIXED_CASE = 1L << TYPES;
  private static final int SERVERS = 63;
  private static final long DOMAIN = 0x5bd1e9955bd1e995L;
  private static final long REFUSED = 0x2545f4914f6cdd1dL;
  private static final long POINTED_AT = 0x9fb21c651e98df25L;
  private static final long MAX_SECONDS = 0xffff_ffffL;

  private final long[] table;
  private final int bucketMask;
  private final long seed;

  /**
   * @param places how many names and domains are remembered, a power of two
   * @param seed of a hash; any secret number
   */
  public Existing(int places, long seed) {
    if (Integer.bitCount(places) != 1 || places < WAYS) {
      throw new IllegalArgumentException("a power of two, " + WAYS + " at least");
    }
    table = new long[places * WORDS];
    bucketMask = places / WAYS - 1;
    this.seed = seed;
  }

  /**
   * Remembers that a name was answered.
   *
   * @param name in wire form and lower case
   * @param registrable where its registrable domain starts; -1 when it is a public suffix
   * @param mixedCase whether it was not asked for in lower case
   */
  public void onAnswer(
      byte[] name, int offset, int registrable, int qtype, boolean mixedCase, long seconds) {
    long marks = 1L << (qtype % TYPES) | (mixedCase ? MIXED_CASE : 0);
    int end = DnsNames.rootOffset(name, offset);
    put(hash(name, offset, end, 0), seconds, marks);
    if (registrable >= 0) {
      put(hash(name, registrable, end, DOMAIN), seconds, 0);
    }
  }

  /**
   * Remembers that a server refused to answer for a name.
   *
   * @param server a hash of its address
   */
  public void onRefusal(byte[] name, int registrable, int server, long seconds) {
    put(
        hash(name, registrable, DnsNames.rootOffset(name, registrable), REFUSED),
        seconds,
        1L << Integer.remainderUnsigned(server, SERVERS));
  }

  /**
   * Remembers that a CNAME leads to a name.
   *
   * @param name in wire form and lower case
   * @param registrable where its registrable domain starts; -1 when it is a public suffix
   */
  public void onAlias(byte[] name, int offset, int registrable, long seconds) {
    int end = DnsNames.rootOffset(name, offset);
    put(hash(name, offset, end, POINTED_AT), seconds, 0);
    // A resolver that asks with few labels finds out at the domain that all below it is missing.
    if (registrable > offset) {
      put(hash(name, registrable, end, POINTED_AT), seconds, 0);
    }
  }

  /** The hash of a name without its root label, which stands at {@code end}. */
  private long hash(byte[] name, int offset, int end, long salt) {
    long hash = Mixing.hash(name, offset, end - offset, seed ^ salt);
    return hash == 0 ? 1 : hash;
  }

  private void put(long hash, long seconds, long marks) {
    long now = Math.clamp(seconds, 0, MAX_SECONDS);
    int at = find(hash);
    if (at == NONE) {
      at = silent(hash);
      table[at] = hash;
      table[at + 1] = now << 32 | now;
      table[at + 2] = marks;
      return;
    }
    long last = last(at);
    long kept = now - last > LATELY_SECONDS ? 0 : table[at + 2];
    table[at + 1] = Math.min(first(at), now) << 32 | Math.max(last, now);
    table[at + 2] = kept | marks;
  }

  private int bucket(long hash) {
    return ((int) (hash >>> 32) & bucketMask) * WAYS * WORDS;
  }

  private int find(long hash) {
    int bucket = bucket(hash);
    for (int at = bucket; at < bucket + WAYS * WORDS; at += WORDS) {
      if (table[at] == hash) {
        return at;
      }
    }
    return NONE;
  }

  /** A free place, or the one whose name was silent for longest. */
  private int silent(long hash) {
    int bucket = bucket(hash);
    int silent = bucket;
    for (int at = bucket; at < bucket + WAYS * WORDS; at += WORDS) {
      if (table[at] == 0) {
        return at;
      }
      silent = last(at) < last(silent) ? at : silent;
    }
    return silent;
  }

  private long first(int at) {
    return table[at + 1] >>> 32;
  }

  private long last(int at) {
    return table[at + 1] & MAX_SECONDS;
  }

  /** Writes what is remembered. */
  public void snapshot(DataOutput out) throws IOException {
    int used = 0;
    for (int at = 0; at < table.length; at += WORDS) {
      used += table[at] == 0 ? 0 : 1;
    }
    out.writeInt(used);
    for (int at = 0; at < table.length; at += WORDS) {
      if (table[at] != 0) {
        out.writeLong(table[at]);
        out.writeLong(table[at + 1]);
        out.writeLong(table[at + 2]);
      }
    }
  }

  /** Adds what a snapshot remembers of names that are not known here. */
  public void merge(DataInput in) throws IOException {
    for (int left = in.readInt(); left > 0; left--) {
      long hash = in.readLong();
      long times = in.readLong();
      long marks = in.readLong();
      if (find(hash) == NONE) {
        int at = silent(hash);
        table[at] = hash;
        table[at + 1] = times;
        table[at + 2] = marks;
      }
    }
  }

  @Override
  public void recall(byte[] name, int offset, int registrable, int qtype, Recollection into) {
    into.forget();
    int end = DnsNames.rootOffset(name, offset);
    int at = find(hash(name, offset, end, 0));
    if (at != NONE) {
      long marks = table[at + 2];
      boolean sameType = qtype == 0 || (marks & 1L << (qtype % TYPES)) != 0;
      into.setName(first(at), last(at), sameType, (marks & MIXED_CASE) != 0);
    }
    if (registrable >= 0) {
      recallDomain(name, registrable, end, into);
    }
    int pointedAt = find(hash(name, offset, end, POINTED_AT));
    into.setPointedAt(pointedAt == NONE ? Recollection.NEVER : last(pointedAt));
  }

  private void recallDomain(byte[] name, int registrable, int end, Recollection into) {
    int domain = find(hash(name, registrable, end, DOMAIN));
    if (domain != NONE) {
      into.setDomain(first(domain), last(domain), null);
    }
  }

  @Override
  public void recallServers(byte[] name, int offset, int registrable, Recollection into) {
    into.forget();
    int end = DnsNames.rootOffset(name, offset);
    recallDomain(name, registrable, end, into);
    int at = find(hash(name, offset, end, REFUSED));
    into.setRefusingServers(at == NONE ? 0 : Long.bitCount(table[at + 2]));
  }
}
