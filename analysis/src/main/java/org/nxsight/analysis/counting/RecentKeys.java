package org.nxsight.analysis.counting;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Keys that were used lately, and when each was used first. A key may take four places; when all
 * are taken it displaces the one that was first used longest ago. What comes once leaves no more
 * than this. A place takes 8 octets: 32 bits of the key, and the second; two keys are mixed up once
 * in 2^32 times.
 */
public final class RecentKeys {
  private static final int WAYS = 4;

  private final long[] places;

  /**
   * @param size a power of two, 2^20 at most
   */
  public RecentKeys(int size) {
    if (Integer.bitCount(size) != 1) {
      throw new IllegalArgumentException("a power of two");
    }
    places = new long[size];
  }

  /** The first of the places that a key may take. */
  private int set(long key) {
    return (int) (key >>> 12) & (places.length - 1) & -Math.min(WAYS, places.length);
  }

  private static boolean holds(long there, long key) {
    return there != 0 && there >>> 32 == key >>> 32;
  }

  /** Since when a key is there, in seconds since 1970; 0 when it is not. */
  public int find(long key) {
    int set = set(key);
    for (int place = set; place < Math.min(set + WAYS, places.length); place++) {
      if (holds(places[place], key)) {
        return (int) places[place];
      }
    }
    return 0;
  }

  /** Adds a key, and says since when it is there; 0 when it is new. */
  public int add(long key, int seconds) {
    int set = set(key);
    int oldest = set;
    for (int place = set; place < Math.min(set + WAYS, places.length); place++) {
      if (holds(places[place], key)) {
        return (int) places[place];
      }
      boolean older = places[place] == 0 || (int) places[place] < (int) places[oldest];
      oldest = places[oldest] != 0 && older ? place : oldest;
    }
    places[oldest] = (key & ~0xffff_ffffL) | (seconds & 0xffff_ffffL);
    return 0;
  }

  /** Writes all. */
  public void snapshot(DataOutput out) throws IOException {
    int used = 0;
    for (long each : places) {
      used += each == 0 ? 0 : 1;
    }
    out.writeInt(used);
    for (int i = 0; i < places.length; i++) {
      if (places[i] != 0) {
        out.writeInt(i);
        out.writeLong(places[i]);
      }
    }
  }

  /** Adds those of a snapshot where nothing is yet. */
  public void merge(DataInput in) throws IOException {
    for (int left = in.readInt(); left > 0; left--) {
      int place = in.readInt() & (places.length - 1);
      long there = in.readLong();
      if (places[place] == 0) {
        places[place] = there;
      }
    }
  }
}
