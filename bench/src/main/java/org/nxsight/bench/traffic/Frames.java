package org.nxsight.bench.traffic;

import java.util.Arrays;
import org.nxsight.wire.Bytes;

/**
 * Ethernet, IP and UDP headers as octets, checksums included (RFC 791, RFC 8200, RFC 768, RFC
 * 1071).
 */
public final class Frames {
  public static final boolean TO_SERVER = true;
  public static final boolean TO_RESOLVER = false;

  /** The frames written here are never longer. */
  public static final int MAX_OCTETS = 2048;

  private static final int LEAST_OCTETS = 60; // without the frame check sequence
  private static final int IPV4_HEADER_OCTETS = 20;
  private static final int IPV6_HEADER_OCTETS = 40;
  private static final int UDP = 17;

  private Frames() {}

  /** Writes an Ethernet header, perhaps with a VLAN tag, and returns where the datagram starts. */
  public static int ethernet(byte[] out, int at, boolean vlan, boolean ipv6) {
    int type = ipv6 ? 0x86dd : 0x0800;
    addresses(out, at);
    if (!vlan) {
      Bytes.put16(out, at + 12, type);
      return at + 14;
    }
    Bytes.put32(out, at + 12, 0x8100_0035);
    Bytes.put16(out, at + 16, type);
    return at + 18;
  }

  private static void addresses(byte[] out, int at) {
    Bytes.put64(out, at, 0x0200_0000_0001_0200L);
    Bytes.put32(out, at + 8, 0x0000_0002);
  }

  /** Writes an Ethernet header of any type, and returns the offset behind it. */
  static int ethernet(byte[] out, int at, int type) {
    addresses(out, at);
    Bytes.put16(out, at + 12, type);
    return at + 14;
  }

  /** Writes an IP header that lacks its length and checksum, and returns the offset behind it. */
  public static int ipHeader(
      byte[] out, int at, boolean ipv6, int resolver, int server, boolean direction) {
    return ipv6
        ? ipv6Header(out, at, resolver, server, direction)
        : ipv4Header(out, at, resolver, server, direction);
  }

  private static int ipv4Header(byte[] out, int at, int resolver, int server, boolean direction) {
    Bytes.put16(out, at, 0x4500);
    Bytes.put32(out, at + 4, 0x0000_4000);
    Bytes.put32(out, at + 8, 57 << 24 | UDP << 16);
    int ofResolver = 0xc633_6401 + resolver; // 198.51.100.1 (RFC 5737)
    int ofServer = 0x0a35_0000 | server;
    Bytes.put32(out, at + 12, direction ? ofResolver : ofServer);
    Bytes.put32(out, at + 16, direction ? ofServer : ofResolver);
    return at + IPV4_HEADER_OCTETS;
  }

  private static int ipv6Header(byte[] out, int at, int resolver, int server, boolean direction) {
    Bytes.put32(out, at, 0x6000_0000);
    Bytes.put16(out, at + 6, UDP << 8 | 57);
    int from = direction ? resolver + 1 : 0x5300_0000 | server;
    int to = direction ? 0x5300_0000 | server : resolver + 1;
    Bytes.put64(out, at + 8, 0x2001_0db8_0000_0053L); // RFC 3849
    Bytes.put64(out, at + 16, from & 0xffff_ffffL);
    Bytes.put64(out, at + 24, 0x2001_0db8_0000_0053L);
    Bytes.put64(out, at + 32, to & 0xffff_ffffL);
    return at + IPV6_HEADER_OCTETS;
  }

  /** Writes the lengths and checksums of a UDP datagram that ends at {@code end}. */
  public static void finishUdp(byte[] out, int ip, int udp, int end, boolean ipv6) {
    finishIp(out, ip, end, ipv6);
    Bytes.put16(out, udp + 4, end - udp);
    Bytes.put16(out, udp + 6, 0);
    int addresses = ipv6 ? ip + 8 : ip + 12;
    long sum = UDP + (end - udp) + sum(out, addresses, ipv6 ? 32 : 8) + sum(out, udp, end - udp);
    int checksum = complement(sum);
    Bytes.put16(out, udp + 6, checksum == 0 ? 0xffff : checksum);
  }

  /** Writes the length, and for IPv4 the checksum, of a datagram that ends at {@code end}. */
  static void finishIp(byte[] out, int ip, int end, boolean ipv6) {
    if (ipv6) {
      Bytes.put16(out, ip + 4, end - ip - IPV6_HEADER_OCTETS);
      return;
    }
    Bytes.put16(out, ip + 2, end - ip);
    Bytes.put16(out, ip + 10, 0);
    Bytes.put16(out, ip + 10, complement(sum(out, ip, IPV4_HEADER_OCTETS)));
  }

  private static long sum(byte[] bytes, int offset, int length) {
    long sum = 0;
    int at = offset;
    int end = offset + length;
    for (; at + 4 <= end; at += 4) {
      sum += Bytes.u32(bytes, at);
    }
    for (; at < end; at++) {
      sum += (long) Bytes.u8(bytes, at) << ((at - offset & 1) == 0 ? 8 : 0);
    }
    return sum;
  }

  private static int complement(long sum) {
    long folded = (sum & 0xffff_ffffL) + (sum >>> 32);
    folded = (folded & 0xffff) + (folded >>> 16);
    folded = (folded & 0xffff) + (folded >>> 16);
    folded = (folded & 0xffff) + (folded >>> 16);
    return (int) ~folded & 0xffff;
  }

  /** Pads a frame to Ethernet's least length, and returns the length. */
  public static int pad(byte[] out, int frame, int end) {
    int least = frame + LEAST_OCTETS;
    if (end >= least) {
      return end - frame;
    }
    Arrays.fill(out, end, least, (byte) 0);
    return LEAST_OCTETS;
  }
}
