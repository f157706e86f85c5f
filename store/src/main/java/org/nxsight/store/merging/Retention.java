package org.nxsight.store.merging;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nxsight.store.Dataset;
import org.nxsight.store.manifest.FileName;
import org.nxsight.store.manifest.StoreDirectory;
import org.nxsight.store.manifest.StoreFile;

/**
 * How long and how much of each dataset is kept. Files go whole: one is too old when its whole time
 * is, and of too many octets the files of the oldest time go first.
 */
public final class Retention {
  private static final long DAY_SECONDS = 86_400;

  private final Map<Dataset, Limit> limits = new EnumMap<>(Dataset.class);

  private record Limit(long days, long octets) {}

  /**
   * What was dropped of a dataset, with the reason.
   *
   * @param rows with so many rows
   * @param untilSeconds the latest time in them, in seconds since 1970
   */
  public record Dropped(
      Dataset dataset, Reason reason, long files, long octets, long rows, long untilSeconds) {}

  /** Why files are dropped. */
  public enum Reason {
    /** They are older than they are kept. */
    AGE,
    /** The dataset is larger than it may be. */
    SIZE
  }

  /**
   * Limits a dataset; one that is not limited is kept.
   *
   * @param days how long; {@link Long#MAX_VALUE} for always
   * @param octets how much; {@link Long#MAX_VALUE} for all
   */
  public Retention limit(Dataset dataset, long days, long octets) {
    limits.put(dataset, new Limit(days, octets));
    return this;
  }

  /**
   * Drops what is beyond the limits, all at once.
   *
   * @param nowSeconds the time of day, in seconds since 1970; ages count from here
   * @return one for each dataset and reason
   */
  public List<Dropped> run(StoreDirectory directory, long nowSeconds) throws IOException {
    List<Dropped> dropped = new ArrayList<>();
    Set<FileName> names = new HashSet<>();
    limits.forEach((dataset, limit) -> {
      List<StoreFile> files =
          new ArrayList<>(
              directory.files().stream().filter(file -> file.dataset() == dataset).toList());
      files.sort(Comparator.comparingLong(Retention::endSeconds));
      List<StoreFile> old = files.stream().filter(file -> isOld(file, limit, nowSeconds)).toList();
      files.removeAll(old);
      add(dataset, Reason.AGE, old, dropped, names);
      add(dataset, Reason.SIZE, beyond(files, limit.octets), dropped, names);
    });
    if (!names.isEmpty()) {
      directory.commit(List.of(), names);
    }
    return dropped;
  }

  private static long endSeconds(StoreFile file) {
    return file.level().end(file.name().startSeconds());
  }

  private static boolean isOld(StoreFile file, Limit limit, long nowSeconds) {
    // An RRset of an old file can have been seen since.
    long last = Math.max(endSeconds(file), file.lastSeconds());
    return limit.days <= nowSeconds / DAY_SECONDS && last < nowSeconds - limit.days * DAY_SECONDS;
  }

  private static List<StoreFile> beyond(List<StoreFile> oldestFirst, long maxOctets) {
    long octets = oldestFirst.stream().mapToLong(StoreFile::octets).sum();
    List<StoreFile> beyond = new ArrayList<>();
    for (StoreFile file : oldestFirst) {
      if (octets <= maxOctets) {
        break;
      }
      octets -= file.octets();
      beyond.add(file);
    }
    return beyond;
  }

  private static void add(
      Dataset dataset,
      Reason reason,
      List<StoreFile> files,
      List<Dropped> dropped,
      Set<FileName> names) {
    if (files.isEmpty()) {
      return;
    }
    files.forEach(file -> names.add(file.name()));
    dropped.add(
        new Dropped(
            dataset,
            reason,
            files.size(),
            files.stream().mapToLong(StoreFile::octets).sum(),
            files.stream().mapToLong(StoreFile::rows).sum(),
            files.stream().mapToLong(StoreFile::lastSeconds).max().orElse(0)));
  }
}
