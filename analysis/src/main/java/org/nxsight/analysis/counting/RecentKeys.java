package org.nxsight.analysis.counting;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Keys that were used lately, and when each was used first: one place for each, where a new key
 * displaces the one that was there. What comes once leaves no more than this. A place takes 8
 * octets: 32 bits of the key, and the second; two keys are mixed up once in 2^32 times.
 */
public final class RecentKeys {
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

  private int place(long key) {
    return (int) (key >>> 12) & (places.length - 1);
  }

  /** Since when a key is there, in seconds since 1970; 0 when it is not. */
  public int find(long key) {
    long there = places[place(key)];
    return there >>> 32 == (key >>> 32) ? (int) there : 0;
  }

  /** Adds a key, and says since when it is there; 0 when it is new. */
  public int add(long key, int seconds) {
    int since = find(key);
    if (since == 0) {
      places[place(key)] = (key & ~0xffff_ffffL) | (seconds & 0xffff_ffffL);
    }
    return since;
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
