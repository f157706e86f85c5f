package org.nxsight.analysis.findings.lists;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import org.nxsight.analysis.findings.Evidence;

/** How often lists were asked, from when to when, and what they said. */
final class Counts {
  private static final Said[] SAID = Said.values();

  private final long[] said = new long[SAID.length];
  private long firstNanos;
  private long lastNanos;

  void clear() {
    Arrays.fill(said, 0);
    firstNanos = 0;
    lastNanos = 0;
  }

  void add(Said what, long epochNanos) {
    said[what.ordinal()]++;
    firstNanos = firstNanos == 0 ? epochNanos : Math.min(firstNanos, epochNanos);
    lastNanos = Math.max(lastNanos, epochNanos);
  }

  /** Counts what the other counted as well. */
  void add(Counts other) {
    for (int i = 0; i < said.length; i++) {
      said[i] += other.said[i];
    }
    firstNanos =
        firstNanos == 0
            ? other.firstNanos
            : other.firstNanos == 0 ? firstNanos : Math.min(firstNanos, other.firstNanos);
    lastNanos = Math.max(lastNanos, other.lastNanos);
  }

  long of(Said what) {
    return said[what.ordinal()];
  }

  long all() {
    long all = 0;
    for (long each : said) {
      all += each;
    }
    return all;
  }

  float share(Said what) {
    return all() == 0 ? 0 : (float) of(what) / all();
  }

  long firstNanos() {
    return firstNanos;
  }

  long lastNanos() {
    return lastNanos;
  }

  Evidence tell(Evidence evidence) {
    evidence.add("questions", all());
    for (Said each : SAID) {
      evidence.add(each.name().toLowerCase(Locale.ROOT), of(each));
    }
    return evidence;
  }

  void snapshot(DataOutput out) throws IOException {
    for (long each : said) {
      out.writeLong(each);
    }
    out.writeLong(firstNanos);
    out.writeLong(lastNanos);
  }

  void merge(DataInput in) throws IOException {
    Counts other = new Counts();
    for (int i = 0; i < said.length; i++) {
      other.said[i] = in.readLong();
    }
    other.firstNanos = in.readLong();
    other.lastNanos = in.readLong();
    add(other);
  }
}
