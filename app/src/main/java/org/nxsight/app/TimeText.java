package org.nxsight.app;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as people write and read them, in seconds since 1970; without a zone they are of UTC. */
final class TimeText {
  private static final Pattern RELATIVE = Pattern.compile("-(\\d{1,9})([smhdwy])");
  private static final Pattern SECONDS = Pattern.compile("\\d{1,12}");
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
  private static final long DAY_SECONDS = 86_400;
  private static final long MICROS_A_SECOND = 1_000_000;
  private static final DateTimeFormatter PRINTED =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  private final Clock clock;

  TimeText(Clock clock) {
    this.clock = clock;
  }

  /** Where a time begins: of a day its first second. */
  long begin(String text) {
    return seconds(text, 0);
  }

  /** Where a time ends: of a day its last second. */
  long end(String text) {
    return seconds(text, DAY_SECONDS - 1);
  }

  private long seconds(String text, long intoDay) {
    Matcher relative = RELATIVE.matcher(text);
    if (relative.matches()) {
      long back = Long.parseLong(relative.group(1)) * unitSeconds(relative.group(2));
      return clock.instant().getEpochSecond() - back;
    }
    if (SECONDS.matcher(text).matches()) {
      return Long.parseLong(text);
    }
    try {
      if (DAY.matcher(text).matches()) {
        return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toEpochSecond() + intoDay;
      }
      String iso = text.replace(' ', 'T');
      return iso.matches(".*(Z|z|[+-]\\d\\d(:?\\d\\d)?)") && iso.indexOf('T') > 0
          ? OffsetDateTime.parse(iso).toEpochSecond()
          : LocalDateTime.parse(iso).toEpochSecond(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "'"
              + text
              + "' is no time: 2026-11-24, 2026-11-24T18:30:00, seconds since 1970, or"
              + " -7d (s, m, h, d, w, y ago) are");
    }
  }

  private static long unitSeconds(String unit) {
    return switch (unit) {
      case "s" -> 1;
      case "m" -> 60;
      case "h" -> 3_600;
      case "d" -> DAY_SECONDS;
      case "w" -> 7 * DAY_SECONDS;
      default -> 365 * DAY_SECONDS;
    };
  }

  /** A time of the store for a person, to the second. */
  static String ofMicros(long epochMicros) {
    return PRINTED.format(
        LocalDateTime.ofEpochSecond(
            Math.floorDiv(epochMicros, MICROS_A_SECOND), 0, ZoneOffset.UTC));
  }

  /** A time of the store for a program, as ISO 8601 has it, to the second. */
  static String isoOfMicros(long epochMicros) {
    return Instant.ofEpochSecond(Math.floorDiv(epochMicros, MICROS_A_SECOND)).toString();
  }
}
