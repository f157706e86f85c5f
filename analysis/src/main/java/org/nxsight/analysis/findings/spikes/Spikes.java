package org.nxsight.analysis.findings.spikes;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import org.nxsight.analysis.counting.KeyTable;
import org.nxsight.analysis.counting.Tempo;
import org.nxsight.analysis.findings.Evidence;
import org.nxsight.analysis.findings.FindingKind;
import org.nxsight.analysis.findings.Observation;
import org.nxsight.analysis.findings.Operator;
import org.nxsight.analysis.findings.Reach;
import org.nxsight.analysis.findings.Reports;
import org.nxsight.analysis.findings.Setting;
import org.nxsight.analysis.findings.Severity;
import org.nxsight.analysis.findings.Sighting;
import org.nxsight.analysis.findings.Tuning;
import org.nxsight.wire.Mixing;

/**
 * Counts of failures that are far above what they usually are, minute by minute: above the running
 * mean, and above that of the same hour of the week once it is known.
 *
 * <p>At the start, and after a gap of the stream, nothing is said until the usual is known.
 */
public final class Spikes implements Operator {
  /** Counts that are kept; with 168 hours each they take 3 MB. */
  static final int SLOTS = 1 << 12;

  /** Minutes until a count's usual is known. */
  static final int LEARNING_MINUTES = 30;

  private static final float SEVERE_TIMES = 20;
  private static final long MINUTE_NANOS = 60_000_000_000L;

  /** A stream that stopped for so long has no usual for a while. */
  private static final long GAP_MINUTES = 5;

  private static final int HOURS_A_WEEK = 168;
  private static final int MINUTES_AN_HOUR = 60;
  private static final long UNKNOWN = Long.MIN_VALUE;

  private final Dimension dimension;

  /** Fewer failures a minute are nobody's concern. */
  private final int leastAMinute;

  /** As many times the usual. */
  private final double leastTimesUsual;

  private final KeyTable table = new KeyTable(SLOTS);
  private final Tempo tempo = new Tempo(SLOTS);
  private final float[] season = new float[SLOTS * HOURS_A_WEEK];
  private final String[] texts = new String[SLOTS];
  private final long[] onsetNanos = new long[SLOTS];
  private final long[] lastNanos = new long[SLOTS];
  private final long[] spikeCounts = new long[SLOTS];
  private long minute = UNKNOWN;
  private long lastRecordMinute = UNKNOWN;
  private int quietMinutes = LEARNING_MINUTES;

  /**
   * @param dimension what is counted by
   * @param tuning tells what is no spike
   */
  public Spikes(Dimension dimension, Tuning tuning) {
    this.dimension = dimension;
    leastAMinute = tuning.count(Setting.SPIKE_FAILURES);
    leastTimesUsual = tuning.value(Setting.SPIKE_TIMES);
  }

  @Override
  public String name() {
    return "spikes-" + dimension.name().toLowerCase(Locale.ROOT) + "/1";
  }

  @Override
  public Reach reach() {
    return Reach.WHOLE;
  }

  @Override
  public long keyOf(Observation observation) {
    return keyOf(dimension, observation);
  }

  static long keyOf(Dimension dimension, Observation observation) {
    long key = observation.isFailure() ? dimension.key(observation) : 0;
    return key == 0 ? NO_KEY : Mixing.mix(key, Mixing.A) | 1;
  }

  @Override
  public void onRecord(Observation observation) {
    long key = keyOf(observation);
    if (key == NO_KEY) {
      return;
    }
    int slot = table.claim(key, observation.epochNanos());
    if (table.isFresh()) {
      texts[slot] = dimension.text(observation);
      clear(slot);
    }
    add(slot, 1, observation.epochNanos());
  }

  /** Takes what was counted elsewhere, where it counts by the same dimension. */
  public void onCount(SpikeCount count) {
    if (count.dimension() != dimension) {
      return;
    }
    int slot = table.claim(count.key(), count.lastNanos());
    if (table.isFresh()) {
      texts[slot] = count.text();
      clear(slot);
    }
    add(slot, count.times(), count.lastNanos());
  }

  private void add(int slot, int times, long epochNanos) {
    tempo.add(slot, times);
    lastNanos[slot] = Math.max(lastNanos[slot], epochNanos);
    lastRecordMinute = Math.max(lastRecordMinute, epochNanos / MINUTE_NANOS);
  }

  private void clear(int slot) {
    tempo.clear(slot);
    Arrays.fill(season, slot * HOURS_A_WEEK, (slot + 1) * HOURS_A_WEEK, 0);
    onsetNanos[slot] = 0;
    lastNanos[slot] = 0;
    spikeCounts[slot] = 0;
  }

  @Override
  public void onTime(long epochNanos, Reports reports) {
    long reached = epochNanos / MINUTE_NANOS;
    if (minute == UNKNOWN) {
      minute = reached;
    }
    for (; minute < reached; minute++) {
      if (lastRecordMinute != UNKNOWN && minute - lastRecordMinute >= GAP_MINUTES) {
        quietMinutes = LEARNING_MINUTES;
        minute = reached;
        return;
      }
      quietMinutes = Math.max(0, quietMinutes - 1);
      for (int slot = table.next(0); slot >= 0; slot = table.next(slot + 1)) {
        endMinute(slot, reports);
      }
    }
  }

  private void endMinute(int slot, Reports reports) {
    int hour = slot * HOURS_A_WEEK + (int) (minute / MINUTES_AN_HOUR % HOURS_A_WEEK);
    float usual = Math.max(tempo.usual(slot), season[hour]);
    tempo.endPeriod(slot);
    float count = tempo.last(slot);
    boolean spike =
        quietMinutes == 0
            && tempo.periods(slot) > LEARNING_MINUTES
            && tempo.isAlarmed(slot)
            && count >= leastAMinute
            && count >= leastTimesUsual * usual;
    if (spike) {
      spikeCounts[slot] += (long) count;
      onsetNanos[slot] = onsetNanos[slot] == 0 ? minute * MINUTE_NANOS : onsetNanos[slot];
      reports.onSighting(sighting(slot, usual, count));
    } else {
      onsetNanos[slot] = 0;
      spikeCounts[slot] = 0;
      season[hour] += season[hour] == 0 ? count : (count - season[hour]) / MINUTES_AN_HOUR;
    }
  }

  private Sighting sighting(int slot, float usual, float count) {
    float times = count / Math.max(1, usual);
    String evidence =
        new Evidence()
            .add("a_minute", (long) count)
            .add("usual_a_minute", usual)
            .add("times_usual", times)
            .add("excess", tempo.excess(slot))
            .json();
    return new Sighting(
        FindingKind.SPIKE,
        texts[slot],
        times >= SEVERE_TIMES ? Severity.MEDIUM : Severity.LOW,
        0.8f,
        onsetNanos[slot],
        lastNanos[slot],
        spikeCounts[slot],
        0,
        evidence,
        String.format(
            Locale.ROOT,
            "%,d failures a minute of %s, where %.1f are usual. Look at who asks and for what:"
                + " nxsight failures, or the findings of the same time.",
            (long) count,
            texts[slot],
            usual));
  }

  @Override
  public void snapshot(DataOutput out) throws IOException {
    out.writeLong(minute);
    out.writeLong(lastRecordMinute);
    out.writeInt(quietMinutes);
    out.writeInt(table.size());
    for (int slot = table.next(0); slot >= 0; slot = table.next(slot + 1)) {
      out.writeLong(table.key(slot));
      out.writeUTF(texts[slot]);
      out.writeLong(onsetNanos[slot]);
      out.writeLong(lastNanos[slot]);
      out.writeLong(spikeCounts[slot]);
      tempo.snapshot(slot, out);
      for (int i = 0; i < HOURS_A_WEEK; i++) {
        out.writeFloat(season[slot * HOURS_A_WEEK + i]);
      }
    }
  }

  @Override
  public void merge(DataInput in) throws IOException {
    minute = Math.max(minute, in.readLong());
    lastRecordMinute = Math.max(lastRecordMinute, in.readLong());
    quietMinutes = Math.min(quietMinutes, in.readInt());
    for (int left = in.readInt(); left > 0; left--) {
      long key = in.readLong();
      String text = in.readUTF();
      long onset = in.readLong();
      long last = in.readLong();
      int slot = table.claim(key, last);
      if (table.isFresh()) {
        texts[slot] = text;
        clear(slot);
      }
      onsetNanos[slot] = Math.max(onsetNanos[slot], onset);
      lastNanos[slot] = Math.max(lastNanos[slot], last);
      spikeCounts[slot] += in.readLong();
      tempo.merge(slot, in);
      for (int i = 0; i < HOURS_A_WEEK; i++) {
        season[slot * HOURS_A_WEEK + i] += in.readFloat();
      }
    }
  }
}
