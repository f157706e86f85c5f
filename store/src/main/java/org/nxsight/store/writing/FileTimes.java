package org.nxsight.store.writing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nxsight.store.manifest.Level;

/**
 * Which files the rows of different times go to: each ten minutes have their own. When rows are of
 * more times than that, as when a clock jumped about, those with the fewest rows share the file of
 * their hour, day or month.
 */
final class FileTimes {
  /**
   * Files of a level that are written together. An hour and ten minutes, what RRsets need, is 8.
   */
  static final int MAX_FILES = 64;

  private FileTimes() {}

  /** A file's time. */
  record FileTime(Level level, long startSeconds) {}

  /**
   * The starts of ten minutes that go to each file.
   *
   * @param rows how many rows there are, by the start of their ten minutes
   */
  static Map<FileTime, List<Long>> spread(Map<Long, Integer> rows) {
    Map<FileTime, List<Long>> files = new HashMap<>();
    List<Long> rest = new ArrayList<>(new TreeMap<>(rows).keySet());
    for (Level level : Level.values()) {
      Map<Long, List<Long>> times = new TreeMap<>();
      for (long start : rest) {
        times.computeIfAbsent(level.start(start), _ -> new ArrayList<>()).add(start);
      }
      List<Map.Entry<Long, List<Long>>> most = new ArrayList<>(times.entrySet());
      most.sort(Comparator.comparingLong(entry -> -total(rows, entry.getValue())));
      int own = level == Level.MONTH ? most.size() : Math.min(most.size(), MAX_FILES);
      rest = new ArrayList<>();
      for (int i = 0; i < most.size(); i++) {
        if (i < own) {
          files.put(new FileTime(level, most.get(i).getKey()), most.get(i).getValue());
        } else {
          rest.addAll(most.get(i).getValue());
        }
      }
    }
    return files;
  }

  private static long total(Map<Long, Integer> rows, List<Long> starts) {
    return starts.stream().mapToLong(start -> rows.getOrDefault(start, 0)).sum();
  }
}
