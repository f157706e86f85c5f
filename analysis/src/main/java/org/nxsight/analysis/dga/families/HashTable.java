package org.nxsight.analysis.dga.families;

/**
 * Hashes of 64 bits, each with a number, in open addressing with linear probing: 12 octets a place,
 * at most half of the places taken.
 *
 * <p>Names are told apart by their hash alone. A name that is not in a table of {@code n} names is
 * taken for one of them with a chance of {@code n / 2^64}: 2^-47 for the 131,072 names that the
 * exact families give for five days at the most, and 2^-40 for 2^24 names.
 */
final class HashTable {
  static final int ABSENT = -1;

  private final long[] hashes;
  private final int[] values;
  private final int mask;
  private int size;

  /** A table with room for so many names. */
  HashTable(int names) {
    int places = Integer.highestOneBit(2 * Math.max(8, names) - 1) << 1;
    hashes = new long[places];
    values = new int[places];
    mask = places - 1;
  }

  /** Adds a hash; one that is there keeps its number. */
  void add(long hash, int value) {
    int at = (int) hash & mask;
    while (hashes[at] != 0) {
      if (hashes[at] == hash) {
        return;
      }
      at = (at + 1) & mask;
    }
    hashes[at] = hash;
    values[at] = value;
    size++;
  }

  /** The number of a hash, or {@link #ABSENT}. */
  int find(long hash) {
    int at = (int) hash & mask;
    while (hashes[at] != 0) {
      if (hashes[at] == hash) {
        return values[at];
      }
      at = (at + 1) & mask;
    }
    return ABSENT;
  }

  int size() {
    return size;
  }
}
