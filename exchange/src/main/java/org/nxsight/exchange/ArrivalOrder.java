package org.nxsight.exchange;

import java.util.Arrays;

/**
 * The cells of one size in order of arrival, and those that are free: linked lists. A cell stands
 * in the list of the young ones first, and in that of the kept ones when it was given a second
 * chance. The links stand apart from the cells, because taking a cell out touches the links of
 * those before and behind it, and eight octets a cell stay in the cache where whole cells do not.
 */
final class ArrivalOrder {
  private static final int NUMBER = 0x3fff_ffff;
  private static final int YOUNG = 0;
  private static final int KEPT = 1;

  /** For each cell the one before it, then the one behind it; a free cell has the latter only. */
  private int[] links = new int[2 << 12];

  /** A bit for each cell: whether it stands in the list of the kept ones. */
  private long[] keptCells = new long[0];

  private final int[] oldest = {QuerySlab.NONE, QuerySlab.NONE};
  private final int[] newest = {QuerySlab.NONE, QuerySlab.NONE};
  private int free = QuerySlab.NONE;
  private int kept;

  /** The young cell that arrived first, or NONE. */
  int oldestYoung() {
    return oldest[YOUNG];
  }

  /** The kept cell that arrived first, or NONE. */
  int oldestKept() {
    return oldest[KEPT];
  }

  /** How many cells are kept. */
  int kept() {
    return kept;
  }

  /** A free cell, or NONE. */
  int free() {
    return free;
  }

  /** Takes the free cell, which there must be. */
  int takeFree() {
    int ref = free;
    free = links[next(ref)];
    return ref;
  }

  /** Puts a cell that is in no list at the end of the young ones. */
  void append(int ref) {
    int place = next(ref);
    if (place >= links.length) {
      links = Arrays.copyOf(links, 2 * links.length);
    }
    append(YOUNG, ref);
  }

  /** Moves the oldest young cell, which there must be, to the end of the kept ones. */
  void keepOldestYoung() {
    int ref = oldest[YOUNG];
    unlink(YOUNG, ref);
    append(KEPT, ref);
    int word = (ref & NUMBER) >>> 6;
    if (word >= keptCells.length) {
      keptCells = Arrays.copyOf(keptCells, links.length / 128 + 1);
    }
    keptCells[word] |= 1L << ref;
    kept++;
  }

  /** Takes a cell out of its list and makes it free. */
  void release(int ref) {
    if (kept > 0 && isKept(ref)) {
      unlink(KEPT, ref);
      keptCells[(ref & NUMBER) >>> 6] &= ~(1L << ref);
      kept--;
    } else {
      unlink(YOUNG, ref);
    }
    links[next(ref)] = free;
    free = ref;
  }

  private boolean isKept(int ref) {
    int word = (ref & NUMBER) >>> 6;
    return word < keptCells.length && (keptCells[word] & (1L << ref)) != 0;
  }

  private void append(int list, int ref) {
    int place = next(ref);
    links[place - 1] = newest[list];
    links[place] = QuerySlab.NONE;
    if (newest[list] == QuerySlab.NONE) {
      oldest[list] = ref;
    } else {
      links[next(newest[list])] = ref;
    }
    newest[list] = ref;
  }

  private void unlink(int list, int ref) {
    int place = next(ref);
    int before = links[place - 1];
    int behind = links[place];
    if (before == QuerySlab.NONE) {
      oldest[list] = behind;
    } else {
      links[next(before)] = behind;
    }
    if (behind == QuerySlab.NONE) {
      newest[list] = before;
    } else {
      links[next(behind) - 1] = before;
    }
  }

  private static int next(int ref) {
    return 2 * (ref & NUMBER) + 1;
  }
}
