package org.nxsight.store.merging;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nxsight.store.Dataset;
import org.nxsight.store.manifest.Level;
import org.nxsight.store.manifest.StoreFile;

/**
 * Files that become one.
 *
 * @param startSeconds where the time of what they become starts, in seconds since 1970
 */
record Merge(Dataset dataset, Level level, long startSeconds, List<StoreFile> files) {
  /**
   * Files of one time, not half full, that may stand beside each other, before they are merged
   * though more may come: a row of a month is written again only for each twentieth that comes
   * late.
   */
  static final int MAX_FILES = 20;

  private record Time(Dataset dataset, Level level, long startSeconds) implements Comparable<Time> {
    @Override
    public int compareTo(Time other) {
      int order = dataset.compareTo(other.dataset);
      order = order != 0 ? order : level.compareTo(other.level);
      return order != 0 ? order : Long.compare(startSeconds, other.startSeconds);
    }
  }

  /**
   * What there is to do: files become part of the longest time that is over, and many files of the
   * same time become one.
   *
   * @param reachedSeconds how far time has come
   */
  static List<Merge> all(Collection<StoreFile> files, long reachedSeconds) {
    Map<Time, List<StoreFile>> times = new TreeMap<>();
    for (StoreFile file : files) {
      long start = file.name().startSeconds();
      Level level = level(file, reachedSeconds);
      times
          .computeIfAbsent(
              new Time(file.dataset(), level, level.start(start)), _ -> new ArrayList<>())
          .add(file);
    }
    List<Merge> merges = new ArrayList<>();
    times.forEach((time, all) -> {
      List<StoreFile> shorter = all.stream().filter(file -> file.level() != time.level).toList();
      List<StoreFile> chosen = all.stream().filter(file -> isPart(file, time.level)).toList();
      if (chosen.size() - shorter.size() < MAX_FILES) {
        chosen = shorter;
      }
      if (!chosen.isEmpty()) {
        merges.add(new Merge(time.dataset, time.level, time.startSeconds, List.copyOf(chosen)));
      }
    });
    return merges;
  }

  /** Whether it is one of those that many can be too many of. */
  private static boolean isPart(StoreFile file, Level level) {
    return file.level() != level || file.rows() < Compaction.FILE_ROWS / 2;
  }

  private static Level level(StoreFile file, long reachedSeconds) {
    Level longest = file.level();
    for (Level level : Level.values()) {
      if (level.compareTo(longest) > 0
          && level.end(file.name().startSeconds()) + level.graceSeconds() <= reachedSeconds) {
        longest = level;
      }
    }
    return longest;
  }
}
