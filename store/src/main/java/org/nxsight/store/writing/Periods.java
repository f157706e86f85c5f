package org.nxsight.store.writing;

/** Spans of ten minutes, in which what was counted is written: a reader is no further behind. */
final class Periods {
  /** How much record time one takes in. */
  static final long NANOS = 600_000_000_000L;

  private long current = Long.MIN_VALUE;
  private boolean first = true;

  /**
   * Hears how far time has come.
   *
   * @return whether a period begins
   */
  boolean reach(long epochNanos) {
    long reached = Math.floorDiv(epochNanos, NANOS);
    if (reached == current || reached == current - 1) { // the latter: a little out of order
      return false;
    }
    first = current == Long.MIN_VALUE;
    current = reached;
    return true;
  }

  /** Whether no period was before the one that began last. */
  boolean isFirst() {
    return first;
  }
}
