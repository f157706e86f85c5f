package org.nxsight.wire.ip;

import org.nxsight.wire.Bytes;

/**
 * IP addresses as text, as {@code inet_ntop} writes them (RFC 5952).
 *
 * <p>IPv6 is in lower case without leading zeros; the first longest run of at least two zero groups
 * becomes {@code ::}; below {@code ::} and {@code ::ffff:0:0} the last four octets are written as
 * IPv4.
 */
public final class Addresses {
  private static final int GROUPS = 8;

  private Addresses() {}

  /**
   * Appends the address at {@code offset}.
   *
   * @param length 4 or 16; anything else is a bug of the caller
   */
  public static void append(StringBuilder out, byte[] bytes, int offset, int length) {
    switch (length) {
      case 4 -> appendIpv4(out, bytes, offset);
      case 16 -> appendIpv6(out, bytes, offset);
      default -> throw new IllegalArgumentException("no address has " + length + " octets");
    }
  }

  /** Appends the four octets of an IPv4 address. */
  public static void appendIpv4(StringBuilder out, byte[] bytes, int offset) {
    for (int i = 0; i < 4; i++) {
      out.append(i == 0 ? "" : ".").append(Bytes.u8(bytes, offset + i));
    }
  }

  /** Appends the sixteen octets of an IPv6 address. */
  public static void appendIpv6(StringBuilder out, byte[] bytes, int offset) {
    int runStart = -1;
    int runLength = 1; // a run of one group is not worth a "::"
    for (int i = 0; i < GROUPS; i++) {
      int length = zeroGroups(bytes, offset, i);
      if (length > runLength) {
        runStart = i;
        runLength = length;
      }
    }
    boolean embedsIpv4 =
        runStart == 0
            && (runLength == 6 || (runLength == 5 && Bytes.u16(bytes, offset + 10) == 0xffff));
    for (int i = 0; i < GROUPS; i++) {
      if (i == runStart) {
        out.append("::");
        i += runLength - 1;
        continue;
      }
      if (i > 0 && i != runStart + runLength) {
        out.append(':');
      }
      if (i == 6 && embedsIpv4) {
        appendIpv4(out, bytes, offset + 12);
        return;
      }
      out.append(Integer.toHexString(Bytes.u16(bytes, offset + 2 * i)));
    }
  }

  private static int zeroGroups(byte[] bytes, int offset, int group) {
    int count = 0;
    while (group + count < GROUPS && Bytes.u16(bytes, offset + 2 * (group + count)) == 0) {
      count++;
    }
    return count;
  }
}
