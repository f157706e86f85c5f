package org.nxsight.store.pdns;

/**
 * When a record may have been seen first and last, in whole seconds since 1970, bounds included.
 *
 * <p>Records that were there at some time of an interval: {@code timeLastAfter} its begin and
 * {@code timeFirstBefore} its end; records that were there only in it: {@code timeFirstAfter} and
 * {@code timeLastBefore}.
 */
public record TimeFences(
    long timeFirstAfter, long timeFirstBefore, long timeLastAfter, long timeLastBefore) {
  /** A lower bound that leaves nothing out; the second before which no TIMESTAMP lies. */
  public static final long NO_LOWER = -100_000_000_000L;

  /** An upper bound that leaves nothing out. */
  public static final long NO_UPPER = 100_000_000_000L;

  /** Any time. */
  public static final TimeFences NONE = new TimeFences(NO_LOWER, NO_UPPER, NO_LOWER, NO_UPPER);

  /** Brings every bound into the range of the store's times. */
  public TimeFences {
    timeFirstAfter = Math.clamp(timeFirstAfter, NO_LOWER, NO_UPPER);
    timeFirstBefore = Math.clamp(timeFirstBefore, NO_LOWER, NO_UPPER);
    timeLastAfter = Math.clamp(timeLastAfter, NO_LOWER, NO_UPPER);
    timeLastBefore = Math.clamp(timeLastBefore, NO_LOWER, NO_UPPER);
  }

  /** Records that were there at some time from {@code from} to {@code to}. */
  public static TimeFences overlapping(long from, long to) {
    return new TimeFences(NO_LOWER, to, from, NO_UPPER);
  }

  /** Records that were there only from {@code from} to {@code to}. */
  public static TimeFences within(long from, long to) {
    return new TimeFences(from, NO_UPPER, NO_LOWER, to);
  }

  /** Whether a record with these times is taken. */
  boolean take(long timeFirst, long timeLast) {
    return timeFirst >= timeFirstAfter
        && timeFirst <= timeFirstBefore
        && timeLast >= timeLastAfter
        && timeLast <= timeLastBefore;
  }
}
