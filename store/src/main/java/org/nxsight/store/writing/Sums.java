package org.nxsight.store.writing;

/** What is counted of an RRset, or of one record. Times are in microseconds since 1970. */
final class Sums {
  private long count;
  private long firstMicros = Long.MAX_VALUE;
  private long lastMicros = Long.MIN_VALUE;
  private int zoneSource;

  void add(long count, long firstMicros, long lastMicros, int zoneSource) {
    this.count += count;
    this.firstMicros = Math.min(this.firstMicros, firstMicros);
    this.lastMicros = Math.max(this.lastMicros, lastMicros);
    if (this.zoneSource == 0 || (zoneSource != 0 && zoneSource < this.zoneSource)) {
      this.zoneSource = zoneSource;
    }
  }

  void add(Sums other) {
    add(other.count, other.firstMicros, other.lastMicros, other.zoneSource);
  }

  int zoneSource() {
    return zoneSource;
  }

  /** Appends count, time_first and time_last. */
  void append(TextRows out) {
    out.field().append(count);
    out.field().append(firstMicros);
    out.field().append(lastMicros);
  }
}
