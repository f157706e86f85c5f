package org.nxsight.analysis.findings.causes;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.nxsight.analysis.counting.ExampleNames;

/** What is kept of one subject. */
final class Group {
  private static final int EXAMPLES = 5;
  private static final long HOUR_NANOS = 3_600_000_000_000L;

  final String subject;
  final ExampleNames examples = new ExampleNames(EXAMPLES);
  long firstNanos = Long.MAX_VALUE;
  long lastNanos = Long.MIN_VALUE;
  long count;

  /** Questions for MX. */
  long mail;

  /** Different hours in which there were any. */
  long hours;

  private long lastHour = Long.MIN_VALUE;

  Group(String subject) {
    this.subject = subject;
  }

  void add(long epochNanos, boolean isMail) {
    firstNanos = Math.min(firstNanos, epochNanos);
    lastNanos = Math.max(lastNanos, epochNanos);
    count++;
    mail += isMail ? 1 : 0;
    long hour = epochNanos / HOUR_NANOS;
    if (hour > lastHour) {
      lastHour = hour;
      hours++;
    }
  }

  void snapshot(DataOutput out) throws IOException {
    out.writeLong(firstNanos);
    out.writeLong(lastNanos);
    out.writeLong(count);
    out.writeLong(mail);
    out.writeLong(hours);
    out.writeLong(lastHour);
    examples.snapshot(out);
  }

  /** Reads what {@link #snapshot} wrote into a new one. */
  void read(DataInput in) throws IOException {
    firstNanos = in.readLong();
    lastNanos = in.readLong();
    count = in.readLong();
    mail = in.readLong();
    hours = in.readLong();
    lastHour = in.readLong();
    examples.merge(in);
  }

  /** Adds what another one of the same subject has. */
  void join(Group other) {
    firstNanos = Math.min(firstNanos, other.firstNanos);
    lastNanos = Math.max(lastNanos, other.lastNanos);
    count += other.count;
    mail += other.mail;
    hours = Math.max(hours, other.hours);
    lastHour = Math.max(lastHour, other.lastHour);
    examples.addAll(other.examples);
  }
}
