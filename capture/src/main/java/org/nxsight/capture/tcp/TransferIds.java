package org.nxsight.capture.tcp;

import java.util.Arrays;

/**
 * The ids of the zone transfers that one direction of a connection answers: the first message of a
 * transfer repeats the question (RFC 5936, section 2.2.2) and is a response like any other; those
 * with the same id that follow it are not, until the id is used for another query. The latest 8
 * transfers of a connection are known.
 */
final class TransferIds {
  private static final int MAX_TRANSFERS = 8;

  private int[] ids = new int[0];
  private int count;

  void clear() {
    count = 0;
  }

  boolean contains(int id) {
    for (int i = 0; i < count; i++) {
      if (ids[i] == id) {
        return true;
      }
    }
    return false;
  }

  void add(int id) {
    if (count == MAX_TRANSFERS) {
      remove(ids[0]);
    }
    if (count == ids.length) {
      ids = Arrays.copyOf(ids, MAX_TRANSFERS);
    }
    ids[count++] = id;
  }

  void remove(int id) {
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (ids[i] != id) {
        ids[kept++] = ids[i];
      }
    }
    count = kept;
  }
}
