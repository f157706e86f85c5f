package org.nxsight.store.tables;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What DuckDB says when it cannot do something, in one line for a person. */
final class SqlFaults {
  private static final Pattern FILE = Pattern.compile("['\"]([^'\"]+\\.parquet)['\"]");

  private SqlFaults() {}

  /** A fault while the store was read: which file is broken, or what else happened. */
  static String describe(Path store, SQLException e) {
    String line = firstLine(e);
    if (line.startsWith("Out of Memory Error")) {
      return store + ": the question needs more memory than there is; ask for less at once";
    }
    Matcher file = FILE.matcher(line);
    if (file.find()) {
      return file.group(1)
          + ": cannot be read as a file of this store, though its manifest names it ("
          + line
          + "); put back a copy, or write the store anew";
    }
    return store + ": cannot be read: " + line;
  }

  /** Whether a fault comes from the store's files or the engine's limits, not from the question. */
  static boolean isOfTheStore(SQLException e) {
    String line = firstLine(e);
    return line.startsWith("Out of Memory Error")
        || line.startsWith("IO Error")
        || (line.contains(".parquet")
            && !line.startsWith("Permission Error")
            && !line.startsWith("Binder Error"));
  }

  /** The first line of what DuckDB says, without the word that every message has in front. */
  static String firstLine(SQLException e) {
    String message = String.valueOf(e.getMessage());
    return message.lines().findFirst().orElse("").replaceFirst("^java\\.sql\\.\\S+: ", "").strip();
  }
}
