package org.nxsight.store.merging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.nxsight.store.Dataset;
import org.nxsight.store.manifest.FileName;
import org.nxsight.store.manifest.StoreDirectory;
import org.nxsight.store.manifest.StoreFile;
import org.nxsight.store.manifest.Whole;
import org.nxsight.store.parquet.ParquetFiles;

/**
 * Makes few files of those whose time is over: of ten minutes an hour, of hours a day, of days a
 * month. Each merge takes its files out of the manifest and puts the new ones in, all at once, so
 * that it is done or it is not.
 *
 * <p>It may run in a thread of its own beside a writer on the same {@link StoreDirectory}.
 */
public final class Compaction implements AutoCloseable {
  /** What sorting and counting may use before the disk is used. */
  public static final long MEMORY_OCTETS = 160L << 20;

  /**
   * Rows after which a file ends and another one goes on with the next names: a look-up leaves out
   * whole files, which costs nothing, but not row groups.
   */
  static final long FILE_ROWS = 491_520;

  /** Times further in the future are not believed to be how far time has come. */
  private static final long MAX_AHEAD_SECONDS = 3_600;

  private final StoreDirectory directory;
  private final ParquetFiles parquet;
  private final Path temporary;
  private final FloodMerge floods;
  private final long fileRows;
  private final Ranges ranges;

  /**
   * @param memoryOctets such as {@link #MEMORY_OCTETS}
   */
  public Compaction(StoreDirectory directory, long memoryOctets) throws IOException {
    this(directory, memoryOctets, FloodMerge.MAX_NAMES, Ranges.ROWS, FILE_ROWS);
  }

  Compaction(
      StoreDirectory directory, long memoryOctets, int maxNames, long rangeRows, long fileRows)
      throws IOException {
    this.directory = directory;
    this.fileRows = fileRows;
    temporary = directory.path().resolve(".temporary.merging");
    parquet = new ParquetFiles(directory.path(), temporary, memoryOctets);
    floods = new FloodMerge(parquet, directory.salt(), maxNames);
    ranges = new Ranges(parquet, rangeRows);
  }

  /** Whether there is anything to be merged. */
  public static boolean isWorthwhile(StoreDirectory directory, long nowSeconds) {
    List<StoreFile> all = directory.files();
    return !Merge.all(all, reachedSeconds(all, nowSeconds)).isEmpty();
  }

  /**
   * Merges all that is to be merged.
   *
   * @param nowSeconds the time of day, in seconds since 1970: what is over is judged by the latest
   *     time in the store, and records may be dated in the future
   * @throws IOException with one line, when a file cannot be read or written; the store is then as
   *     the last merge left it
   */
  public CompactionCounts run(long nowSeconds) throws IOException {
    long merges = 0;
    long files = 0;
    long rowsBefore = 0;
    long rowsAfter = 0;
    List<StoreFile> all = directory.files();
    for (Merge merge : Merge.all(all, reachedSeconds(all, nowSeconds))) {
      List<StoreFile> merged = run(merge);
      merges++;
      files += merge.files().size();
      rowsBefore += merge.files().stream().mapToLong(StoreFile::rows).sum();
      rowsAfter += merged.stream().mapToLong(StoreFile::rows).sum();
    }
    directory.deleteGone();
    return new CompactionCounts(merges, files, rowsBefore, rowsAfter);
  }

  private static long reachedSeconds(List<StoreFile> files, long nowSeconds) {
    return files.stream()
        .mapToLong(StoreFile::lastSeconds)
        .filter(last -> last <= nowSeconds + MAX_AHEAD_SECONDS)
        .max()
        .orElse(Long.MIN_VALUE);
  }

  private List<StoreFile> run(Merge merge) throws IOException {
    for (StoreFile file : merge.files()) {
      checkReadable(file);
    }
    List<StoreFile> merged = new ArrayList<>();
    try {
      write(merge, merged);
      Whole.syncDirectory(Whole.directoryOf(merged.getFirst().in(directory.path())));
      directory.commit(merged, merge.files().stream().map(StoreFile::name).toList());
      return merged;
    } catch (SQLException failed) {
      delete(merged);
      throw new IOException(
          merge.files().getFirst().in(directory.path())
              + " and others: cannot be merged: "
              + ParquetFiles.firstLine(failed),
          failed);
    } catch (IOException failed) {
      delete(merged);
      throw failed;
    }
  }

  private void delete(List<StoreFile> files) throws IOException {
    for (StoreFile each : files) {
      Files.deleteIfExists(each.in(directory.path()));
    }
  }

  private void write(Merge merge, List<StoreFile> merged) throws IOException, SQLException {
    Dataset dataset = merge.dataset();
    List<Path> files = merge.files().stream().map(file -> file.in(directory.path())).toList();
    String source = floods.source(dataset, merge.level(), ParquetFiles.reading(files));
    List<String> sources = ranges.of(merge, files, source);
    if (sources.size() == 1) {
      merged.add(parquet.write(name(merge), MergeSql.select(dataset, merge.level(), source)));
      return;
    }
    List<Path> parts = new ArrayList<>();
    try {
      long rows = 0;
      for (String each : sources) {
        Path part = temporary.resolve("range" + parts.size() + ".parquet");
        parts.add(part);
        parquet.copy(part, MergeSql.select(dataset, merge.level(), each));
        rows += parquet.number("SELECT count(*) FROM " + ParquetFiles.reading(List.of(part)));
        if (rows >= fileRows) {
          merged.add(join(merge, parts));
          rows = 0;
        }
      }
      if (rows > 0) {
        merged.add(join(merge, parts));
      }
    } finally {
      deleteAll(parts);
    }
  }

  private FileName name(Merge merge) {
    return directory.name(merge.dataset(), merge.level(), merge.startSeconds());
  }

  /** Makes one file of the parts, which go. */
  private StoreFile join(Merge merge, List<Path> parts) throws IOException {
    StoreFile file = parquet.write(name(merge), "SELECT * FROM " + ParquetFiles.reading(parts));
    deleteAll(parts);
    return file;
  }

  private static void deleteAll(List<Path> parts) throws IOException {
    for (Path part : parts) {
      Files.deleteIfExists(part);
    }
    parts.clear();
  }

  /** Says which file is damaged, where the merge would say that one of them is. */
  private void checkReadable(StoreFile file) throws IOException {
    StoreFile found = parquet.describe(file.name());
    if (found.rows() != file.rows() || found.octets() != file.octets()) {
      throw new IOException(
          "%s: is damaged: %d rows in %d octets, where the manifest tells of %d in %d"
              .formatted(
                  file.in(directory.path()),
                  found.rows(),
                  found.octets(),
                  file.rows(),
                  file.octets()));
    }
  }

  @Override
  public void close() throws IOException {
    parquet.close();
  }
}
