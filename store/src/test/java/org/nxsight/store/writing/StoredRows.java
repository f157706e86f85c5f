package org.nxsight.store.writing;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.nxsight.store.Dataset;
import org.nxsight.store.manifest.Snapshot;
import org.nxsight.store.parquet.ParquetFiles;

/** What a store holds, as SQL tells it. */
public final class StoredRows {
  private StoredRows() {}

  /** Rows of a dataset, their columns joined by bars; "FILES" in the query stands for its files. */
  public static List<String> of(Path store, Dataset dataset, String query)
      throws IOException, SQLException {
    try (Snapshot snapshot = Snapshot.open(store)) {
      List<Path> files = snapshot.files(dataset);
      return files.isEmpty()
          ? List.of()
          : select(query.replace("FILES", ParquetFiles.reading(files)));
    }
  }

  /** A number; 0 when there is none. */
  public static long number(Path store, Dataset dataset, String expression)
      throws IOException, SQLException {
    List<String> rows =
        of(store, dataset, "SELECT coalesce(" + expression + ", 0)::BIGINT FROM FILES");
    return rows.isEmpty() ? 0 : Long.parseLong(rows.getFirst());
  }

  static List<String> select(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      List<String> rows = new ArrayList<>();
      while (result.next()) {
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          columns.add(String.valueOf(result.getObject(i)));
        }
        rows.add(String.join("|", columns));
      }
      return rows;
    }
  }
}
