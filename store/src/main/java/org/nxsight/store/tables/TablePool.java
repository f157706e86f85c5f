package org.nxsight.store.tables;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.nxsight.store.Dataset;
import org.nxsight.store.manifest.Manifest;

/**
 * Open tables of a store for questions that come often: one DuckDB for each state of the store, as
 * its manifest tells it, with as many connections as questions are answered at once. A state that
 * is no longer the store's is closed when its last question has ended.
 */
public final class TablePool implements AutoCloseable {
  private static final long SPILLED_OCTETS = 4L << 30;

  private final Path store;

  /** DuckDB makes the directory when it needs it, and deletes it. */
  private final Path spilled =
      Path.of(System.getProperty("java.io.tmpdir"), "nxsight-" + UUID.randomUUID());

  private final Semaphore places;
  private @Nullable State current;
  private boolean closed;

  /** Tells states apart: a new manifest is a new file. */
  private record Stamp(@Nullable Object key, long modifiedMillis, long octets) {}

  private static final class State {
    final Stamp stamp;
    final StoreTables tables;
    final Deque<StoreTables> idle = new ArrayDeque<>();
    int out;

    State(Stamp stamp, StoreTables tables) {
      this.stamp = stamp;
      this.tables = tables;
    }
  }

  /** Tables that nobody else has until this is closed. */
  public final class Lease implements AutoCloseable {
    private final State state;
    private final StoreTables tables;

    private Lease(State state, StoreTables tables) {
      this.state = state;
      this.tables = tables;
    }

    public StoreTables tables() {
      return tables;
    }

    @Override
    public void close() throws IOException {
      giveBack(state, tables);
    }
  }

  /**
   * @param questions how many are answered at once
   */
  public TablePool(Path store, int questions) {
    this.store = store;
    places = new Semaphore(questions, true);
  }

  /** What changes whenever the store does: a text of letters and digits. */
  public String version() throws IOException {
    return Integer.toHexString(stamp().hashCode());
  }

  /**
   * Tables of the store as it is now; null when none were given back in this time.
   *
   * @throws IOException with one line when the store cannot be read
   */
  public @Nullable Lease take(long nanos) throws IOException {
    try {
      if (!places.tryAcquire(nanos, TimeUnit.NANOSECONDS)) {
        return null;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
    boolean taken = false;
    try {
      Lease lease = open();
      taken = true;
      return lease;
    } finally {
      if (!taken) {
        places.release();
      }
    }
  }

  private synchronized Lease open() throws IOException {
    if (closed) {
      throw new IOException(store + ": is closed");
    }
    Stamp now = stamp();
    State state = current;
    if (state == null || !state.stamp.equals(now)) {
      State opened =
          new State(now, spilling(StoreTables.open(store, EnumSet.allOf(Dataset.class))));
      current = opened;
      if (state != null) {
        closeIfUnused(state);
      }
      state = opened;
    }
    try {
      StoreTables tables = state.idle.isEmpty() ? state.tables.another() : state.idle.pop();
      state.out++;
      tables.begin();
      return new Lease(state, tables);
    } catch (SQLException e) {
      throw state.tables.failure(e);
    }
  }

  /** With a place on the disk for what does not fit into memory: groups of millions of names. */
  private StoreTables spilling(StoreTables tables) throws IOException {
    try {
      tables.execute("SET temp_directory = '" + spilled.toString().replace("'", "''") + "'");
      tables.execute("SET max_temp_directory_size = '" + (SPILLED_OCTETS >> 20) + "MiB'");
      return tables;
    } catch (SQLException e) {
      tables.close();
      throw tables.failure(e);
    }
  }

  private void giveBack(State state, StoreTables tables) throws IOException {
    synchronized (this) {
      state.out--;
      state.idle.push(tables);
      if (state != current) {
        closeIfUnused(state);
      }
    }
    places.release();
  }

  private static void closeIfUnused(State state) throws IOException {
    while (!state.idle.isEmpty()) {
      state.idle.pop().close();
    }
    if (state.out == 0) {
      state.tables.close();
    }
  }

  private Stamp stamp() throws IOException {
    try {
      BasicFileAttributes file =
          Files.readAttributes(store.resolve(Manifest.FILE_NAME), BasicFileAttributes.class);
      return new Stamp(
          Objects.toString(file.fileKey()), file.lastModifiedTime().toMillis(), file.size());
    } catch (NoSuchFileException e) {
      return new Stamp(null, 0, 0);
    }
  }

  /** Closes what nobody has; what somebody has is closed when it comes back. */
  @Override
  public synchronized void close() throws IOException {
    closed = true;
    State state = current;
    current = null;
    if (state != null) {
      closeIfUnused(state);
    }
  }
}
