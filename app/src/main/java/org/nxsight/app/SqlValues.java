package org.nxsight.app;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;

/** Values of SQL as text. */
final class SqlValues {
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd HH:mm:ss")
          .appendFraction(ChronoField.MICRO_OF_SECOND, 0, 6, true)
          .toFormatter(Locale.ROOT);

  private SqlValues() {}

  /** Text for a table or a field. */
  static String text(Object value) {
    return value instanceof LocalDateTime time ? TIME.format(time) : value.toString();
  }
}
