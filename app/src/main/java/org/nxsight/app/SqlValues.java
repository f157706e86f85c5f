package org.nxsight.app;

import java.sql.Array;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Values of SQL as text and as what JSON has. */
final class SqlValues {
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd HH:mm:ss")
          .appendFraction(ChronoField.MICRO_OF_SECOND, 0, 6, true)
          .toFormatter(Locale.ROOT);

  private SqlValues() {}

  /** Numbers, booleans, null and lists stay; everything else becomes text. */
  static @Nullable Object forJson(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Number number -> number;
      case Boolean truth -> truth;
      case Array array -> list(array);
      default -> text(value);
    };
  }

  /** Text for a table or a field. */
  static String text(Object value) {
    return switch (value) {
      case LocalDateTime time -> TIME.format(time);
      case Array array -> list(array).toString();
      default -> value.toString();
    };
  }

  private static List<@Nullable Object> list(Array array) {
    try {
      List<@Nullable Object> values = new ArrayList<>();
      for (Object value : (Object[]) array.getArray()) {
        values.add(forJson(value));
      }
      return values;
    } catch (SQLException e) {
      throw new IllegalStateException("a list that was read has values", e);
    }
  }
}
