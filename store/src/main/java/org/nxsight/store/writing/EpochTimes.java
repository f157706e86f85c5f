package org.nxsight.store.writing;

/** Times as the store has them. Nanoseconds since 1970 reach to the year 2262. */
final class EpochTimes {
  private static final long NANOS_A_MICRO = 1_000;
  static final long MICROS_A_SECOND = 1_000_000;

  private EpochTimes() {}

  /** Microseconds since 1970; a time before becomes 1970. */
  static long micros(long epochNanos) {
    return Math.max(epochNanos, 0) / NANOS_A_MICRO;
  }

  /** Seconds since 1970; a time before becomes 1970. */
  static long seconds(long epochNanos) {
    return micros(epochNanos) / MICROS_A_SECOND;
  }
}
