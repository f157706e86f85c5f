package org.nxsight.exchange;

import java.util.Arrays;

/**
 * The cells of one size in order of arrival, and those that are free: two linked lists. The links
 * stand apart from the cells, because taking a cell out touches the links of those before and
 * behind it, and eight octets a cell stay in the cache where whole cells do not.
 */
final class ArrivalOrder {
  private static final int NUMBER = 0x3fff_ffff;

  /** For each cell the one before it, then the one behind it; a free cell has the latter only. */
  private int[] links = new int[2 << 12];

  private int oldest = QuerySlab.NONE;
  private int newest = QuerySlab.NONE;
  private int free = QuerySlab.NONE;

  /** The cell that has been in the list longest, or NONE. */
  int oldest() {
    return oldest;
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

  /** Puts a cell that is in neither list at the end. */
  void append(int ref) {
    int place = next(ref);
    if (place >= links.length) {
      links = Arrays.copyOf(links, 2 * links.length);
    }
    links[place - 1] = newest;
    links[place] = QuerySlab.NONE;
    if (newest == QuerySlab.NONE) {
      oldest = ref;
    } else {
      links[next(newest)] = ref;
    }
    newest = ref;
  }

  /** Takes a cell out and makes it free. */
  void release(int ref) {
    int place = next(ref);
    int before = links[place - 1];
    int behind = links[place];
    if (before == QuerySlab.NONE) {
      oldest = behind;
    } else {
      links[next(before)] = behind;
    }
    if (behind == QuerySlab.NONE) {
      newest = before;
    } else {
      links[next(behind) - 1] = before;
    }
    links[place] = free;
    free = ref;
  }

  private static int next(int ref) {
    return 2 * (ref & NUMBER) + 1;
  }
}
