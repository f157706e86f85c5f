package org.nxsight.store.pdns;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.nxsight.store.pdns.FileKeys.RowGroup;

/**
 * A range of keys cut into narrower ones, in order, each of about as many rows as fit into memory.
 * No key is in two of them, so that records can be summed within each. The first are small, since
 * most questions want no more than some thousand records.
 */
final class Slices implements Iterator<KeyRange> {
  /** About 300 octets a row while they are summed and sorted: 60 MB. */
  static final long MOST_ROWS = 200_000;

  static final long FIRST_ROWS = 25_000;

  /** Slices of which few rows are wanted are wider: 4,000,000 rows, an eighth of them www. */
  private static final int SPARSE_WIDTH = 20;

  private final KeyRange range;
  private final List<Map.Entry<String, Long>> starts;
  private int at;
  private final int width;
  private long rows;
  private @Nullable String from;

  Slices(KeyRange range, Map<Path, FileKeys> files) {
    this.range = range;
    this.width = range.sparse() ? SPARSE_WIDTH : 1;
    this.rows = FIRST_ROWS * width;
    this.from = range.from();
    TreeMap<String, Long> rowsByStart = new TreeMap<>();
    for (FileKeys keys : files.values()) {
      for (RowGroup group : keys.overlapping(range)) {
        rowsByStart.merge(group.first(), group.rows(), Long::sum);
      }
    }
    this.starts = new ArrayList<>(rowsByStart.entrySet());
    this.starts.sort(Comparator.comparing(Map.Entry::getKey));
  }

  @Override
  public boolean hasNext() {
    return from != null;
  }

  @Override
  public KeyRange next() {
    String start = from;
    if (start == null) {
      throw new NoSuchElementException("behind the last slice");
    }
    long sum = 0;
    while (at < starts.size() && (sum < rows || starts.get(at).getKey().compareTo(start) <= 0)) {
      sum += starts.get(at++).getValue();
    }
    rows = Math.min(2 * rows, MOST_ROWS * width);
    from = at < starts.size() ? starts.get(at).getKey() : null;
    return new KeyRange(start, from == null ? range.to() : from, range.also(), range.sparse());
  }
}
