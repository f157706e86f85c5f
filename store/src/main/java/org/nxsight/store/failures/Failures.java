package org.nxsight.store.failures;

import java.io.IOException;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.nxsight.store.Dataset;
import org.nxsight.store.tables.StoreTables;

/** Answers questions about failures, in an order that only the store's content decides. */
public final class Failures {
  /** The datasets that are asked. */
  public static final Set<Dataset> DATASETS = EnumSet.of(Dataset.FAILURES, Dataset.NODATA);

  private final StoreTables tables;

  /**
   * @param tables with {@link #DATASETS} opened
   */
  public Failures(StoreTables tables) {
    this.tables = tables;
  }

  /** All rows of the answer. */
  public List<Failure> answer(FailureQuestion question) throws IOException {
    List<Failure> rows = new ArrayList<>();
    answer(question, rows::add);
    return rows;
  }

  /**
   * Hands on the rows of the answer.
   *
   * @param next takes a row, and says whether it wants more
   * @throws IOException with one line when the store cannot be read
   */
  public void answer(FailureQuestion question, Predicate<Failure> next) throws IOException {
    FailureQuery query = new FailureQuery(question);
    try (PreparedStatement statement = tables.prepare(query.sql())) {
      int at = 1;
      for (Object parameter : query.parameters()) {
        statement.setObject(at++, parameter);
      }
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next() && next.test(row(rows))) {
          // the next one
        }
      }
    } catch (SQLException e) {
      throw tables.failure(e);
    }
  }

  private static Failure row(ResultSet row) throws SQLException {
    return new Failure(
        row.getLong(1),
        row.getInt(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        ede(row),
        row.getString(7),
        row.getString(8),
        row.getString(9),
        row.getLong(10),
        row.getLong(11),
        row.getLong(12),
        row.getLong(13),
        row.getLong(14),
        row.getLong(15),
        row.getLong(16),
        strings(row.getArray(17)),
        row.getString(18),
        row.getString(19));
  }

  private static @Nullable Integer ede(ResultSet row) throws SQLException {
    int ede = row.getInt(6);
    return row.wasNull() ? null : ede;
  }

  private static List<String> strings(@Nullable Array array) throws SQLException {
    List<String> strings = new ArrayList<>();
    if (array != null && array.getArray() instanceof Object[] values) {
      for (Object value : values) {
        strings.add(String.valueOf(value));
      }
    }
    return strings;
  }
}
