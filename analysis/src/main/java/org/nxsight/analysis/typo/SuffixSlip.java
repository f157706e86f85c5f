package org.nxsight.analysis.typo;

import org.nxsight.wire.dns.DnsNames;

/** How two public suffixes, the typed and the meant one, are related. It is reused. */
final class SuffixSlip {
  /** They are the same. */
  static final int SAME = 0;

  /** They are one slip apart: {@code co} or {@code cmo} for {@code com}. */
  static final int NEAR = 1;

  /** They have nothing to do with each other. */
  static final int FAR = 2;

  private final SingleEdit edit = new SingleEdit();
  private final byte[] typed = new byte[DnsNames.MAX_NAME_OCTETS];
  private final byte[] meant = new byte[DnsNames.MAX_NAME_OCTETS];

  /**
   * Compares the names at two offsets.
   *
   * @param delegated whether the typed one exists. Two country codes that exist are meant as they
   *     are, though they always are one letter apart or two.
   */
  int relation(byte[] octets, int offset, boolean delegated, byte[] pool, int poolOffset) {
    int typedLength = text(octets, offset, typed);
    int meantLength = text(pool, poolOffset, meant);
    if (!edit.read(typed, 0, typedLength, meant, 0, meantLength)) {
      return typedLength == meantLength && isSame(typedLength) ? SAME : FAR;
    }
    return delegated && meantLength <= 2 ? FAR : NEAR;
  }

  private boolean isSame(int length) {
    for (int i = 0; i < length; i++) {
      if (typed[i] != meant[i]) {
        return false;
      }
    }
    return true;
  }

  /** Length octets as dots: no label of a suffix that anybody means has a dot in it. */
  private static int text(byte[] name, int offset, byte[] out) {
    int length = 0;
    for (int at = offset; name[at] != 0; at += 1 + name[at]) {
      if (length > 0) {
        out[length++] = '.';
      }
      System.arraycopy(name, at + 1, out, length, name[at]);
      length += name[at];
    }
    return length;
  }
}
