package org.nxsight.analysis.dnsbl;

/**
 * What runs of labels in front of a list's zone look like. A run is whole labels from one offset to
 * another, lower-case, without a root label at the end.
 */
final class ListItems {
  static final int IP4_LABELS = 4;
  static final int IP6_LABELS = 32;
  static final int MD5_DIGITS = 32;
  static final int SHA1_DIGITS = 40;

  private ListItems() {}

  static int labels(byte[] octets, int from, int to) {
    int labels = 0;
    for (int at = from; at < to; at += 1 + octets[at]) {
      labels++;
    }
    return labels;
  }

  /** How many of its first labels are decimal octets; counts to 5 at most. */
  static int leadingOctets(byte[] octets, int from, int to) {
    int count = 0;
    for (int at = from; at < to && count <= IP4_LABELS; at += 1 + octets[at]) {
      if (decimalOctet(octets, at) < 0) {
        break;
      }
      count++;
    }
    return count;
  }

  /** The value of a label 0..255 without zeros in front; -1 of any other. */
  static int decimalOctet(byte[] octets, int label) {
    int length = octets[label];
    if (length == 0 || length > 3 || (length > 1 && octets[label + 1] == '0')) {
      return -1;
    }
    int value = 0;
    for (int at = label + 1; at <= label + length; at++) {
      int digit = octets[at] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = 10 * value + digit;
    }
    return value <= 0xff ? value : -1;
  }

  /** Whether it is exactly four octets. */
  static boolean isIp4(byte[] octets, int from, int to) {
    return leadingOctets(octets, from, to) == IP4_LABELS && labels(octets, from, to) == IP4_LABELS;
  }

  /** Whether it is exactly 32 hexadecimal digits, each a label. */
  static boolean isIp6(byte[] octets, int from, int to) {
    if (to - from != 2 * IP6_LABELS) {
      return false;
    }
    for (int at = from; at < to; at += 2) {
      if (octets[at] != 1 || hexDigit(octets[at + 1]) < 0) {
        return false;
      }
    }
    return true;
  }

  static int hexDigit(byte octet) {
    if (octet >= '0' && octet <= '9') {
      return octet - '0';
    }
    return octet >= 'a' && octet <= 'f' ? octet - 'a' + 10 : -1;
  }

  /** The formats a label has as a hash, bits of {@link ItemFormat#bit}. */
  static int hashFormats(byte[] octets, int label) {
    int length = octets[label];
    boolean hex = true;
    for (int at = label + 1; at <= label + length; at++) {
      byte octet = octets[at];
      boolean digit = (octet >= '0' && octet <= '9') || (octet >= 'a' && octet <= 'z');
      if (!digit) {
        return 0;
      }
      hex &= hexDigit(octet) >= 0;
    }
    int formats = length == 26 || length == 32 || length == 52 ? ItemFormat.BASE32.bit() : 0;
    if (hex && length == SHA1_DIGITS) {
      formats |= ItemFormat.SHA1.bit();
    } else if (hex && length == MD5_DIGITS) {
      formats |= ItemFormat.MD5.bit();
    }
    return formats;
  }

  /** Where the last {@code @} stands in it; -1 when there is none. */
  static int atSign(byte[] octets, int from, int to) {
    int found = -1;
    for (int label = from; label < to; label += 1 + octets[label]) {
      for (int at = label + 1; at <= label + octets[label]; at++) {
        found = octets[at] == '@' ? at : found;
      }
    }
    return found;
  }

  /** Where its last label starts; {@code from} when it has one or none. */
  static int lastLabel(byte[] octets, int from, int to) {
    int last = from;
    for (int at = from; at < to; at += 1 + octets[at]) {
      last = at;
    }
    return last;
  }
}
