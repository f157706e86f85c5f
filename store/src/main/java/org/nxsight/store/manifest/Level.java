package org.nxsight.store.manifest;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** How much time a file is for. Files of a short time become one of the next longer. */
public enum Level {
  /** Ten minutes. */
  MINUTES(60, 7_200),
  /** An hour. */
  HOUR(600, 7_200),
  /** A day of UTC. */
  DAY(3_600, 10_800),
  /** A month of UTC. */
  MONTH(86_400, 86_400);

  private static final long PERIOD_SECONDS = 600;
  private static final long HOUR_SECONDS = 3_600;
  private static final long DAY_SECONDS = 86_400;
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyyMMdd.HHmm");
  private static final DateTimeFormatter YEAR_MONTH = DateTimeFormatter.ofPattern("yyyyMM");
  private static final DateTimeFormatter DAY_DIRECTORY = DateTimeFormatter.ofPattern("yyyy-MM-dd");
  private static final DateTimeFormatter MONTH_DIRECTORY = DateTimeFormatter.ofPattern("yyyy-MM");

  private final int failureSeconds;
  private final int graceSeconds;

  Level(int failureSeconds, int graceSeconds) {
    this.failureSeconds = failureSeconds;
    this.graceSeconds = graceSeconds;
  }

  /** The time bucket of a row of failures or nodata in files of this level. */
  public int failureSeconds() {
    return failureSeconds;
  }

  /** The time bucket of a tally that only the greatest keys have, in files of this level. */
  public int tallySeconds() {
    return Math.max(failureSeconds, (int) PERIOD_SECONDS);
  }

  /** How long after its end rows of such a time are still expected. */
  public int graceSeconds() {
    return graceSeconds;
  }

  /** As it stands in names and in the manifest. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The level of a label; an exception for anything else. */
  static Level of(String label) {
    for (Level level : values()) {
      if (level.label().equals(label)) {
        return level;
      }
    }
    throw new IllegalArgumentException("no level is called " + label);
  }

  /** Where the time that holds this moment starts; both in seconds since 1970. */
  public long start(long epochSeconds) {
    return switch (this) {
      case MINUTES -> Math.floorDiv(epochSeconds, PERIOD_SECONDS) * PERIOD_SECONDS;
      case HOUR -> Math.floorDiv(epochSeconds, HOUR_SECONDS) * HOUR_SECONDS;
      case DAY -> Math.floorDiv(epochSeconds, DAY_SECONDS) * DAY_SECONDS;
      case MONTH ->
          utc(epochSeconds).withDayOfMonth(1).truncatedTo(ChronoUnit.DAYS).toEpochSecond();
    };
  }

  /** Where the time that holds this moment ends. */
  public long end(long epochSeconds) {
    long start = start(epochSeconds);
    return switch (this) {
      case MINUTES -> start + PERIOD_SECONDS;
      case HOUR -> start + HOUR_SECONDS;
      case DAY -> start + DAY_SECONDS;
      case MONTH -> utc(start).plusMonths(1).toEpochSecond();
    };
  }

  /** The start as it stands in a file's name. */
  String startText(long start) {
    return utc(start).format(this == MONTH ? YEAR_MONTH : MINUTE);
  }

  /** The directory of the files that start then. */
  String directory(long start) {
    return utc(start).format(this == MONTH ? MONTH_DIRECTORY : DAY_DIRECTORY);
  }

  private static OffsetDateTime utc(long epochSeconds) {
    return Instant.ofEpochSecond(epochSeconds).atOffset(ZoneOffset.UTC);
  }
}
