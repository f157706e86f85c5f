package org.nxsight.analysis.typo;

/**
 * Numbers under hashes, in open addressing; many may stand under one hash. Whoever asks compares
 * what the numbers stand for, as two things may have one hash.
 *
 * <p>8 octets a place, at most half of them taken.
 */
final class HashTable {
  /** The hash and the number of each place, beside each other. */
  private final int[] places;

  private final int mask;

  /** One with room for so many numbers. */
  HashTable(int size) {
    int count = Math.max(16, Integer.highestOneBit(Math.max(1, size)) << 2);
    places = new int[2 * count];
    mask = count - 1;
  }

  /** Puts a number that is not 0. */
  void put(long hash, int number) {
    int place = place(hash);
    while (number(place) != 0) {
      place = (place + 1) & mask;
    }
    places[2 * place] = (int) hash;
    places[2 * place + 1] = number;
  }

  private int place(long hash) {
    return (int) (hash >>> 32) & mask;
  }

  /** The first place where a number under the hash stands; -1 when there is none. */
  int first(long hash) {
    return from(place(hash), (int) hash);
  }

  /** The next one behind a place. */
  int next(int place, long hash) {
    return from((place + 1) & mask, (int) hash);
  }

  private int from(int start, int hash) {
    int place = start;
    while (number(place) != 0) {
      if (places[2 * place] == hash) {
        return place;
      }
      place = (place + 1) & mask;
    }
    return -1;
  }

  /** The number at a place. */
  int number(int place) {
    return places[2 * place + 1];
  }

  /** What it takes. */
  int octets() {
    return Integer.BYTES * places.length;
  }
}
