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
 * Makes one file of those whose time is over: of ten minutes an hour, of hours a day, of days a
 * month. Each merge takes its files out of the manifest and puts the new one in, all at once, so
 * that it is done or it is not.
 *
 * <p>It may run in a thread of its own beside a writer on the same {@link StoreDirectory}.
 */
public final class Compaction implements AutoCloseable {
  /** What sorting and counting may use before the disk is used. */
  public static final long MEMORY_OCTETS = 160L << 20;

  /** Times further in the future are not believed to be how far time has come. */
  private static final long MAX_AHEAD_SECONDS = 3_600;

  private final StoreDirectory directory;
  private final ParquetFiles parquet;
  private final Path temporary;
  private final FloodMerge floods;
  private final Ranges ranges;

  /**
   * @param memoryOctets such as {@link #MEMORY_OCTETS}
   */
  public Compaction(StoreDirectory directory, long memoryOctets) throws IOException {
    this(directory, memoryOctets, FloodMerge.MAX_NAMES, Ranges.ROWS);
  }

  Compaction(StoreDirectory directory, long memoryOctets, int maxNames, long rangeRows)
      throws IOException {
    this.directory = directory;
    temporary = directory.path().resolve(".temporary.merging");
    parquet = new ParquetFiles(directory.path(), temporary, memoryOctets);
    floods = new FloodMerge(parquet, directory.salt(), maxNames);
    ranges = new Ranges(parquet, rangeRows);
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
      StoreFile merged = run(merge);
      merges++;
      files += merge.files().size();
      rowsBefore += merge.files().stream().mapToLong(StoreFile::rows).sum();
      rowsAfter += merged.rows();
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

  private StoreFile run(Merge merge) throws IOException {
    List<Path> paths = merge.files().stream().map(file -> file.in(directory.path())).toList();
    for (StoreFile file : merge.files()) {
      checkReadable(file);
    }
    FileName name = directory.name(merge.dataset(), merge.level(), merge.startSeconds());
    StoreFile merged = write(merge, name, paths);
    Whole.syncDirectory(Whole.directoryOf(merged.in(directory.path())));
    directory.commit(List.of(merged), merge.files().stream().map(StoreFile::name).toList());
    return merged;
  }

  private StoreFile write(Merge merge, FileName name, List<Path> files) throws IOException {
    Dataset dataset = merge.dataset();
    List<Path> parts = new ArrayList<>();
    try {
      String source = floods.source(dataset, merge.level(), ParquetFiles.reading(files));
      List<String> sources = ranges.of(merge, files, source);
      if (sources.size() == 1) {
        return parquet.write(name, MergeSql.select(dataset, merge.level(), source));
      }
      for (String each : sources) {
        Path part = temporary.resolve("range" + parts.size() + ".parquet");
        parts.add(part);
        parquet.copy(part, MergeSql.select(dataset, merge.level(), each));
      }
      return parquet.write(name, "SELECT * FROM " + ParquetFiles.reading(parts));
    } catch (SQLException failed) {
      throw new IOException(
          directory.path().resolve(name.path())
              + ": cannot be merged: "
              + ParquetFiles.firstLine(failed),
          failed);
    } finally {
      for (Path part : parts) {
        Files.deleteIfExists(part);
      }
    }
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
