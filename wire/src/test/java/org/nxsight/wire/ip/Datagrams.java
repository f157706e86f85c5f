package org.nxsight.wire.ip;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;

/** IP datagrams for tests, right unless a test wants them wrong. */
final class Datagrams {
  /** 192.0.2.1 to 198.51.100.53. */
  private static final String IPV4_ADDRESSES = "c0000201c6336435";

  /** 2001:db8::1 to 2001:db8:53::53. */
  private static final String IPV6_ADDRESSES =
      "20010db8000000000000000000000001" + "20010db8005300000000000000000053";

  private Datagrams() {}

  /** An IPv4 datagram with an option header of so many words besides the first five. */
  static byte[] ipv4(int protocol, int optionWords, int fragmentField, byte[] payload) {
    int header = 20 + 4 * optionWords;
    byte[] front =
        hex(
            "%02x00%04x2a2a%04x40%02x0000%s",
            0x45 + optionWords, header + payload.length, fragmentField, protocol, IPV4_ADDRESSES);
    return join(Arrays.copyOf(front, header), payload);
  }

  static byte[] ipv4Udp(byte[] payload) {
    return ipv4(DatagramView.UDP, 0, 0, udp(payload));
  }

  /** An IPv6 datagram; {@code firstHeader} names the first of the extension headers in hex. */
  static byte[] ipv6(int firstHeader, String extensions, byte[] payload) {
    byte[] behind = join(HexFormat.of().parseHex(extensions), payload);
    byte[] front = hex("60000000%04x%02x40%s", behind.length, firstHeader, IPV6_ADDRESSES);
    return join(front, behind);
  }

  static byte[] ipv6Udp(byte[] payload) {
    return ipv6(DatagramView.UDP, "", udp(payload));
  }

  /** From port 40000 to port 53, without a checksum. */
  static byte[] udp(byte[] payload) {
    return join(hex("9c400035%04x0000", 8 + payload.length), payload);
  }

  /** From port 40000 to port 53, without options. */
  static byte[] tcp(byte[] payload) {
    return join(hex("9c400035000000010000000150180000" + "00000000"), payload);
  }

  static byte[] random(Random random, int length) {
    byte[] octets = new byte[length];
    random.nextBytes(octets);
    return octets;
  }

  static byte[] join(byte[] a, byte[] b) {
    byte[] joined = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, joined, a.length, b.length);
    return joined;
  }

  @SuppressWarnings("AnnotateFormatMethod") // its annotation would be one more dependency
  private static byte[] hex(String format, Object... values) {
    return HexFormat.of().parseHex(format.formatted(values));
  }
}
