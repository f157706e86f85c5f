package org.nxsight.store.writing;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.nxsight.store.Dataset;
import org.nxsight.store.manifest.StoreDirectory;
import org.nxsight.store.manifest.StoreFile;
import org.nxsight.store.manifest.Whole;
import org.nxsight.store.parquet.ParquetFiles;

/**
 * Files that are whole and synced, and not a part of the store yet. One thread makes lines of what
 * has gathered, and two make files of them, each with a DuckDB of its own, from when the first is
 * needed. One other thread uses it.
 */
final class Sealing implements AutoCloseable {
  private static final int THREADS = 2;

  /**
   * 96 MiB a thread: text is read and compressed a row group at a time, which took up to 60 MiB
   * with rows of 500 octets.
   */
  private static final long DUCKDB_OCTETS = 96L << 20;

  private final StoreDirectory directory;
  private final List<ParquetFiles> idle = new ArrayList<>();
  private final List<StoreFile> sealed = new ArrayList<>();
  private final ExecutorService gatherer =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().name("gathering").daemon(true).factory());
  private @Nullable ExecutorService threads;
  private @Nullable Future<List<StoreFile>> writing;
  private long files;
  private long rows;

  Sealing(StoreDirectory directory) {
    this.directory = directory;
  }

  /** Rows that are to be one file. */
  record Contents(Dataset dataset, FileTimes.FileTime time, Lines lines) {}

  /** Begins to write files, in threads of its own; {@link #await} tells what became of them. */
  void begin(Supplier<List<Contents>> all) {
    if (writing != null) {
      throw new IllegalStateException("one at a time");
    }
    writing = gatherer.submit(() -> write(all.get()));
  }

  /** Whether what was begun has not been waited for. */
  boolean isWriting() {
    return writing != null;
  }

  /**
   * Waits for the files that were begun.
   *
   * @throws IOException with one line when one of them cannot be written; then none of them is
   */
  void await() throws IOException {
    Future<List<StoreFile>> begun = writing;
    if (begun == null) {
      return;
    }
    writing = null;
    try {
      for (StoreFile each : begun.get()) {
        sealed.add(each);
        files++;
        rows += each.rows();
      }
    } catch (ExecutionException failed) {
      throw unwritten(failed.getCause());
    } catch (InterruptedException interrupted) {
      begun.cancel(true);
      Thread.currentThread().interrupt();
      throw unwritten(interrupted);
    }
  }

  private IOException unwritten(@Nullable Throwable failure) {
    return failure instanceof IOException io
        ? io
        : new IOException(directory.path() + ": cannot be written: " + failure, failure);
  }

  /** Writes files: all of them or none. */
  private List<StoreFile> write(List<Contents> all) throws IOException, InterruptedException {
    List<Contents> largestFirst = new ArrayList<>(all);
    largestFirst.removeIf(each -> each.lines().count() == 0);
    largestFirst.sort(Comparator.comparingInt(each -> -each.lines().count()));
    if (largestFirst.isEmpty()) {
      return List.of();
    }
    start();
    List<Future<StoreFile>> begun = new ArrayList<>();
    for (Contents each : largestFirst) {
      begun.add(threads().submit(() -> write(each)));
    }
    List<StoreFile> written = new ArrayList<>();
    Throwable failure = null;
    for (Future<StoreFile> each : begun) {
      try {
        written.add(each.get());
      } catch (ExecutionException failed) {
        failure = failed.getCause();
      }
    }
    if (failure != null) {
      for (StoreFile each : written) {
        Files.deleteIfExists(each.in(directory.path()));
      }
      throw unwritten(failure);
    }
    return written;
  }

  private void start() throws IOException {
    if (threads != null) {
      return;
    }
    threads =
        Executors.newFixedThreadPool(THREADS, Thread.ofPlatform().name("sealing-", 1).factory());
    for (int i = 1; i <= THREADS; i++) {
      Path temporary = directory.path().resolve(".temporary.writing." + i);
      idle.add(new ParquetFiles(directory.path(), temporary, DUCKDB_OCTETS));
    }
  }

  private ExecutorService threads() {
    if (threads == null) {
      throw new IllegalStateException("not started");
    }
    return threads;
  }

  private StoreFile write(Contents contents) throws IOException {
    ParquetFiles parquet = take();
    Path text = parquet.temporary().resolve("rows");
    try {
      writeText(contents.lines(), text);
      return parquet.write(
          directory.name(
              contents.dataset(), contents.time().level(), contents.time().startSeconds()),
          TextRow.select(contents.dataset(), text));
    } finally {
      Files.deleteIfExists(text);
      giveBack(parquet);
    }
  }

  private static void writeText(Lines lines, Path text) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(text), 1 << 16)) {
      lines.writeSorted(out);
    } catch (IOException failed) {
      throw Whole.unwritable(text, failed);
    }
  }

  private ParquetFiles take() {
    synchronized (idle) {
      return idle.removeLast();
    }
  }

  private void giveBack(ParquetFiles parquet) {
    synchronized (idle) {
      idle.add(parquet);
    }
  }

  /** Makes sure that the files are found after a crash of the system too; returns their names. */
  List<String> sync() throws IOException {
    Set<Path> directories = new LinkedHashSet<>();
    sealed.forEach(file -> directories.add(Whole.directoryOf(file.in(directory.path()))));
    for (Path each : directories) {
      Whole.syncDirectory(each);
    }
    return sealed.stream().map(file -> file.name().path()).toList();
  }

  /** Makes them a part of the store; false when there are none. */
  boolean commit() throws IOException {
    if (sealed.isEmpty()) {
      return false;
    }
    directory.commit(sealed, List.of());
    sealed.clear();
    return true;
  }

  /** Removes them, and what was begun. */
  void discard() throws IOException {
    try {
      await();
    } catch (IOException unwritten) {
      // Nothing of it is there, as it is to be.
    }
    for (StoreFile each : sealed) {
      Files.deleteIfExists(each.in(directory.path()));
    }
    sealed.clear();
  }

  /** How many files were sealed so far. */
  long files() {
    return files;
  }

  /** The rows in them. */
  long rows() {
    return rows;
  }

  @Override
  public void close() throws IOException {
    gatherer.close();
    if (threads != null) {
      threads.close();
    }
    for (ParquetFiles each : idle) {
      each.close();
    }
  }
}
