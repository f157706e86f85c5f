package org.nxsight.store.overview;

import java.util.List;

/**
 * The time that a question is about. Rows count whole that were seen in it at some time.
 *
 * @param fromSeconds its first second, since 1970
 * @param toSeconds the first second behind it
 */
public record TimeRange(long fromSeconds, long toSeconds) {
  private static final long MICROS_A_SECOND = 1_000_000;

  /** What rows with {@code time_first} and {@code time_last} must be, with two parameters. */
  static final String CONDITION =
      "time_last >= make_timestamp(?) AND time_first < make_timestamp(?)";

  /** What is bound to these parameters. */
  List<Object> parameters() {
    return List.of(fromSeconds * MICROS_A_SECOND, toSeconds * MICROS_A_SECOND);
  }

  /** Whether something from one second to another, both taken, is in it at some time. */
  boolean touches(long first, long last) {
    return last >= fromSeconds && first < toSeconds;
  }
}
