package org.nxsight.analysis.typo;

/**
 * Hashes of a label and of all that one deletion makes of it, each in constant time (after Karp and
 * Rabin, 1987): a polynomial over the octets modulo 2^64, of which the beginning and the end of the
 * label are kept for each place. It is reused.
 */
final class RollingHash {
  private static final int MAX_OCTETS = 63;
  private static final long BASE = 0x9e3779b97f4a7c15L;
  private static final long[] POWERS = new long[MAX_OCTETS + 2];

  static {
    POWERS[0] = 1;
    for (int i = 1; i < POWERS.length; i++) {
      POWERS[i] = POWERS[i - 1] * BASE;
    }
  }

  private final long[] beginnings = new long[MAX_OCTETS + 1];
  private int length;

  /** Reads up to 63 octets. */
  void read(byte[] octets, int from, int count) {
    length = count;
    long hash = 0;
    for (int i = 0; i < count; i++) {
      hash = hash * BASE + (octets[from + i] & 0xff) + 1;
      beginnings[i + 1] = hash;
    }
  }

  /** The hash of all of them. */
  long whole() {
    return mix(beginnings[length]);
  }

  /** The hash of the first of them. */
  long first(int count) {
    return mix(beginnings[count]);
  }

  /** The hash of all of them and two more. */
  long with(char next, char last) {
    return mix((beginnings[length] * BASE + next + 1) * BASE + last + 1);
  }

  /** The hash of all but one of them. */
  long without(int at) {
    // What is behind: the whole less the beginning up to it, which stands that much further left.
    int behind = length - 1 - at;
    long end = beginnings[length] - beginnings[at + 1] * POWERS[behind];
    return mix(beginnings[at] * POWERS[behind] + end);
  }

  private static long mix(long hash) {
    long mixed = (hash ^ (hash >>> 31)) * 0xbf58476d1ce4e5b9L;
    return mixed ^ (mixed >>> 29);
  }
}
