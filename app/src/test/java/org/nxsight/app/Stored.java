package org.nxsight.app;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import org.nxsight.store.Dataset;
import org.nxsight.store.manifest.Snapshot;
import org.nxsight.store.parquet.ParquetFiles;

/** What a run stored, read from its files. */
final class Stored {
  private Stored() {}

  /** How often everything in each dataset was seen together; what has no rows is left out. */
  static Map<String, Long> sums(Path output) throws IOException, SQLException {
    Map<String, Long> sums = new TreeMap<>();
    try (Snapshot snapshot = Snapshot.open(output.resolve("store"));
        Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      for (Dataset dataset : Dataset.values()) {
        // Tallies count again what failures and nodata count.
        if (dataset != Dataset.TALLIES && !snapshot.files(dataset).isEmpty()) {
          String rows = ParquetFiles.reading(snapshot.files(dataset));
          try (ResultSet sum = statement.executeQuery("SELECT sum(count)::BIGINT FROM " + rows)) {
            sum.next();
            sums.put(dataset.tableName(), sum.getLong(1));
          }
        }
      }
    }
    return sums;
  }
}
