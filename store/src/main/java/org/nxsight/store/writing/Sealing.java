package org.nxsight.store.writing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.nxsight.store.Dataset;
import org.nxsight.store.manifest.StoreDirectory;
import org.nxsight.store.manifest.StoreFile;
import org.nxsight.store.manifest.Whole;
import org.nxsight.store.parquet.ParquetFiles;

/** Files that are whole and synced, and not a part of the store yet. */
final class Sealing implements AutoCloseable {
  /**
   * 96 MiB: text is read and compressed a row group at a time, which took up to 60 MiB with rows of
   * 500 octets.
   */
  private static final long DUCKDB_OCTETS = 96L << 20;

  private final StoreDirectory directory;
  private final Path temporary;
  private final ParquetFiles parquet;
  private final List<StoreFile> sealed = new ArrayList<>();
  private long files;
  private long rows;

  Sealing(StoreDirectory directory) throws IOException {
    this.directory = directory;
    temporary = directory.path().resolve(".temporary.writing");
    parquet = new ParquetFiles(directory.path(), temporary, DUCKDB_OCTETS);
  }

  /** Appends rows, sorted. */
  interface Rows {
    void write(TextRows out) throws IOException;
  }

  /** Writes a file of a dataset. */
  void seal(Dataset dataset, FileTimes.FileTime time, Rows rows) throws IOException {
    Path text = temporary.resolve(dataset.tableName() + ".rows");
    try {
      try (TextRows out = new TextRows(text)) {
        rows.write(out);
      }
      StoreFile file =
          parquet.write(
              directory.name(dataset, time.level(), time.startSeconds()),
              TextRows.select(dataset, text));
      sealed.add(file);
      files++;
      this.rows += file.rows();
    } finally {
      Files.deleteIfExists(text);
    }
  }

  /** How many files wait. */
  int waiting() {
    return sealed.size();
  }

  /** Removes those that came last, whose rows will be written again. */
  void takeBack(int waiting) throws IOException {
    while (sealed.size() > waiting) {
      StoreFile last = sealed.removeLast();
      files--;
      rows -= last.rows();
      Files.deleteIfExists(last.in(directory.path()));
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

  /** Makes them a part of the store. */
  void commit() throws IOException {
    if (!sealed.isEmpty()) {
      directory.commit(sealed, List.of());
      sealed.clear();
    }
  }

  /** Removes them. */
  void discard() throws IOException {
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
    parquet.close();
  }
}
