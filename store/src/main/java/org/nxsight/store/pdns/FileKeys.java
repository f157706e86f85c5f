package org.nxsight.store.pdns;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which keys a sorted file has where: the first and last of each of its row groups.
 *
 * @param groups in the order of the file, which is that of their keys
 */
record FileKeys(List<RowGroup> groups) {
  /**
   * Rows that are stored together.
   *
   * @param first the least key; empty when not known
   * @param last the greatest; null when not known
   */
  record RowGroup(String first, @Nullable String last, long rows) {
    boolean overlaps(KeyRange range) {
      String to = range.to();
      return (last == null || last.compareTo(range.from()) >= 0)
          && (to == null || first.compareTo(to) < 0);
    }
  }

  /** The row groups that can have keys of a range. */
  List<RowGroup> overlapping(KeyRange range) {
    int from = firstEndingAt(range.from());
    int to = from;
    while (to < groups.size() && groups.get(to).overlaps(range)) {
      to++;
    }
    return groups.subList(from, to);
  }

  /** The rows of all of them. */
  long rows() {
    return groups.stream().mapToLong(RowGroup::rows).sum();
  }

  /** The first row group that does not end before this key. */
  private int firstEndingAt(String key) {
    int low = 0;
    int high = groups.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      String last = groups.get(middle).last();
      if (last != null && last.compareTo(key) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
