package org.nxsight.store.tables;

import java.io.IOException;
import java.sql.Array;
import java.sql.Blob;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBStruct;
import org.jspecify.annotations.Nullable;

/** The rows of an answer in SQL, one by one. */
public final class SqlAnswer implements AutoCloseable {
  private final StoreTables tables;
  private final Statement statement;
  private final ResultSet rows;
  private final ResultSetMetaData columns;

  SqlAnswer(StoreTables tables, Statement statement, ResultSet rows) throws SQLException {
    this.tables = tables;
    this.statement = statement;
    this.rows = rows;
    this.columns = rows.getMetaData();
  }

  /** The names of the columns. */
  public List<String> columns() throws RefusedSqlException, IOException {
    try {
      List<String> names = new ArrayList<>();
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        names.add(columns.getColumnName(i));
      }
      return names;
    } catch (SQLException e) {
      throw refusedOrFailed(tables, e);
    }
  }

  /**
   * The values of the next row, or null when there is none. Values are null, numbers, booleans,
   * strings, times without a zone, lists and maps of them, or what has its form as text.
   */
  public @Nullable List<@Nullable Object> next() throws RefusedSqlException, IOException {
    try {
      if (!rows.next()) {
        return null;
      }
      List<@Nullable Object> values = new ArrayList<>();
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        values.add(
            columns.getColumnType(i) == Types.TIMESTAMP
                ? rows.getObject(i, LocalDateTime.class)
                : plain(rows.getObject(i)));
      }
      return values;
    } catch (SQLException e) {
      throw refusedOrFailed(tables, e);
    }
  }

  private static @Nullable Object plain(@Nullable Object value) throws SQLException {
    return switch (value) {
      case null -> null;
      case Array array -> list(Arrays.asList((Object[]) array.getArray()));
      case DuckDBStruct struct -> map(struct.getMap());
      case Map<?, ?> map -> map(map);
      case Blob blob -> HexFormat.of().formatHex(blob.getBytes(1, (int) blob.length()));
      case Timestamp time -> time.toLocalDateTime();
      default -> value;
    };
  }

  private static List<@Nullable Object> list(List<?> values) throws SQLException {
    List<@Nullable Object> plain = new ArrayList<>();
    for (Object value : values) {
      plain.add(plain(value));
    }
    return plain;
  }

  private static Map<String, @Nullable Object> map(Map<?, ?> values) throws SQLException {
    Map<String, @Nullable Object> plain = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : values.entrySet()) {
      plain.put(String.valueOf(plain(entry.getKey())), plain(entry.getValue()));
    }
    return plain;
  }

  static IOException refusedOrFailed(StoreTables tables, SQLException e)
      throws RefusedSqlException {
    if (SqlFaults.isOfTheStore(e)) {
      return tables.failure(e);
    }
    throw new RefusedSqlException(SqlFaults.firstLine(e));
  }

  @Override
  public void close() throws IOException {
    try (statement) {
      rows.close();
    } catch (SQLException e) {
      throw tables.failure(e);
    }
  }
}
