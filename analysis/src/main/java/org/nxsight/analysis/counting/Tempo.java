package org.nxsight.analysis.counting;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How often something happens in each period, for each slot of a table, and whether that is more
 * than usual: a slow exponentially weighted mean is the usual, and a one-sided cumulative sum of
 * the standardised excess over it (CUSUM; Page, 1954) says when it is too much for chance.
 *
 * <p>The excess is in units of sqrt(usual + 1), as of a Poisson count; half a unit of it is allowed
 * each period. While the sum is high the usual learns ten times more slowly, so that a spike does
 * not become usual at once. A slot takes 20 octets.
 */
public final class Tempo {
  /** Standard deviations in sum that are too much: about one false alarm in 10,000 periods. */
  public static final float ALARM = 8;

  private static final float SLACK = 0.5f;
  private static final float MOST_AT_ONCE = 64;
  private static final float SLOW = 1 / 32f;
  private static final float SLOW_IN_ALARM = SLOW / 10;

  private final int[] counts;
  private final int[] periods;
  private final float[] usual;
  private final float[] last;
  private final float[] excess;

  /**
   * @param slots of the table
   */
  public Tempo(int slots) {
    counts = new int[slots];
    periods = new int[slots];
    usual = new float[slots];
    last = new float[slots];
    excess = new float[slots];
  }

  /** Counts in the current period. */
  public void add(int slot, int times) {
    counts[slot] = Math.addExact(counts[slot], times);
  }

  /** Ends a slot's current period, which then counts; another one begins. */
  public void endPeriod(int slot) {
    float count = counts[slot];
    float more = (count - usual[slot]) / (float) Math.sqrt(usual[slot] + 1);
    if (periods[slot] == 0) {
      usual[slot] = count;
    } else {
      excess[slot] = Math.max(0, excess[slot] + Math.min(MOST_AT_ONCE, more) - SLACK);
      float first = 1f / (periods[slot] + 1);
      float weight = Math.max(first, isAlarmed(slot) ? SLOW_IN_ALARM : SLOW);
      usual[slot] += weight * (count - usual[slot]);
    }
    last[slot] = count;
    periods[slot]++;
    counts[slot] = 0;
  }

  /** Whether the sum of the excess is too much for chance. */
  public boolean isAlarmed(int slot) {
    return excess[slot] > ALARM;
  }

  /** The events of the period before the current one. */
  public float last(int slot) {
    return last[slot];
  }

  /** The events of a usual period. */
  public float usual(int slot) {
    return usual[slot];
  }

  /** The sum of the excess, in standard deviations. */
  public float excess(int slot) {
    return excess[slot];
  }

  /** How many periods have ended. */
  public int periods(int slot) {
    return periods[slot];
  }

  /** Forgets a slot. */
  public void clear(int slot) {
    counts[slot] = 0;
    periods[slot] = 0;
    usual[slot] = 0;
    last[slot] = 0;
    excess[slot] = 0;
  }

  /** Writes a slot. */
  public void snapshot(int slot, DataOutput out) throws IOException {
    out.writeInt(counts[slot]);
    out.writeInt(periods[slot]);
    out.writeFloat(usual[slot]);
    out.writeFloat(last[slot]);
    out.writeFloat(excess[slot]);
  }

  /** Adds to a slot what was written of one that saw other events of the same periods. */
  public void merge(int slot, DataInput in) throws IOException {
    counts[slot] += in.readInt();
    periods[slot] = Math.max(periods[slot], in.readInt());
    usual[slot] += in.readFloat();
    last[slot] += in.readFloat();
    excess[slot] = Math.max(excess[slot], in.readFloat());
  }
}
