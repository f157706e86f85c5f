package org.nxsight.exchange;

/**
 * Hashes, and how often each was added: a table that is at most half full and doubles when needed.
 * Collisions go to the next slot; a removal moves later ones up (Knuth, TAOCP 3, section 6.4,
 * algorithm R).
 */
final class HashBag {
  /** How often one hash is kept at most; more copies of one thing say nothing more. */
  static final int MOST_COPIES = 255;

  private static final int FIRST_SLOTS = 1 << 10;
  private static final long EMPTY = 0;

  /** What stands for a hash of zero. */
  private static final long ZERO = 0x9e37_79b9_7f4a_7c14L;

  private long[] slots = new long[FIRST_SLOTS];
  private byte[] copies = new byte[FIRST_SLOTS];
  private int distinct;
  private long size;

  /** How many hashes there are, each as often as it was added. */
  long size() {
    return size;
  }

  /** How many different ones. */
  int distinct() {
    return distinct;
  }

  /** Adds a hash once more; false when there are {@link #MOST_COPIES} of it. */
  boolean add(long hash) {
    if (2 * (distinct + 1) > slots.length) {
      grow();
    }
    int slot = find(hash == EMPTY ? ZERO : hash);
    if ((copies[slot] & 0xff) == MOST_COPIES) {
      return false;
    }
    if (slots[slot] == EMPTY) {
      slots[slot] = hash == EMPTY ? ZERO : hash;
      distinct++;
    }
    copies[slot]++;
    size++;
    return true;
  }

  /** The slot a value stands in, or the empty one it would. */
  private int find(long value) {
    int slot = home(value);
    while (slots[slot] != EMPTY && slots[slot] != value) {
      slot = next(slot);
    }
    return slot;
  }

  private void grow() {
    long[] slotsBefore = slots;
    byte[] copiesBefore = copies;
    slots = new long[2 * slotsBefore.length];
    copies = new byte[slots.length];
    for (int i = 0; i < slotsBefore.length; i++) {
      if (slotsBefore[i] != EMPTY) {
        int slot = find(slotsBefore[i]);
        slots[slot] = slotsBefore[i];
        copies[slot] = copiesBefore[i];
      }
    }
  }

  /** Removes a hash once; false when it is not there. */
  boolean remove(long hash) {
    int hole = find(hash == EMPTY ? ZERO : hash);
    if (slots[hole] == EMPTY) {
      return false;
    }
    size--;
    if (--copies[hole] != 0) {
      return true;
    }
    distinct--;
    int mask = slots.length - 1;
    for (int slot = next(hole); slots[slot] != EMPTY; slot = next(slot)) {
      if (((slot - home(slots[slot])) & mask) >= ((slot - hole) & mask)) {
        slots[hole] = slots[slot];
        copies[hole] = copies[slot];
        hole = slot;
      }
    }
    slots[hole] = EMPTY;
    copies[hole] = 0;
    return true;
  }

  /** The lowest bit tells two kinds of one hash apart, and does not decide the slot. */
  private int home(long value) {
    return (int) (value >>> 1) & (slots.length - 1);
  }

  private int next(int slot) {
    return (slot + 1) & (slots.length - 1);
  }
}
