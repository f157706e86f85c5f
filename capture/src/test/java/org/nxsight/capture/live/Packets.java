package org.nxsight.capture.live;

import java.util.HexFormat;

/** Packets in hexadecimal, put together from their headers. */
final class Packets {
  static final String IPV4 = "0800";
  static final String IPV6 = "86dd";

  private static final String ADDRESSES_4 = "c0000201" + "c6336401";
  private static final String ADDRESSES_6 =
      "20010db8000000000000000000000001" + "20010db8000000000000000000000002";

  private Packets() {}

  static byte[] octets(String hexadecimal) {
    return HexFormat.of().parseHex(hexadecimal);
  }

  /** An Ethernet frame; the EtherType may have tags in front of it. */
  static byte[] ethernet(String etherType, String datagram) {
    return octets("020000000001" + "020000000002" + etherType + datagram);
  }

  /** An IPv4 datagram whose header has so many words. */
  static String ipv4(int words, int protocol, int flagsAndOffset, String payload) {
    return "%02x00".formatted(0x40 | words)
        + "%04x".formatted(4 * words + payload.length() / 2)
        + "0001%04x40%02x0000".formatted(flagsAndOffset, protocol)
        + ADDRESSES_4
        + "01010101".repeat(words - 5)
        + payload;
  }

  static String ipv6(int nextHeader, String payload) {
    return "60000000%04x%02x40".formatted(payload.length() / 2, nextHeader) + ADDRESSES_6 + payload;
  }

  static String fragmentHeader(int nextHeader, int offsetAndFlag) {
    return "%02x00%04x00000001".formatted(nextHeader, offsetAndFlag);
  }

  /** The ports, and as much behind them as a UDP or TCP header has. */
  static String transport(int sourcePort, int destinationPort) {
    return "%04x%04x".formatted(sourcePort, destinationPort) + "00".repeat(28);
  }
}
