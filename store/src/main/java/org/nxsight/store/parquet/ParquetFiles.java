package org.nxsight.store.parquet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.nxsight.store.manifest.FileName;
import org.nxsight.store.manifest.StoreFile;
import org.nxsight.store.manifest.Whole;

/**
 * Makes the files of a store out of what SQL selects, each whole or not at all.
 *
 * <p>What does not fit into its memory goes to a directory of its own, which is removed at the end.
 */
public final class ParquetFiles implements AutoCloseable {
  /**
   * Rows that are compressed and skipped together. Fewer make a look-up read less, and the file
   * longer.
   */
  public static final int ROW_GROUP_ROWS = 20_480;

  private final Path store;
  private final Path temporary;
  private final Connection connection;

  /**
   * @param temporary a directory that nobody else uses
   * @param memoryOctets how much memory is used before the disk is
   * @throws IOException with one line when DuckDB cannot start
   */
  public ParquetFiles(Path store, Path temporary, long memoryOctets) throws IOException {
    this.store = store;
    this.temporary = temporary;
    Files.createDirectories(temporary);
    try {
      connection = DriverManager.getConnection("jdbc:duckdb:");
      run("SET memory_limit='" + (memoryOctets >> 10) + "KiB'");
      run("SET temp_directory=" + text(temporary));
      run("SET threads=1");
      run("SET TimeZone='UTC'");
    } catch (SQLException failed) {
      throw new IOException(store + ": DuckDB does not start: " + firstLine(failed), failed);
    }
  }

  /** Its directory for what does not fit into memory. */
  public Path temporary() {
    return temporary;
  }

  /**
   * Writes what is selected, in its order, to a file with its final name.
   *
   * @throws IOException with one line when that cannot be; nothing is left behind then
   */
  public StoreFile write(FileName name, String select) throws IOException {
    Path file = store.resolve(name.path());
    Path part = Whole.part(file);
    Path directory = Whole.directoryOf(file);
    if (!Files.isDirectory(directory)) {
      Files.createDirectories(directory);
      Whole.syncDirectory(Whole.directoryOf(directory));
      Whole.syncDirectory(store);
    }
    try {
      copy(part, select);
      StoreFile written = describe(name, part);
      Whole.finish(file);
      return written;
    } catch (SQLException failed) {
      Files.deleteIfExists(part);
      throw new IOException(file + ": cannot be written: " + firstLine(failed), failed);
    } catch (IOException failed) {
      Files.deleteIfExists(part);
      throw failed;
    }
  }

  /** Writes what is selected, in its order, to a file that need not outlive a crash. */
  public void copy(Path file, String select) throws SQLException {
    run(
        "COPY (%s) TO %s (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE %d)"
            .formatted(select, text(file), ROW_GROUP_ROWS));
  }

  /**
   * What a file holds that has its final name.
   *
   * @throws IOException with one line when it is not a whole file
   */
  public StoreFile describe(FileName name) throws IOException {
    Path file = store.resolve(name.path());
    try {
      return describe(name, file);
    } catch (SQLException unreadable) {
      throw new IOException(file + ": cannot be read: " + firstLine(unreadable), unreadable);
    }
  }

  private StoreFile describe(FileName name, Path file) throws IOException, SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery(
                "SELECT count(*), coalesce(floor(epoch(min(time_first)))::BIGINT, 0),"
                    + " coalesce(floor(epoch(max(time_last)))::BIGINT, 0) FROM read_parquet("
                    + text(file)
                    + ")")) {
      result.next();
      return new StoreFile(
          name, Files.size(file), result.getLong(1), result.getLong(2), result.getLong(3));
    }
  }

  /** Runs a statement. */
  public void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The texts that a query gives, one a row. */
  public List<String> texts(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      List<String> texts = new ArrayList<>();
      while (result.next()) {
        texts.add(result.getString(1));
      }
      return texts;
    }
  }

  /** The number that a query gives. */
  public long number(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getLong(1);
    }
  }

  /** A path as SQL writes text. */
  public static String text(Path path) {
    return text(path.toString());
  }

  /** A text as SQL writes it. */
  public static String text(String text) {
    return '\'' + text.replace("'", "''") + '\'';
  }

  /** The rows of files as SQL reads them. */
  public static String reading(Collection<Path> files) {
    return "read_parquet(" + list(files) + ")";
  }

  /** Files as SQL writes a list of them. */
  public static String list(Collection<Path> files) {
    return files.stream().map(ParquetFiles::text).collect(Collectors.joining(", ", "[", "]"));
  }

  /** The first line of what DuckDB says, which is followed by its advice. */
  public static String firstLine(SQLException failed) {
    String message = failed.getMessage();
    return message == null ? failed.toString() : message.lines().findFirst().orElse("");
  }

  /** Ends DuckDB and removes its directory. */
  @Override
  public void close() throws IOException {
    try {
      connection.close();
    } catch (SQLException failed) {
      throw new IOException(store + ": DuckDB does not end: " + firstLine(failed), failed);
    } finally {
      Whole.deleteTree(temporary);
    }
  }
}
