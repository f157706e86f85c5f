package org.nxsight.analysis.dga.families;

/**
 * A hash of 64 bits of a name in wire form, taken from its last octet to its first, so that one
 * walk gives the hash of a name and of every name above it.
 *
 * <p>Each octet is a step of FNV-1a (Fowler, Noll and Vo), which loses nothing of the state, with
 * SplitMix64's last scrambling at the end. It keeps no secret: who wants to can make a name with
 * the hash of another.
 */
final class NameHash {
  /** The state behind the last label; the root label is not hashed. */
  static final long START = 0xcbf29ce484222325L;

  private static final long PRIME = 0x100000001b3L;

  private NameHash() {}

  /** The state after one more octet to the left, a length octet or one of a label. */
  static long step(long state, int octet) {
    return (state ^ (octet & 0xff)) * PRIME;
  }

  /** The hash of what was walked over; never 0, which means an empty place. */
  static long finish(long state) {
    long z = (state ^ (state >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    z ^= z >>> 31;
    return z == 0 ? 1 : z;
  }

  /** The hash of the well-formed name at an offset, which is in lower case. */
  static long of(byte[] octets, int offset) {
    int end = offset;
    while (octets[end] != 0) {
      end += 1 + octets[end];
    }
    long state = START;
    for (int i = end - 1; i >= offset; i--) {
      state = step(state, octets[i]);
    }
    return finish(state);
  }

  /** The labels of the well-formed name at an offset, the root not counted. */
  static int labels(byte[] octets, int offset) {
    int labels = 0;
    for (int at = offset; octets[at] != 0; at += 1 + octets[at]) {
      labels++;
    }
    return labels;
  }
}
