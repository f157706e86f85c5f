package org.nxsight.analysis.dnsbl;

import org.nxsight.wire.dns.NameText;

/** Items of lists as text. */
final class ListText {
  private static final int GROUPS = 8;

  private ListText() {}

  /** Four octets, the last first. */
  static void appendIp4(StringBuilder out, byte[] octets, int from) {
    int[] labels = new int[ListItems.IP4_LABELS];
    int at = from;
    for (int i = labels.length - 1; i >= 0; i--) {
      labels[i] = ListItems.decimalOctet(octets, at);
      at += 1 + octets[at];
    }
    for (int i = 0; i < labels.length; i++) {
      out.append(i == 0 ? "" : ".").append(labels[i]);
    }
  }

  /** 32 digits, the last first, in the form of RFC 5952. */
  static void appendIp6(StringBuilder out, byte[] octets, int from) {
    int[] groups = new int[GROUPS];
    for (int digit = 0; digit < ListItems.IP6_LABELS; digit++) {
      int group = GROUPS - 1 - digit / 4;
      int value = ListItems.hexDigit(octets[from + 2 * digit + 1]);
      groups[group] |= value << (4 * (digit % 4));
    }
    int gap = longestGap(groups);
    int gapEnd = gap;
    while (gap >= 0 && gapEnd < GROUPS && groups[gapEnd] == 0) {
      gapEnd++;
    }
    int i = 0;
    while (i < GROUPS) {
      if (i == gap) {
        out.append("::");
        i = gapEnd;
      } else {
        out.append(i == 0 || i == gapEnd ? "" : ":").append(Integer.toHexString(groups[i++]));
      }
    }
  }

  /** Where the first of the longest runs of two or more zero groups starts; -1 without one. */
  private static int longestGap(int[] groups) {
    int best = -1;
    int bestLength = 1;
    for (int i = 0; i < GROUPS; i++) {
      int end = i;
      while (end < GROUPS && groups[end] == 0) {
        end++;
      }
      if (end - i > bestLength) {
        best = i;
        bestLength = end - i;
      }
    }
    return best;
  }

  /** Labels joined by dots, escaped as in names, without a dot at the end. */
  static void appendLabels(StringBuilder out, byte[] octets, int from, int to) {
    if (from < to) {
      NameText.append(out, octets, from, to - from);
      out.setLength(out.length() - 1);
    }
  }

  /** {@code *@} and what stands behind the {@code @} in labels that hold it. */
  static void appendRedactedMail(StringBuilder out, byte[] octets, int from, int to) {
    int sign = ListItems.atSign(octets, from, to);
    int label = from;
    while (label + octets[label] < sign) {
      label += 1 + octets[label];
    }
    int labelEnd = label + 1 + octets[label];
    // The rest of the label, as a label of its own.
    byte[] rest = new byte[labelEnd - sign];
    rest[0] = (byte) (rest.length - 1);
    System.arraycopy(octets, sign + 1, rest, 1, rest.length - 1);
    out.append("*@");
    appendLabels(out, rest, 0, rest[0] == 0 ? 0 : rest.length);
    out.append(labelEnd < to && rest[0] != 0 ? "." : "");
    appendLabels(out, octets, labelEnd, to);
  }
}
