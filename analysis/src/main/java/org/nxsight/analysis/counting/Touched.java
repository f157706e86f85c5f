package org.nxsight.analysis.counting;

import java.util.Arrays;

/** Slots of a table that something happened to, each once, in the order in which it did. */
public final class Touched {
  private final boolean[] marks;
  private int[] slots = new int[16];
  private int size;

  /**
   * @param all slots of the table
   */
  public Touched(int all) {
    marks = new boolean[all];
  }

  /** Adds a slot, unless it is there. */
  public void add(int slot) {
    if (marks[slot]) {
      return;
    }
    marks[slot] = true;
    if (size == slots.length) {
      slots = Arrays.copyOf(slots, 2 * size);
    }
    slots[size++] = slot;
  }

  /** How many there are. */
  public int size() {
    return size;
  }

  /** One of them. */
  public int slot(int index) {
    return slots[index];
  }

  /** Forgets all. */
  public void clear() {
    for (int i = 0; i < size; i++) {
      marks[slots[i]] = false;
    }
    size = 0;
  }
}
