package org.nxsight.analysis.dnsbl;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.nxsight.wire.Bytes;
import org.nxsight.wire.dns.DnsNames;
import org.nxsight.wire.dns.NameText;

/**
 * Zones that may be DNS lists, with what was counted of each, in a table of fixed size.
 *
 * <p>A zone's hash says which eight places it may take. When all are taken, the one least often
 * asked gives way once as many others wanted its place (after Misra and Gries, 1982): a zone that
 * is asked often stays. It takes 350 octets a place, 700 kB.
 */
final class CandidateZones {
  static final int WAYS = 8;
  static final int BUCKETS = 256;
  static final int PLACES = WAYS * BUCKETS;

  /** No place. */
  static final int NONE = -1;

  /** What is counted of a zone: the rows of the table. */
  static final int QUESTIONS = 0;

  static final int ADDRESSES = 1;
  static final int MISSING = 2;
  static final int OTHER_TYPES = 3;
  static final int CREDIT = 4;
  static final int COUNTS = 5;

  /** A bitmap of 512 places for networks: 50 of them take 47.6 on average. */
  static final int WORDS = 8;

  private static final int MAX_COUNT = 1 << 30;
  private static final int NAME_OCTETS = DnsNames.MAX_NAME_OCTETS + 1;

  private final byte[] names = new byte[PLACES * NAME_OCTETS];
  private final int[] counts = new int[PLACES * COUNTS];
  private final long[] networks = new long[PLACES * WORDS];

  /** Where the zone at an offset stands; {@link #NONE} when it does not. */
  int find(byte[] octets, int offset, int length) {
    int first = first(octets, offset, length);
    for (int place = first; place < first + WAYS; place++) {
      if (holds(place, octets, offset, length)) {
        return place;
      }
    }
    return NONE;
  }

  /** Where the zone stands from now on; {@link #NONE} when others are asked more often. */
  int findOrTake(byte[] octets, int offset, int length) {
    int known = find(octets, offset, length);
    if (known != NONE) {
      return known;
    }
    int first = first(octets, offset, length);
    int least = first;
    for (int place = first; place < first + WAYS; place++) {
      least = count(place, CREDIT) < count(least, CREDIT) ? place : least;
    }
    if (count(least, CREDIT) > 0) {
      counts[least * COUNTS + CREDIT]--;
      return NONE;
    }
    Arrays.fill(counts, least * COUNTS, (least + 1) * COUNTS, 0);
    Arrays.fill(networks, least * WORDS, (least + 1) * WORDS, 0);
    names[least * NAME_OCTETS] = (byte) length;
    System.arraycopy(octets, offset, names, least * NAME_OCTETS + 1, length);
    return least;
  }

  private static int first(byte[] octets, int offset, int length) {
    int hash = length;
    for (int at = offset; at < offset + length; at++) {
      hash = (hash ^ octets[at]) * 0x01000193;
    }
    return (((hash ^ (hash >>> 15)) * 0x85ebca6b) >>> 24) * WAYS;
  }

  private boolean holds(int place, byte[] octets, int offset, int length) {
    int at = place * NAME_OCTETS;
    return Bytes.u8(names, at) == length && Bytes.equal(names, at + 1, octets, offset, length);
  }

  int count(int place, int which) {
    return counts[place * COUNTS + which];
  }

  void add(int place, int which, int more) {
    int at = place * COUNTS + which;
    counts[at] = (int) Math.min((long) counts[at] + more, MAX_COUNT);
    if (counts[at] == MAX_COUNT) {
      for (int i = place * COUNTS; i < (place + 1) * COUNTS; i++) {
        counts[i] /= 2;
      }
    }
  }

  /** Marks a network of 16 bits as asked about. */
  void addNetwork(int place, int network) {
    int bit = ((network * 0x9e3779b1) >>> 23);
    networks[place * WORDS + bit / Long.SIZE] |= 1L << bit;
  }

  /** How many places of the bitmap are marked. */
  int networkBits(int place) {
    int bits = 0;
    for (int i = place * WORDS; i < (place + 1) * WORDS; i++) {
      bits += Long.bitCount(networks[i]);
    }
    return bits;
  }

  /** The zone's name as text, with a dot at its end. */
  String name(int place) {
    StringBuilder text = new StringBuilder();
    int at = place * NAME_OCTETS;
    byte[] wire = new byte[DnsNames.MAX_NAME_OCTETS];
    System.arraycopy(names, at + 1, wire, 0, Bytes.u8(names, at)); // the root's label stays 0
    NameText.append(text, wire, 0, Bytes.u8(names, at) + 1);
    return text.toString();
  }

  boolean isTaken(int place) {
    return names[place * NAME_OCTETS] != 0;
  }

  /** Counts another table's zones as well. */
  void merge(CandidateZones other) {
    for (int from = 0; from < PLACES; from++) {
      int name = from * NAME_OCTETS;
      int to =
          other.isTaken(from)
              ? findOrTake(other.names, name + 1, Bytes.u8(other.names, name))
              : NONE;
      if (to != NONE) {
        for (int i = 0; i < COUNTS; i++) {
          add(to, i, other.count(from, i));
        }
        for (int i = 0; i < WORDS; i++) {
          networks[to * WORDS + i] |= other.networks[from * WORDS + i];
        }
      }
    }
  }

  int octets() {
    return names.length + Integer.BYTES * counts.length + Long.BYTES * networks.length;
  }

  void write(ByteBuffer out) {
    out.put(names);
    out.asIntBuffer().put(counts);
    out.position(out.position() + Integer.BYTES * counts.length);
    out.asLongBuffer().put(networks);
    out.position(out.position() + Long.BYTES * networks.length);
  }

  void read(ByteBuffer in) {
    in.get(names);
    in.asIntBuffer().get(counts);
    in.position(in.position() + Integer.BYTES * counts.length);
    in.asLongBuffer().get(networks);
    in.position(in.position() + Long.BYTES * networks.length);
  }
}
