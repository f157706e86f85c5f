package org.nxsight.analysis.findings.lists;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.nxsight.analysis.counting.Rows;

/** At how many lists a resolver looks its items up, as a rule; 260 octets. */
final class Habit implements Rows.Row {
  /** From here on all are counted as one. */
  private static final int MOST = 63;

  /** When so many have been counted, they count half: habits change. */
  private static final int FULL = 1_000;

  private final int[] bySize = new int[MOST + 1];
  private int all;

  @Override
  public void clear() {
    Arrays.fill(bySize, 0);
    all = 0;
  }

  /** Counts an item that was looked up at so many lists. */
  void add(int lists) {
    bySize[Math.min(lists, MOST)]++;
    all++;
    if (all >= FULL) {
      all = 0;
      for (int i = 0; i <= MOST; i++) {
        bySize[i] /= 2;
        all += bySize[i];
      }
    }
  }

  /** How many items were looked up. */
  int all() {
    return all;
  }

  /** How many of them at so many lists, or more. */
  int atLeast(int lists) {
    int count = 0;
    for (int i = Math.min(lists, MOST); i <= MOST; i++) {
      count += bySize[i];
    }
    return count;
  }

  @Override
  public void snapshot(DataOutput out) throws IOException {
    for (int each : bySize) {
      out.writeInt(each);
    }
  }

  @Override
  public void merge(DataInput in) throws IOException {
    for (int i = 0; i <= MOST; i++) {
      int more = in.readInt();
      bySize[i] += more;
      all += more;
    }
  }
}
