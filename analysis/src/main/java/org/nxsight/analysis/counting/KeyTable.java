package org.nxsight.analysis.counting;

import java.util.Arrays;

/**
 * Slots for keys, as many as there is room for: what is kept for a key stands in columns, arrays of
 * the owner's, at its slot. When all slots are taken, a new key gets that of the key that was used
 * least recently among eight behind a moving hand, so that keys in use stay (as CLOCK does;
 * Corbató, 1968).
 *
 * <p>Open addressing with linear probing, half full at most; a slot takes 20 octets.
 */
public final class KeyTable {
  /** Slots that are looked at for the one to give up. */
  private static final int LOOKED_AT = 8;

  private static final int FREE = -1;

  private final long[] keys;
  private final int[] usedSeconds;
  private final int[] places;
  private int[] freed = new int[4];
  private int freedCount;
  private int takenCount;
  private int hand;
  private long evicted;
  private boolean fresh;

  /**
   * @param slots a power of two
   */
  public KeyTable(int slots) {
    if (Integer.bitCount(slots) != 1) {
      throw new IllegalArgumentException("a power of two");
    }
    keys = new long[slots];
    usedSeconds = new int[slots];
    places = new int[2 * slots];
    Arrays.fill(places, FREE);
  }

  /** The slot of a key; -1 when it has none. */
  public int find(long key) {
    for (int place = home(key); places[place] != FREE; place = after(place)) {
      if (keys[places[place]] == key) {
        return places[place];
      }
    }
    return -1;
  }

  /**
   * The slot of a key, which gets one when it has none; see {@link #isFresh}.
   *
   * @param key not 0
   * @param epochNanos when it is used
   */
  public int claim(long key, long epochNanos) {
    int seconds = (int) (epochNanos / 1_000_000_000L);
    int slot = find(key);
    fresh = slot < 0;
    if (fresh) {
      slot = free();
      keys[slot] = key;
      int place = home(key);
      while (places[place] != FREE) {
        place = after(place);
      }
      places[place] = slot;
      usedSeconds[slot] = seconds;
    }
    usedSeconds[slot] = Math.max(usedSeconds[slot], seconds);
    return slot;
  }

  /** Whether the slot last claimed is new to its key, so that what is in its columns is not its. */
  public boolean isFresh() {
    return fresh;
  }

  private int free() {
    if (freedCount > 0) {
      return freed[--freedCount];
    }
    if (takenCount < keys.length) {
      return takenCount++;
    }
    int oldest = hand;
    for (int i = 0; i < Math.min(LOOKED_AT, keys.length); i++) {
      int slot = hand + i & (keys.length - 1);
      if (usedSeconds[slot] < usedSeconds[oldest]) {
        oldest = slot;
      }
    }
    hand = hand + LOOKED_AT & (keys.length - 1);
    evicted++;
    remove(oldest);
    return freed[--freedCount];
  }

  /** Gives a slot up. */
  public void remove(int slot) {
    int place = home(keys[slot]);
    while (places[place] != slot) {
      place = after(place);
    }
    int gap = place;
    for (int at = after(gap); places[at] != FREE; at = after(at)) {
      int distance = at - home(keys[places[at]]) & (places.length - 1);
      if (distance >= (at - gap & (places.length - 1))) {
        places[gap] = places[at];
        gap = at;
      }
    }
    places[gap] = FREE;
    keys[slot] = 0;
    if (freedCount == freed.length) {
      freed = Arrays.copyOf(freed, 2 * freedCount);
    }
    freed[freedCount++] = slot;
  }

  private int home(long key) {
    return (int) (key >>> 20) & (places.length - 1);
  }

  private int after(int place) {
    return place + 1 & (places.length - 1);
  }

  /** The key of a slot; 0 when it is free. */
  public long key(int slot) {
    return keys[slot];
  }

  /** When a slot was used last, in seconds since 1970. */
  public int usedSeconds(int slot) {
    return usedSeconds[slot];
  }

  /** The first slot in use at or behind one; -1 when there is none: for a walk over all. */
  public int next(int from) {
    for (int slot = from; slot < takenCount; slot++) {
      if (keys[slot] != 0) {
        return slot;
      }
    }
    return -1;
  }

  /** How many slots are in use. */
  public int size() {
    return takenCount - freedCount;
  }

  /** How often a key lost its slot to another. */
  public long evicted() {
    return evicted;
  }
}
