package org.nxsight.exchange;

/**
 * Hashes, each as often as it was added: a table that is at most half full and doubles when needed.
 * Collisions go to the next slot; a removal moves later ones up (Knuth, TAOCP 3, section 6.4,
 * algorithm R).
 */
final class HashBag {
  private static final int FIRST_SLOTS = 1 << 10;
  private static final long EMPTY = 0;

  /** What stands for a hash of zero. */
  private static final long ZERO = 0x9e37_79b9_7f4a_7c14L;

  private long[] slots = new long[FIRST_SLOTS];
  private int size;

  int size() {
    return size;
  }

  void add(long hash) {
    if (2 * (size + 1) > slots.length) {
      grow();
    }
    put(hash == EMPTY ? ZERO : hash);
    size++;
  }

  private void put(long value) {
    int slot = home(value);
    while (slots[slot] != EMPTY) {
      slot = next(slot);
    }
    slots[slot] = value;
  }

  private void grow() {
    long[] before = slots;
    slots = new long[2 * before.length];
    for (long value : before) {
      if (value != EMPTY) {
        put(value);
      }
    }
  }

  /** Removes a hash once; false when it is not there. */
  boolean remove(long hash) {
    long value = hash == EMPTY ? ZERO : hash;
    int hole = home(value);
    while (slots[hole] != value) {
      if (slots[hole] == EMPTY) {
        return false;
      }
      hole = next(hole);
    }
    for (int slot = next(hole); slots[slot] != EMPTY; slot = next(slot)) {
      int mask = slots.length - 1;
      if (((slot - home(slots[slot])) & mask) >= ((slot - hole) & mask)) {
        slots[hole] = slots[slot];
        hole = slot;
      }
    }
    slots[hole] = EMPTY;
    size--;
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
