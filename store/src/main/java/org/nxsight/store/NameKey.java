package org.nxsight.store;

import org.nxsight.wire.dns.NameText;

/**
 * What names are sorted by: their labels in reverse order, each with a dot behind it, so that a
 * name and all below it stand together. {@code www.example.com.} has {@code com.example.www.}, and
 * the root has {@code .}
 */
public final class NameKey {
  private static final int MAX_LABELS = 128;

  private final byte[] label = new byte[65];
  private final int[] starts = new int[MAX_LABELS];

  /** Appends the key of the well-formed, uncompressed name in lower case at {@code offset}. */
  public void append(StringBuilder out, byte[] wire, int offset) {
    int labels = 0;
    for (int at = offset; wire[at] != 0; at += 1 + wire[at]) {
      starts[labels++] = at;
    }
    if (labels == 0) {
      out.append('.');
    }
    while (labels > 0) {
      int start = starts[--labels];
      System.arraycopy(wire, start, label, 0, 1 + wire[start]);
      NameText.append(out, label, 0, 1 + wire[start]);
    }
  }
}
