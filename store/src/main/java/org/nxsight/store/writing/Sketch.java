package org.nxsight.store.writing;

import java.util.Arrays;

/**
 * How many different things there were, told by the 32 smallest of their hashes (K minimum values;
 * Bar-Yossef and others, 2002): exact up to 32, and beyond that 31 divided by the greatest of the
 * 32, taken as a fraction of 2^64, with a standard error of 1/sqrt(30) = 18 %.
 */
final class Sketch {
  /** The hashes that are kept. */
  static final int SIZE = 32;

  private long[] hashes = new long[2];
  private int size;

  /** Counts a thing by its hash. */
  void add(long hash) {
    int at = size;
    while (at > 0 && Long.compareUnsigned(hashes[at - 1], hash) > 0) {
      at--;
    }
    if (at == SIZE || (at > 0 && hashes[at - 1] == hash)) {
      return;
    }
    if (size == hashes.length && size < SIZE) {
      hashes = Arrays.copyOf(hashes, 2 * size);
    }
    int moved = Math.min(size, SIZE - 1) - at;
    System.arraycopy(hashes, at, hashes, at + 1, moved);
    hashes[at] = hash;
    size = Math.min(size + 1, SIZE);
  }

  /** Counts what another one has counted. */
  void addAll(Sketch other) {
    for (int i = 0; i < other.size; i++) {
      add(other.hashes[i]);
    }
  }

  /** How many different things were counted, about. */
  long distinct() {
    if (size < SIZE) {
      return size;
    }
    double greatest = Math.max(1, asDouble(hashes[SIZE - 1]));
    return Math.max(SIZE, Math.round((SIZE - 1) * 0x1p64 / greatest));
  }

  private static double asDouble(long unsigned) {
    return unsigned >= 0 ? unsigned : (unsigned >>> 1) * 2.0;
  }

  /** Appends the hashes, the smallest first. */
  void append(TextRow out) {
    for (int i = 0; i < size; i++) {
      out.item(i > 0).append(Long.toUnsignedString(hashes[i]));
    }
  }
}
