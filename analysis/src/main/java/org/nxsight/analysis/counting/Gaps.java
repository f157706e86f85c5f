package org.nxsight.analysis.counting;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * The time between the last events of each slot of a table, and whether a machine keeps it: the
 * median of 16 gaps, and the median of their distances from it (MAD). Multiples of the median count
 * as kept, since an event may be missed. A slot takes 72 octets.
 */
public final class Gaps {
  private static final int KEPT = 16;
  private static final int LEAST = 8;
  private static final float REGULAR = 0.1f;

  private final int[] gaps;
  private final int[] lastSeconds;
  private final int[] seen;

  /**
   * @param slots of the table
   */
  public Gaps(int slots) {
    gaps = new int[slots * KEPT];
    lastSeconds = new int[slots];
    seen = new int[slots];
  }

  /** Takes an event; those of the same second are one. */
  public void add(int slot, long epochNanos) {
    int seconds = (int) (epochNanos / 1_000_000_000L);
    int gap = seconds - lastSeconds[slot];
    if (lastSeconds[slot] != 0) {
      if (gap <= 0) {
        return;
      }
      gaps[slot * KEPT + seen[slot] % KEPT] = gap;
      seen[slot]++;
    }
    lastSeconds[slot] = seconds;
  }

  /** The median gap in seconds; 0 when there were too few. */
  public int medianSeconds(int slot) {
    int count = Math.min(seen[slot], KEPT);
    return count < LEAST ? 0 : sorted(slot, count)[count / 2];
  }

  /** Whether the gaps are nearly the same, or multiples. */
  public boolean isRegular(int slot) {
    int count = Math.min(seen[slot], KEPT);
    if (count < LEAST) {
      return false;
    }
    int[] sorted = sorted(slot, count);
    int median = sorted[count / 2];
    for (int i = 0; i < count; i++) {
      int times = Math.max(1, Math.round((float) sorted[i] / median));
      sorted[i] = Math.abs(sorted[i] - times * median);
    }
    Arrays.sort(sorted);
    return sorted[count / 2] <= REGULAR * median;
  }

  private int[] sorted(int slot, int count) {
    int[] sorted = Arrays.copyOfRange(gaps, slot * KEPT, slot * KEPT + count);
    Arrays.sort(sorted);
    return sorted;
  }

  /** Forgets a slot. */
  public void clear(int slot) {
    lastSeconds[slot] = 0;
    seen[slot] = 0;
  }

  /** Writes a slot. */
  public void snapshot(int slot, DataOutput out) throws IOException {
    out.writeInt(seen[slot]);
    out.writeInt(lastSeconds[slot]);
    for (int i = 0; i < Math.min(seen[slot], KEPT); i++) {
      out.writeInt(gaps[slot * KEPT + i]);
    }
  }

  /** Takes a slot as it was written, unless the one here has seen more. */
  public void merge(int slot, DataInput in) throws IOException {
    int otherSeen = in.readInt();
    int otherLast = in.readInt();
    boolean better = otherSeen > seen[slot] || lastSeconds[slot] == 0;
    for (int i = 0; i < Math.min(otherSeen, KEPT); i++) {
      int gap = in.readInt();
      if (better) {
        gaps[slot * KEPT + i] = gap;
      }
    }
    if (better) {
      seen[slot] = otherSeen;
      lastSeconds[slot] = otherLast;
    }
  }
}
