package org.nxsight.capture;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.nxsight.wire.Bytes;

/** Packets built from the inside out: each method puts one header in front of what it carries. */
final class Headers {
  static final int IPV4 = 0x0800;
  static final int IPV6 = 0x86dd;

  private Headers() {}

  /** The octets that {@code hex} writes, blanks left out, and then the payload. */
  static byte[] hex(String hex, byte... payload) {
    byte[] header = HexFormat.of().parseHex(hex.replace(" ", ""));
    byte[] all = new byte[header.length + payload.length];
    System.arraycopy(header, 0, all, 0, header.length);
    System.arraycopy(payload, 0, all, header.length, payload.length);
    return all;
  }

  static byte[] ethernet(int type, byte[] payload) {
    return hex("020000000002 020000000001 %04x".formatted(type), payload);
  }

  static byte[] vlan(int id, int type, byte[] payload) {
    return hex("%04x %04x".formatted(id, type), payload);
  }

  static byte[] ipv4(int protocol, byte[] payload) {
    return hex(
        "4500 %04x 0000 4000 40 %02x 0000 c0000201 c6336401"
            .formatted(20 + payload.length, protocol),
        payload);
  }

  static byte[] ipv6(int next, byte[] payload) {
    return hex(
        "60000000 %04x %02x 40 20010db8000000000000000000000001 20010db8000000000000000000000002"
            .formatted(payload.length, next),
        payload);
  }

  static byte[] udp(int source, int destination, byte[] payload) {
    return hex("%04x %04x %04x 0000".formatted(source, destination, 8 + payload.length), payload);
  }

  /** A query for A of a name, in UDP and IPv4. */
  static byte[] query(String qname) {
    return ipv4(17, udp(40000, 53, message("0000", qname, 0)));
  }

  /** An NXDOMAIN response with a record, in UDP and IPv4. */
  static byte[] nxdomain(String qname) {
    return ipv4(17, udp(53, 40000, message("8403", qname, 1)));
  }

  private static byte[] message(String flags, String qname, int authorities) {
    StringBuilder hex = new StringBuilder();
    hex.append("1234 %s 0001 0000 %04x 0000".formatted(flags, authorities));
    for (String label : qname.split("\\.", -1)) {
      byte[] octets = label.getBytes(StandardCharsets.ISO_8859_1);
      hex.append("%02x".formatted(octets.length)).append(HexFormat.of().formatHex(octets));
    }
    hex.append("00 0001 0001");
    for (int i = 0; i < authorities; i++) {
      hex.append("c00c 0006 0001 00000e10 0016 00 00 00000001 00000002 00000003 00000004 00000005");
    }
    return hex(hex.toString());
  }

  /** The first octets of a packet. */
  static byte[] cut(byte[] packet, int octets) {
    return Arrays.copyOf(packet, octets);
  }

  /** A number as four octets, little-endian. */
  static String le32(int number) {
    byte[] octets = new byte[4];
    Bytes.put32(octets, 0, Integer.reverseBytes(number));
    return HexFormat.of().formatHex(octets);
  }
}
