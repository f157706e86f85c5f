package org.nxsight.wire.dns;

import org.nxsight.wire.Bytes;

/**
 * IP addresses as text, as {@code inet_ntop} writes them.
 *
 * <p>An IPv6 address is in lower case without leading zeros, the first longest run of two or more
 * zero groups is {@code ::}, and the last 32 bits of an address in {@code ::/96} or {@code
 * ::ffff:0:0/96} are dotted (RFC 4291, section 2.2; RFC 5952).
 */
public final class AddressText {
  private static final int GROUPS = 8;

  private AddressText() {}

  /** Appends the four octets at {@code offset}. */
  public static void appendIpv4(StringBuilder out, byte[] bytes, int offset) {
    out.append(bytes[offset] & 0xff);
    for (int i = 1; i < 4; i++) {
      out.append('.').append(bytes[offset + i] & 0xff);
    }
  }

  /** Appends the sixteen octets at {@code offset}. */
  public static void appendIpv6(StringBuilder out, byte[] bytes, int offset) {
    int run = longestZeroRun(bytes, offset);
    int runStart = run >>> 8;
    int runLength = run & 0xff;
    for (int i = 0; i < GROUPS; i++) {
      if (runLength >= 2 && i == runStart) {
        out.append(i + runLength == GROUPS ? "::" : ":");
        i += runLength - 1;
        continue;
      }
      if (i != 0) {
        out.append(':');
      }
      if (i == 6 && runStart == 0 && holdsIpv4(bytes, offset, runLength)) {
        appendIpv4(out, bytes, offset + 12);
        return;
      }
      out.append(Integer.toHexString(group(bytes, offset, i)));
    }
  }

  private static boolean holdsIpv4(byte[] bytes, int offset, int leadingZeroGroups) {
    return leadingZeroGroups == 6 || (leadingZeroGroups == 5 && group(bytes, offset, 5) == 0xffff);
  }

  /** The first longest run of zero groups: where it starts in the high octet, its length below. */
  private static int longestZeroRun(byte[] bytes, int offset) {
    int best = 0;
    int length = 0;
    for (int i = 0; i < GROUPS; i++) {
      length = group(bytes, offset, i) == 0 ? length + 1 : 0;
      if (length > (best & 0xff)) {
        best = (i + 1 - length) << 8 | length;
      }
    }
    return best;
  }

  private static int group(byte[] bytes, int offset, int index) {
    return Bytes.u16(bytes, offset + 2 * index);
  }
}
