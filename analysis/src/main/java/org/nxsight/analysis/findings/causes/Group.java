package org.nxsight.analysis.findings.causes;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsight.analysis.counting.DistinctCounts;
import org.nxsight.analysis.counting.ExampleNames;
import org.nxsight.analysis.counting.Gaps;
import org.nxsight.analysis.counting.Rows;
import org.nxsight.analysis.findings.Observation;

/** What is kept of one subject. */
final class Group implements Rows.Row {
  private static final int EXAMPLES = 5;
  private static final int DISTINCT_BITS = 6;
  private static final int MX = 15;
  private static final long HOUR_NANOS = 3_600_000_000_000L;
  private static final long NEVER = Long.MIN_VALUE;

  String subject = "";
  long firstNanos;
  long lastNanos;
  long count;

  /** Questions for MX. */
  long mail;

  /** Different hours in which there were any. */
  long hours;

  private long lastHour;
  private ExampleNames examples = new ExampleNames(EXAMPLES);
  private final DistinctCounts resolvers = new DistinctCounts(1, DISTINCT_BITS);
  private final DistinctCounts names = new DistinctCounts(1, DISTINCT_BITS);
  private final @Nullable Gaps gaps;

  /**
   * @param isPaced whether the time between questions is kept
   */
  Group(boolean isPaced) {
    gaps = isPaced ? new Gaps(1) : null;
    clear();
  }

  @Override
  public void clear() {
    subject = "";
    firstNanos = Long.MAX_VALUE;
    lastNanos = NEVER;
    count = 0;
    mail = 0;
    hours = 0;
    lastHour = NEVER;
    examples = new ExampleNames(EXAMPLES);
    resolvers.clear(0);
    names.clear(0);
    if (gaps != null) {
      gaps.clear(0);
    }
  }

  void add(Observation observation) {
    long epochNanos = observation.epochNanos();
    firstNanos = Math.min(firstNanos, epochNanos);
    lastNanos = Math.max(lastNanos, epochNanos);
    count++;
    mail += observation.qtype() == MX ? 1 : 0;
    long hour = epochNanos / HOUR_NANOS;
    if (hour > lastHour) {
      lastHour = hour;
      hours++;
    }
    resolvers.add(0, observation.resolver());
    if (names.add(0, observation.qnameHash())) {
      examples.add(observation.qnameHash(), observation.names(), 0, observation.qnameOctets());
    }
    if (gaps != null) {
      gaps.add(0, epochNanos);
    }
  }

  /** How many resolvers asked, about. */
  long resolvers() {
    return resolvers.count(0);
  }

  /** How many names were asked for, about. */
  long names() {
    return names.count(0);
  }

  List<String> examples() {
    return examples.texts(EXAMPLES);
  }

  /** The median time between questions; 0 when it is not kept or there were too few. */
  int gapSeconds() {
    return gaps == null ? 0 : gaps.medianSeconds(0);
  }

  /** Whether a machine keeps that time. */
  boolean isRegular() {
    return gaps != null && gaps.isRegular(0);
  }

  @Override
  public void snapshot(DataOutput out) throws IOException {
    out.writeUTF(subject);
    out.writeLong(firstNanos);
    out.writeLong(lastNanos);
    out.writeLong(count);
    out.writeLong(mail);
    out.writeLong(hours);
    out.writeLong(lastHour);
    examples.snapshot(out);
    resolvers.snapshot(0, out);
    names.snapshot(0, out);
    if (gaps != null) {
      gaps.snapshot(0, out);
    }
  }

  @Override
  public void merge(DataInput in) throws IOException {
    String other = in.readUTF();
    subject = subject.isEmpty() ? other : subject;
    firstNanos = Math.min(firstNanos, in.readLong());
    lastNanos = Math.max(lastNanos, in.readLong());
    count += in.readLong();
    mail += in.readLong();
    hours = Math.max(hours, in.readLong());
    lastHour = Math.max(lastHour, in.readLong());
    examples.merge(in);
    resolvers.merge(0, in);
    names.merge(0, in);
    if (gaps != null) {
      gaps.merge(0, in);
    }
  }
}
