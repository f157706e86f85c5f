package org.nxsight.store.overview;

import java.io.IOException;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nxsight.store.tables.StoreTables;

/**
 * Rows that SQL selects, each a map in the order of its columns. Values are null, strings, numbers,
 * booleans and lists of strings; times are strings as ISO 8601 has them, to the second.
 */
final class Rows {
  private Rows() {}

  /**
   * Asks; text from outside is only in the parameters.
   *
   * @throws IOException with one line when the store cannot be read
   */
  static List<Map<String, @Nullable Object>> of(StoreTables tables, String sql, List<?> parameters)
      throws IOException {
    List<Map<String, @Nullable Object>> all = new ArrayList<>();
    try (PreparedStatement statement = tables.prepare(sql)) {
      for (int i = 0; i < parameters.size(); i++) {
        statement.setObject(i + 1, parameters.get(i));
      }
      try (ResultSet rows = statement.executeQuery()) {
        ResultSetMetaData columns = rows.getMetaData();
        while (rows.next()) {
          Map<String, @Nullable Object> row = new LinkedHashMap<>();
          for (int i = 1; i <= columns.getColumnCount(); i++) {
            row.put(columns.getColumnName(i), value(rows, columns.getColumnType(i), i));
          }
          all.add(row);
        }
      }
      return all;
    } catch (SQLException e) {
      throw tables.failure(e);
    }
  }

  private static @Nullable Object value(ResultSet rows, int type, int column) throws SQLException {
    if (type == Types.TIMESTAMP) {
      LocalDateTime time = rows.getObject(column, LocalDateTime.class);
      return time == null ? null : iso(time);
    }
    Object value = rows.getObject(column);
    if (value instanceof Array array) {
      List<String> strings = new ArrayList<>();
      for (Object each : (Object[]) array.getArray()) {
        strings.add(String.valueOf(each));
      }
      return strings;
    }
    return value;
  }

  private static String iso(LocalDateTime time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toInstant(ZoneOffset.UTC).toString();
  }

  /** A number of a row. */
  static long number(Map<String, @Nullable Object> row, String column) {
    return row.get(column) instanceof Number number ? number.longValue() : 0;
  }

  /** A text of a row. */
  static String text(Map<String, @Nullable Object> row, String column) {
    return String.valueOf(row.get(column));
  }
}
