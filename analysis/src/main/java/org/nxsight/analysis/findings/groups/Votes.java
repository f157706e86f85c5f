package org.nxsight.analysis.findings.groups;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * The names of one group by the bins of their scores, each name once a day: of the last ten to
 * twenty minutes, of the day so far, and of the days before.
 *
 * <p>Most bots try a list of names within minutes; the day is for those that take their time, and
 * is the generators' own: they turn at midnight UTC.
 */
final class Votes {
  static final long BLOCK_NANOS = 600_000_000_000L;
  static final long DAY_NANOS = 86_400_000_000_000L;

  /** What was usual is forgotten by half when there is so much of it. */
  private static final int MOST_USUAL = 1 << 13;

  private static final int BINS = ScoreBins.COUNT;

  private final int[] now = new int[BINS];
  private final int[] before = new int[BINS];
  private final int[] day = new int[BINS];
  private final int[] usual = new int[BINS];
  private long block = Long.MIN_VALUE;

  /** Moves on to a time; says whether another day has begun. */
  boolean turn(long epochNanos) {
    long reached = Math.floorDiv(epochNanos, BLOCK_NANOS);
    if (reached <= block) {
      return false;
    }
    boolean first = block == Long.MIN_VALUE;
    boolean another =
        !first
            && Math.floorDiv(block * BLOCK_NANOS, DAY_NANOS)
                != Math.floorDiv(epochNanos, DAY_NANOS);
    if (reached == block + 1) {
      System.arraycopy(now, 0, before, 0, BINS);
    } else {
      Arrays.fill(before, 0);
    }
    Arrays.fill(now, 0);
    block = reached;
    if (another) {
      endDay();
    }
    return another;
  }

  private void endDay() {
    int total = 0;
    for (int bin = 0; bin < BINS; bin++) {
      usual[bin] += day[bin];
      total += usual[bin];
    }
    while (total > MOST_USUAL) {
      total = 0;
      for (int bin = 0; bin < BINS; bin++) {
        usual[bin] /= 2;
        total += usual[bin];
      }
    }
    Arrays.fill(before, 0);
    Arrays.fill(day, 0);
  }

  void add(int bin) {
    now[bin]++;
    day[bin]++;
  }

  /** How many names of the day are suspect. */
  int suspects() {
    return ScoreBins.suspects(day);
  }

  /** The evidence of the last minutes; what came before on this day is usual. */
  double evidenceOfMinutes(int leastNames) {
    int[] recent = new int[BINS];
    int[] seen = new int[BINS];
    for (int bin = 0; bin < BINS; bin++) {
      recent[bin] = now[bin] + before[bin];
      seen[bin] = usual[bin] + day[bin] - recent[bin];
    }
    return ScoreBins.suspects(recent) < leastNames ? 0 : ScoreBins.evidence(recent, seen);
  }

  /** The evidence of the day. */
  double evidenceOfDay(int leastNames) {
    return suspects() < leastNames ? 0 : ScoreBins.evidence(day, usual);
  }

  void clear() {
    Arrays.fill(now, 0);
    Arrays.fill(before, 0);
    Arrays.fill(day, 0);
    Arrays.fill(usual, 0);
    block = Long.MIN_VALUE;
  }

  void snapshot(DataOutput out) throws IOException {
    out.writeLong(block);
    for (int bin = 0; bin < BINS; bin++) {
      out.writeInt(now[bin]);
      out.writeInt(before[bin]);
      out.writeInt(day[bin]);
      out.writeInt(usual[bin]);
    }
  }

  void merge(DataInput in) throws IOException {
    long other = in.readLong();
    // The minutes of the later of both count; the day's names of both.
    if (other > block) {
      Arrays.fill(now, 0);
      Arrays.fill(before, 0);
    }
    for (int bin = 0; bin < BINS; bin++) {
      int ofNow = in.readInt();
      int ofBefore = in.readInt();
      now[bin] += other >= block ? ofNow : 0;
      before[bin] += other >= block ? ofBefore : 0;
      day[bin] += in.readInt();
      usual[bin] += in.readInt();
    }
    block = Math.max(block, other);
  }
}
