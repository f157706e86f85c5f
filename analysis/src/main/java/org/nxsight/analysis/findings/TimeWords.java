package org.nxsight.analysis.findings;

import java.time.Instant;

/** Times, spans of time and numbers of things in the sentences of findings. */
public final class TimeWords {
  private static final int MINUTE = 60;
  private static final int HOUR = 60 * MINUTE;
  private static final int DAY = 24 * HOUR;

  private TimeWords() {}

  /** A time in UTC, ISO 8601, from seconds since 1970. */
  public static String at(long seconds) {
    return Instant.ofEpochSecond(seconds).toString();
  }

  /** A span in its largest whole unit: {@code 3 days}, {@code 1 hour}. */
  public static String span(long seconds) {
    if (seconds >= 2 * DAY) {
      return count(seconds / DAY, "day");
    }
    if (seconds >= 2 * HOUR) {
      return count(seconds / HOUR, "hour");
    }
    return seconds >= 2 * MINUTE ? count(seconds / MINUTE, "minute") : count(seconds, "second");
  }

  /** A number and its thing, {@code 1 resolver}, {@code 2 resolvers}. */
  public static String count(long number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }
}
