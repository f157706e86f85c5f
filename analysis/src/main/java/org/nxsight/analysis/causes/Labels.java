package org.nxsight.analysis.causes;

import org.nxsight.wire.Bytes;

/**
 * A view of the labels of one name in wire form, first label first. It is reused. Labels are
 * numbered from 0; the root label is none of them.
 */
public final class Labels {
  /** RFC 1035, section 2.3.4: 255 octets are 127 labels of one octet and the root's. */
  private static final int MAX_LABELS = 127;

  private final int[] offsets = new int[MAX_LABELS + 1];
  private byte[] octets = new byte[1];
  private int count;

  /** Looks at the well-formed name at an offset. */
  void set(byte[] name, int offset) {
    octets = name;
    count = 0;
    int at = offset;
    while (name[at] != 0) {
      offsets[count++] = at;
      at += 1 + name[at];
    }
    offsets[count] = at;
  }

  /** How many there are. */
  int count() {
    return count;
  }

  /** How many of them start before an offset. */
  int before(int offset) {
    int labels = 0;
    while (labels < count && offsets[labels] < offset) {
      labels++;
    }
    return labels;
  }

  /** Where a label's length octet stands; of the number behind the last, where the name ends. */
  int offset(int label) {
    return offsets[label];
  }

  /** The octets of a label. */
  int length(int label) {
    return octets[offsets[label]];
  }

  /** One octet of a label. */
  int octet(int label, int index) {
    return Bytes.u8(octets, offsets[label] + 1 + index);
  }

  /** The number 0..255 that a label's digits write, three at most; -1 when it is none. */
  int addressOctet(int label) {
    int value = 0;
    for (int i = 0; i < length(label); i++) {
      int digit = octet(label, i) - '0';
      if (digit < 0 || digit > 9 || i > 2) {
        return -1;
      }
      value = 10 * value + digit;
    }
    return value > 255 ? -1 : value;
  }

  /** Whether a label is these octets; false when there is no such label. */
  boolean is(int label, String text) {
    return label >= 0 && label < count && length(label) == text.length() && startsWith(label, text);
  }

  /** Whether a label starts with these octets; false when there is no such label. */
  boolean startsWith(int label, String text) {
    if (label < 0 || label >= count || length(label) < text.length()) {
      return false;
    }
    int at = offsets[label] + 1;
    for (int i = 0; i < text.length(); i++) {
      if (octets[at + i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether these octets stand anywhere in a label. */
  boolean holds(int label, String text) {
    int end = offsets[label] + 1 + length(label) - text.length();
    for (int at = offsets[label] + 1; at <= end; at++) {
      int i = 0;
      while (i < text.length() && octets[at + i] == text.charAt(i)) {
        i++;
      }
      if (i == text.length()) {
        return true;
      }
    }
    return false;
  }

  /** Whether one of the labels in a range is these octets. */
  boolean contains(int from, int to, String text) {
    for (int label = from; label < to; label++) {
      if (is(label, text)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a label is in a set. */
  boolean isIn(int label, LabelSet set) {
    return label >= 0 && label < count && set.contains(octets, offsets[label] + 1, length(label));
  }
}
