package org.nxsight.store.pdns;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** Connections to one DuckDB in memory, as many as questions may run at once. */
final class Connections implements AutoCloseable {
  /** One address or name can be in millions of records, which are summed and sorted together. */
  private static final long SPILLED_OCTETS = 4L << 30;

  private final BlockingQueue<Connection> idle;
  private final List<Connection> all = new ArrayList<>();

  /** Where DuckDB puts what does not fit into its memory; it makes and deletes the directory. */
  private final Path spilled =
      Path.of(System.getProperty("java.io.tmpdir"), "nxsight-" + UUID.randomUUID());

  Connections(PdnsLimits limits) throws SQLException {
    idle = new ArrayBlockingQueue<>(limits.questions());
    DuckDBConnection first =
        DriverManager.getConnection("jdbc:duckdb:").unwrap(DuckDBConnection.class);
    all.add(first);
    try {
      configure(first, limits);
      for (int i = 0; i < limits.questions(); i++) {
        Connection connection = first.duplicate();
        all.add(connection);
        idle.add(connection);
      }
    } catch (SQLException e) {
      close();
      throw e;
    }
  }

  private void configure(Connection connection, PdnsLimits limits) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET threads = " + limits.threads());
      statement.execute("SET memory_limit = '" + (limits.memoryOctets() >> 10) + "KiB'");
      statement.execute("SET temp_directory = '" + spilled.toString().replace("'", "''") + "'");
      statement.execute("SET max_temp_directory_size = '" + (SPILLED_OCTETS >> 20) + "MiB'");
      statement.execute("SET TimeZone = 'UTC'");
      statement.execute("SET parquet_metadata_cache = true");
      statement.execute("SET autoinstall_known_extensions = false");
      statement.execute("SET autoload_known_extensions = false");
    }
  }

  /** A further connection, for what is done beside the questions. */
  Connection apart() {
    return all.getFirst();
  }

  /** A connection that nobody else has, or null when none has come back in this time. */
  @Nullable Connection take(long nanos) throws InterruptedException {
    return idle.poll(nanos, TimeUnit.NANOSECONDS);
  }

  /** Takes a connection back. */
  void giveBack(Connection connection) {
    if (!idle.offer(connection)) {
      throw new IllegalStateException("a connection came back twice");
    }
  }

  @Override
  public void close() throws SQLException {
    for (Connection connection : all.reversed()) {
      connection.close();
    }
  }
}
