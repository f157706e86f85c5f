package org.nxsight.app;

import org.nxsight.capture.PacketCounts;

/**
 * How far the time of live traffic has come: to the packet that came last, or, when none comes, as
 * much further as has passed on the monotonic clock.
 *
 * <p>A packet whose time leaps is believed only when the next look finds another leap: one sender
 * with a wrong clock must not end everybody's open queries and files.
 */
final class LiveTime {
  /** Clocks of senders may differ by so much; it is also how long a query waits by default. */
  private static final long LEAP_NANOS = 10_000_000_000L;

  private long reachedNanos = PacketCounts.NEVER;
  private long packetNanos = PacketCounts.NEVER;
  private long lookNanos;
  private boolean leapt;

  /**
   * Looks at the clocks.
   *
   * @param nowNanos on the monotonic clock
   * @param mostRecentNanos the time of the packet that came last, or NEVER
   * @return how far time has come, or NEVER before the first packet
   */
  long tick(long nowNanos, long mostRecentNanos) {
    if (reachedNanos == PacketCounts.NEVER) {
      reachedNanos = mostRecentNanos;
    } else {
      reachedNanos += nowNanos - lookNanos;
      if (mostRecentNanos != packetNanos) {
        boolean leaps = Math.abs(mostRecentNanos - reachedNanos) > LEAP_NANOS;
        if (!leaps || leapt) {
          reachedNanos = mostRecentNanos;
        }
        leapt = leaps && !leapt;
      }
    }
    packetNanos = mostRecentNanos;
    lookNanos = nowNanos;
    return reachedNanos;
  }

  /** What the last look found. */
  long reachedNanos() {
    return reachedNanos;
  }
}
