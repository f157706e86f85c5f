package org.nxsight.wire.ip;

import java.util.Arrays;

/**
 * IP addresses read from text: IPv4 as four decimal numbers (RFC 6943, section 3.1.1, the strict
 * form), IPv6 in any form of RFC 4291, section 2.2, without a zone.
 */
public final class AddressLiterals {
  /** What the methods here return for text that is no address. */
  public static final int MALFORMED = -1;

  private static final int GROUPS = 8;

  private AddressLiterals() {}

  /**
   * Writes the address to {@code out}.
   *
   * @param out room for 16 octets from {@code offset}
   * @return 4 or 16, the octets written, or {@link #MALFORMED}
   */
  public static int parse(CharSequence text, byte[] out, int offset) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == ':') {
        return parseIpv6(text, out, offset) ? 16 : MALFORMED;
      }
    }
    return parseIpv4(text, 0, out, offset) ? 4 : MALFORMED;
  }

  /** Four numbers of 0..255 without leading zeros, from {@code from} to the end. */
  private static boolean parseIpv4(CharSequence text, int from, byte[] out, int offset) {
    int at = from;
    for (int i = 0; i < 4; i++) {
      if (i > 0 && (at == text.length() || text.charAt(at++) != '.')) {
        return false;
      }
      int start = at;
      int value = 0;
      while (at < text.length() && isDigit(text.charAt(at)) && at - start < 3) {
        value = value * 10 + text.charAt(at++) - '0';
      }
      boolean leadingZero = at - start > 1 && text.charAt(start) == '0';
      if (at == start || leadingZero || value > 255) {
        return false;
      }
      out[offset + i] = (byte) value;
    }
    return at == text.length();
  }

  private static boolean parseIpv6(CharSequence text, byte[] out, int offset) {
    int end = text.length();
    byte[] address = new byte[2 * GROUPS];
    int groups = 0;
    int gap = -1;
    int at = 0;
    if (startsGap(text, 0)) {
      gap = 0;
      at = 2;
    }
    while (at < end) {
      int groupEnd = at;
      while (groupEnd < end && Character.digit(text.charAt(groupEnd), 16) >= 0) {
        groupEnd++;
      }
      if (groupEnd < end && text.charAt(groupEnd) == '.') {
        if (groups > GROUPS - 2 || !parseIpv4(text, at, address, 2 * groups)) {
          return false;
        }
        groups += 2;
        break;
      }
      if (groupEnd == at || groupEnd - at > 4 || groups == GROUPS || !isAscii(text, at, groupEnd)) {
        return false;
      }
      int group = Integer.parseInt(text, at, groupEnd, 16);
      address[2 * groups] = (byte) (group >> 8);
      address[2 * groups + 1] = (byte) group;
      groups++;
      at = groupEnd;
      if (at == end) {
        break;
      }
      if (startsGap(text, at)) {
        if (gap >= 0) {
          return false;
        }
        gap = groups;
        at += 2;
      } else if (text.charAt(at) != ':' || ++at == end) {
        return false;
      }
    }
    return spread(address, groups, gap, out, offset);
  }

  /** Moves what stands behind the gap to the end; a gap stands for one group at least. */
  private static boolean spread(byte[] address, int groups, int gap, byte[] out, int offset) {
    if (gap < 0 ? groups != GROUPS : groups >= GROUPS) {
      return false;
    }
    int before = gap < 0 ? 2 * GROUPS : 2 * gap;
    int behind = gap < 0 ? 0 : 2 * (groups - gap);
    Arrays.fill(out, offset, offset + 2 * GROUPS, (byte) 0);
    System.arraycopy(address, 0, out, offset, before);
    System.arraycopy(address, before, out, offset + 2 * GROUPS - behind, behind);
    return true;
  }

  private static boolean startsGap(CharSequence text, int at) {
    return at + 1 < text.length() && text.charAt(at) == ':' && text.charAt(at + 1) == ':';
  }

  private static boolean isAscii(CharSequence text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
