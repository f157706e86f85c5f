package org.nxsight.store.tables;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.nxsight.store.Dataset;
import org.nxsight.store.manifest.Snapshot;

/**
 * A store as it was at one moment, as tables of a DuckDB in memory: one view for each dataset, by
 * its name, over exactly the files that the manifest names. It is for one thread.
 */
public final class StoreTables implements AutoCloseable {
  /**
   * 256 MiB of native memory beside the heap: a sorted scan of one row group of each of a thousand
   * files, and groups of a million names.
   */
  static final long MEMORY_OCTETS = 256L << 20;

  private static final int THREADS = 2;

  private final Path store;
  private final Snapshot snapshot;
  private final Connection connection;
  private final boolean owner;
  private @Nullable PreparedStatement latest;
  private boolean interrupted;

  private StoreTables(Path store, Snapshot snapshot, Connection connection, boolean owner) {
    this.store = store;
    this.snapshot = snapshot;
    this.connection = connection;
    this.owner = owner;
  }

  /**
   * Opens some of a store's datasets.
   *
   * @throws IOException with one line when its manifest or one of its files cannot be read
   */
  public static StoreTables open(Path store, Set<Dataset> datasets) throws IOException {
    Snapshot snapshot = Snapshot.open(store);
    StoreTables tables = null;
    try {
      Connection connection = DriverManager.getConnection("jdbc:duckdb:", settings());
      tables = new StoreTables(store, snapshot, connection, true);
      tables.createViews(datasets);
      return tables;
    } catch (SQLException e) {
      if (tables == null) {
        snapshot.close();
      } else {
        tables.close();
      }
      throw failure(store, e);
    }
  }

  /** The same tables of the same state for a further thread; to be closed before this. */
  StoreTables another() throws SQLException {
    return new StoreTables(
        store, snapshot, connection.unwrap(DuckDBConnection.class).duplicate(), false);
  }

  /**
   * A statement with parameters, to be executed before the next one is prepared.
   *
   * @throws SQLException also when the question has been interrupted
   */
  public PreparedStatement prepare(String sql) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    synchronized (this) {
      latest = statement;
      if (!interrupted) {
        return statement;
      }
    }
    statement.close();
    throw new SQLException("INTERRUPT Error: Interrupted!");
  }

  /** Ends the question, from any thread: the statement that runs fails, and all after it. */
  public void interrupt() {
    PreparedStatement running;
    synchronized (this) {
      interrupted = true;
      running = latest;
    }
    try {
      if (running != null) {
        running.cancel();
      }
    } catch (SQLException e) {
      // It has ended by itself.
    }
  }

  /** Lets the next question be asked. */
  synchronized void begin() {
    interrupted = false;
    latest = null;
  }

  /** The files that are read. */
  public Snapshot snapshot() {
    return snapshot;
  }

  private static Properties settings() {
    Properties settings = new Properties();
    settings.setProperty("threads", Integer.toString(THREADS));
    settings.setProperty("memory_limit", (MEMORY_OCTETS >> 20) + "MiB");
    settings.setProperty("temp_directory", "");
    settings.setProperty("jdbc_stream_results", "true");
    return settings;
  }

  private void createViews(Set<Dataset> datasets) throws SQLException {
    execute("SET TimeZone = 'UTC'");
    execute("SET autoinstall_known_extensions = false");
    execute("SET autoload_known_extensions = false");
    execute("SET parquet_metadata_cache = true");
    for (Dataset dataset : datasets) {
      createView(dataset);
    }
    execute(Sketches.MACROS);
  }

  private void createView(Dataset dataset) throws SQLException {
    List<Path> files = snapshot.files(dataset);
    execute(
        files.isEmpty()
            ? "CREATE TABLE " + dataset.tableName() + " (" + dataset.columns() + ")"
            : "CREATE VIEW "
                + dataset.tableName()
                + " AS SELECT * FROM read_parquet("
                + quoted(files)
                + ")");
  }

  /** The files' paths as a list of SQL strings. */
  static String quoted(List<Path> files) {
    return files.stream()
        .map(file -> "'" + file.toString().replace("'", "''") + "'")
        .collect(Collectors.joining(", ", "[", "]"));
  }

  /** Whether nothing was ever written to the store. */
  public boolean isEmpty() {
    for (Dataset dataset : Dataset.values()) {
      if (!snapshot.entries(dataset).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /** The connection, which is closed with this. */
  public Connection connection() {
    return connection;
  }

  List<Path> files(Dataset dataset) {
    return snapshot.files(dataset);
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** What went wrong while this store was read, in one line. */
  public IOException failure(SQLException e) {
    return failure(store, e);
  }

  private static IOException failure(Path store, SQLException e) {
    return new IOException(SqlFaults.describe(store, e), e);
  }

  @Override
  public void close() throws IOException {
    try {
      connection.close();
    } catch (SQLException e) {
      throw failure(e);
    } finally {
      if (owner) {
        snapshot.close();
      }
    }
  }
}
