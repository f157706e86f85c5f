package org.nxsight.store.writing;

import java.util.Arrays;

/**
 * Counts by 64-bit hashes, and which of them are the greatest: an open hash table of two arrays, 16
 * octets a slot, at most half full.
 */
final class HashCounts {
  private long[] hashes = new long[1 << 8];
  private long[] counts = new long[1 << 8];
  private int size;

  /** Adds to the count of a hash. */
  void add(long hash, long count) {
    long key = hash == 0 ? 1 : hash;
    int slot = slot(key);
    if (hashes[slot] == 0) {
      if (2 * ++size > hashes.length) {
        grow();
        slot = slot(key);
      }
      hashes[slot] = key;
    }
    counts[slot] += count;
  }

  /** The count of a hash; 0 when it has none. */
  long count(long hash) {
    return counts[slot(hash == 0 ? 1 : hash)];
  }

  private int slot(long key) {
    int slot = (int) (key >>> 32) & (hashes.length - 1);
    while (hashes[slot] != 0 && hashes[slot] != key) {
      slot = (slot + 1) & (hashes.length - 1);
    }
    return slot;
  }

  private void grow() {
    long[] oldHashes = hashes;
    long[] oldCounts = counts;
    hashes = new long[2 * oldHashes.length];
    counts = new long[2 * oldHashes.length];
    for (int i = 0; i < oldHashes.length; i++) {
      if (oldHashes[i] != 0) {
        int slot = slot(oldHashes[i]);
        hashes[slot] = oldHashes[i];
        counts[slot] = oldCounts[i];
      }
    }
  }

  /** The count that the greatest so many have at least; 1 when there are no more of them. */
  long threshold(int greatest) {
    if (size <= greatest) {
      return 1;
    }
    long[] sorted = counts.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length - greatest];
  }

  /** How many have a higher count than this. */
  int above(long threshold) {
    return (int) Arrays.stream(counts).filter(count -> count > threshold).count();
  }
}
