package org.nxsight.analysis.findings.lookalikes;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.nxsight.analysis.counting.DistinctCounts;
import org.nxsight.analysis.counting.ExampleNames;
import org.nxsight.analysis.counting.Rows;
import org.nxsight.analysis.findings.Observation;

/** What one resolver asks for that is one slip away from one name, in windows of five minutes. */
final class Slips implements Rows.Row {
  static final long WINDOW_NANOS = 300_000_000_000L;

  /** Quiet windows that are counted one by one; behind that nothing is usual. */
  private static final int MOST_QUIET_WINDOWS = 288;

  /** What is more teaches hardly what is usual. */
  private static final int FAR_TIMES_USUAL = 4;

  private static final float WEIGHT = 1 / 8f;
  private static final int EXAMPLES = 5;

  private final int slot;

  /** Names of even windows and of odd ones: the present one, and the one before. */
  private final DistinctCounts even;

  private final DistinctCounts odd;
  private final ExampleNames examples = new ExampleNames(EXAMPLES);
  private long window;
  private long firstWindow;
  private long questions;
  private long questionsBefore;
  private long startNanos;
  private long startBeforeNanos;
  private long lastNanos;
  private float usual;
  String target = "";
  boolean watched;
  long resolver;

  Slips(int slot, DistinctCounts even, DistinctCounts odd) {
    this.slot = slot;
    this.even = even;
    this.odd = odd;
  }

  @Override
  public void clear() {
    even.clear(slot);
    odd.clear(slot);
    examples.clear();
    window = 0;
    firstWindow = 0;
    questions = 0;
    questionsBefore = 0;
    startNanos = 0;
    startBeforeNanos = 0;
    lastNanos = 0;
    usual = 0;
    target = "";
    watched = false;
    resolver = 0;
  }

  void begin(long inWindow) {
    window = inWindow;
    firstWindow = inWindow;
  }

  private DistinctCounts names(long ofWindow) {
    return (ofWindow & 1) == 0 ? even : odd;
  }

  /** Goes on to a window; those that end teach what is usual unless they are far beyond it. */
  void follow(long toWindow, boolean teaches) {
    if (toWindow - window > MOST_QUIET_WINDOWS) {
      usual = 0;
      window = toWindow - 2;
      questions = 0;
      names(window).clear(slot);
    }
    while (window < toWindow) {
      long seen = names(window).count(slot);
      boolean ordinary = teaches || seen <= FAR_TIMES_USUAL * Math.max(1, usual);
      float weight = ordinary ? (window == firstWindow ? 1 : WEIGHT) : WEIGHT / 10;
      usual += weight * (seen - usual);
      window++;
      names(window).clear(slot);
      questionsBefore = questions;
      startBeforeNanos = startNanos;
      questions = 0;
      startNanos = 0;
      if (questionsBefore == 0) {
        examples.clear();
      }
    }
  }

  void add(Observation observation) {
    long now = observation.epochNanos();
    questions++;
    startNanos = startNanos == 0 ? now : Math.min(startNanos, now);
    lastNanos = Math.max(lastNanos, now);
    // The domain, however many hosts of it are asked for.
    int domain = Math.max(0, observation.cut().registrableOffset());
    long hash = observation.hashFrom(domain);
    if (names(window).add(slot, hash)) {
      examples.add(hash, observation.names(), domain, observation.qnameOctets() - domain);
    }
  }

  /** Different names in this window and the one before, about. */
  long names() {
    return even.countOfBoth(slot, odd);
  }

  long questions() {
    return questions + questionsBefore;
  }

  /** Different names of a usual window. */
  float usual() {
    return usual;
  }

  long firstNanos() {
    return startBeforeNanos == 0 ? startNanos : startBeforeNanos;
  }

  long lastNanos() {
    return lastNanos;
  }

  ExampleNames examples() {
    return examples;
  }

  @Override
  public void snapshot(DataOutput out) throws IOException {
    even.snapshot(slot, out);
    odd.snapshot(slot, out);
    examples.snapshot(out);
    out.writeLong(window);
    out.writeLong(firstWindow);
    out.writeLong(questions);
    out.writeLong(questionsBefore);
    out.writeLong(startNanos);
    out.writeLong(startBeforeNanos);
    out.writeLong(lastNanos);
    out.writeFloat(usual);
    out.writeUTF(target);
    out.writeBoolean(watched);
    out.writeLong(resolver);
  }

  @Override
  public void merge(DataInput in) throws IOException {
    even.merge(slot, in);
    odd.merge(slot, in);
    examples.merge(in);
    window = Math.max(window, in.readLong());
    firstWindow = Math.max(firstWindow, in.readLong());
    questions += in.readLong();
    questionsBefore += in.readLong();
    startNanos = Math.max(startNanos, in.readLong());
    startBeforeNanos = Math.max(startBeforeNanos, in.readLong());
    lastNanos = Math.max(lastNanos, in.readLong());
    usual += in.readFloat();
    target = in.readUTF();
    watched = in.readBoolean();
    resolver = in.readLong();
  }
}
