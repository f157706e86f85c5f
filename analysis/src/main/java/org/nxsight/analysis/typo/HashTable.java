package org.nxsight.analysis.typo;

/**
 * Numbers under hashes, in open addressing; many may stand under one hash. Whoever asks compares
 * what the numbers stand for, as two things may have one hash.
 *
 * <p>8 octets a place, at most half of them taken.
 */
final class HashTable {
  private final int[] hashes;
  private final int[] numbers;
  private final int mask;

  /** One with room for so many numbers. */
  HashTable(int size) {
    int places = Math.max(16, Integer.highestOneBit(Math.max(1, size)) << 2);
    hashes = new int[places];
    numbers = new int[places];
    mask = places - 1;
  }

  /** Puts a number that is not 0. */
  void put(long hash, int number) {
    int place = place(hash);
    while (numbers[place] != 0) {
      place = (place + 1) & mask;
    }
    numbers[place] = number;
    hashes[place] = (int) hash;
  }

  private int place(long hash) {
    return (int) (hash >>> 32) & mask;
  }

  /** The first place where a number under the hash stands; -1 when there is none. */
  int first(long hash) {
    return from(place(hash), hash);
  }

  /** The next one behind a place. */
  int next(int place, long hash) {
    return from((place + 1) & mask, hash);
  }

  private int from(int start, long hash) {
    int place = start;
    while (numbers[place] != 0) {
      if (hashes[place] == (int) hash) {
        return place;
      }
      place = (place + 1) & mask;
    }
    return -1;
  }

  /** The number at a place. */
  int number(int place) {
    return numbers[place];
  }

  /** What it takes. */
  int octets() {
    return 2 * Integer.BYTES * hashes.length;
  }
}
