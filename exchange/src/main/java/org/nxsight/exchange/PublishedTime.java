package org.nxsight.exchange;

import org.nxsight.wire.nmsg.PayloadView;

/** When a published response or query was captured. */
final class PublishedTime {
  private static final long NANOS_A_SECOND = 1_000_000_000L;

  /**
   * Beyond, nanoseconds do not fit 64 bits; five seconds are for a count of them that is 32 bits.
   */
  private static final long MAX_SECONDS = Long.MAX_VALUE / NANOS_A_SECOND - 5;

  private PublishedTime() {}

  /** Nanoseconds since 1970, or the payload's own time when the seconds cannot be. */
  static long nanos(long seconds, long nanos, PayloadView payload) {
    return seconds >= 0 && seconds <= MAX_SECONDS
        ? seconds * NANOS_A_SECOND + nanos
        : payload.epochNanos();
  }
}
