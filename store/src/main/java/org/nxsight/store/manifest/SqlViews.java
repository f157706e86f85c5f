package org.nxsight.store.manifest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.nxsight.store.Dataset;

/** The store as SQL views, for {@code duckdb -init tables.sql}. */
final class SqlViews {
  private static final String FILE_NAME = "tables.sql";

  private SqlViews() {}

  static void write(Path store, Manifest manifest) throws IOException {
    StringBuilder sql = new StringBuilder();
    for (Dataset dataset : Dataset.values()) {
      List<StoreFile> files =
          manifest.files().stream().filter(file -> file.dataset() == dataset).toList();
      sql.append("CREATE OR REPLACE VIEW ").append(dataset.tableName()).append(" AS ");
      sql.append(files.isEmpty() ? nothing(dataset) : reading(store, files)).append(";\n");
    }
    Whole.write(store.resolve(FILE_NAME), sql.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String reading(Path store, List<StoreFile> files) {
    return files.stream()
        .map(file -> "\n  '" + file.in(store).toString().replace("'", "''") + '\'')
        .collect(Collectors.joining(",", "SELECT * FROM read_parquet([", "])"));
  }

  /** No row, and the columns with their types. */
  private static String nothing(Dataset dataset) {
    return Arrays.stream(dataset.columns().strip().split(",\\s*", -1))
        .map(column -> column.split(" ", -1))
        .map(words -> "NULL::" + words[1] + " AS " + words[0])
        .collect(Collectors.joining(", ", "SELECT ", " WHERE false"));
  }
}
