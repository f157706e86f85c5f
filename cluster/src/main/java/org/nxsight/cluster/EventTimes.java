package org.nxsight.cluster;

import org.apache.flink.streaming.api.watermark.Watermark;

/** Flink's milliseconds as nanoseconds. */
final class EventTimes {
  private static final long NANOS = 1_000_000L;

  private EventTimes() {}

  /** The time before which all has come, in nanoseconds since 1970. */
  static long before(Watermark mark) {
    long millis = mark.getTimestamp();
    if (millis == Long.MAX_VALUE) {
      return Long.MAX_VALUE;
    }
    return Math.clamp(millis, Long.MIN_VALUE / NANOS, Long.MAX_VALUE / NANOS - 1) * NANOS + NANOS;
  }

  /** The millisecond that a time is in. */
  static long millis(long epochNanos) {
    return Math.floorDiv(epochNanos, NANOS);
  }
}
