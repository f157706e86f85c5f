package org.nxsight.bench.traffic;

import java.util.Arrays;
import org.nxsight.capture.LeftOut;
import org.nxsight.wire.Bytes;

/** A packet that carries no DNS message to be paired, and the reason it is left out for. */
enum Noise {
  ARP(LeftOut.NOT_IP),
  /** Neither version 4 nor 6, whatever Ethernet says. */
  BAD_VERSION(LeftOut.NOT_IP),
  ICMP(LeftOut.ICMP),
  NTP(LeftOut.OTHER_PORT),
  MDNS(LeftOut.MDNS),
  LLMNR(LeftOut.LLMNR),
  /** The start of a connection that brings nothing. */
  TCP_SYN(LeftOut.TCP_CONTROL),
  HTTPS(LeftOut.OTHER_PORT),
  /** The end of a datagram whose start was lost. */
  IPV4_FRAGMENT(LeftOut.INCOMPLETE_FRAGMENTS),
  IPV6_FRAGMENT(LeftOut.INCOMPLETE_FRAGMENTS),
  /** Too short for a header. */
  SHORT_MESSAGE(LeftOut.NOT_DNS),
  /** A qname that points to itself. */
  LOOPING_QNAME(LeftOut.MALFORMED_QUESTION),
  /** A question that ends within its qname. */
  SHORT_QUESTION(LeftOut.MALFORMED_QUESTION),
  /** An IP length beyond what was sent. */
  LONG_IP_LENGTH(LeftOut.MALFORMED_PACKET),
  /** A UDP length that does not even count its own header. */
  SHORT_UDP_LENGTH(LeftOut.MALFORMED_PACKET),
  /** The capture took its first 64 octets only. */
  CUT_OFF(LeftOut.CUT_OFF);

  private static final Noise[] VALUES = values();
  private static final int CUT_OCTETS = 64;

  private final LeftOut reason;

  Noise(LeftOut reason) {
    this.reason = reason;
  }

  static Noise roll(Dice dice) {
    return VALUES[dice.below(VALUES.length)];
  }

  /** The reason it is left out for. */
  LeftOut reason() {
    return reason;
  }

  /** The octets that were captured of a frame of so many. */
  int capturedOctets(int octets) {
    return this == CUT_OFF ? CUT_OCTETS : octets;
  }

  /** Writes the frame, and returns its length. */
  int write(byte[] out, int at, Dice dice) {
    return switch (this) {
      case ARP -> arp(out, at);
      case BAD_VERSION -> badVersion(out, at, dice);
      case ICMP -> protocol(out, at, dice, 1, 36);
      case NTP -> udp(out, at, dice, 123, 123, 48);
      case MDNS -> udp(out, at, dice, 5353, 5353, 40);
      case LLMNR -> udp(out, at, dice, 50_000, 5355, 30);
      case TCP_SYN -> tcp(out, at, dice, 53);
      case HTTPS -> tcp(out, at, dice, 443);
      case IPV4_FRAGMENT -> ipv4Fragment(out, at, dice);
      case IPV6_FRAGMENT -> ipv6Fragment(out, at, dice);
      case SHORT_MESSAGE -> udp(out, at, dice, 40_000, 53, 1 + dice.below(11));
      case LOOPING_QNAME -> loopingQname(out, at, dice);
      case SHORT_QUESTION -> shortQuestion(out, at, dice);
      case LONG_IP_LENGTH -> longIpLength(out, at, dice);
      case SHORT_UDP_LENGTH -> shortUdpLength(out, at, dice);
      case CUT_OFF -> udp(out, at, dice, 53, 40_000, 200);
    };
  }

  private static int arp(byte[] out, int at) {
    int arp = Frames.ethernet(out, at, 0x0806);
    Bytes.put64(out, arp, 0x0001_0800_0604_0001L);
    Arrays.fill(out, arp + 8, arp + 28, (byte) 0x0a);
    return Frames.pad(out, at, arp + 28);
  }

  private static int badVersion(byte[] out, int at, Dice dice) {
    int length = udp(out, at, dice, 40_000, 53, 40);
    Bytes.put8(out, at + 14, 0x55);
    return length;
  }

  private static int protocol(byte[] out, int at, Dice dice, int protocol, int octets) {
    int ip = Frames.ethernet(out, at, 0x0800);
    int payload = address(out, ip, false, dice);
    Bytes.put8(out, ip + 9, protocol);
    int end = fill(out, payload, octets, dice);
    Frames.finishIp(out, ip, end, false);
    return Frames.pad(out, at, end);
  }

  private static int udp(byte[] out, int at, Dice dice, int source, int destination, int octets) {
    int ip = Frames.ethernet(out, at, 0x0800);
    int udp = address(out, ip, false, dice);
    Bytes.put32(out, udp, source << 16 | destination);
    int end = fill(out, udp + 8, octets, dice);
    Frames.finishUdp(out, ip, udp, end, false);
    return Frames.pad(out, at, end);
  }

  private static int tcp(byte[] out, int at, Dice dice, int destination) {
    int length = protocol(out, at, dice, 6, 20);
    int tcp = at + 34;
    Bytes.put32(out, tcp, 40_000 << 16 | destination);
    Bytes.put32(out, tcp + 12, 0x5002_ffff);
    return length;
  }

  private static int ipv4Fragment(byte[] out, int at, Dice dice) {
    int length = protocol(out, at, dice, 17, 480);
    int ip = at + 14;
    Bytes.put32(out, ip + 4, (int) dice.bits() << 16 | 1480 / 8);
    Frames.finishIp(out, ip, at + length, false);
    return length;
  }

  private static int ipv6Fragment(byte[] out, int at, Dice dice) {
    int ip = Frames.ethernet(out, at, 0x86dd);
    int fragment = address(out, ip, true, dice);
    Bytes.put8(out, ip + 6, 44);
    Bytes.put32(out, fragment, 17 << 24 | 1448);
    Bytes.put32(out, fragment + 4, (int) dice.bits());
    int end = fill(out, fragment + 8, 480, dice);
    Frames.finishIp(out, ip, end, true);
    return end - at;
  }

  private static int loopingQname(byte[] out, int at, Dice dice) {
    int length = udp(out, at, dice, 40_000, 53, 18);
    int message = at + 42;
    Bytes.put64(out, message + 2, 0x0000_0001_0000_0000L);
    Bytes.put64(out, message + 10, 0x0000_c00c_0001_0001L);
    return length;
  }

  private static int shortQuestion(byte[] out, int at, Dice dice) {
    int length = udp(out, at, dice, 40_000, 53, 22);
    int message = at + 42;
    Bytes.put64(out, message + 2, 0x0000_0001_0000_0000L);
    Bytes.put32(out, message + 10, 0x0000_3f61);
    return length;
  }

  private static int longIpLength(byte[] out, int at, Dice dice) {
    int length = udp(out, at, dice, 40_000, 53, 60);
    Bytes.put16(out, at + 16, 400);
    return length;
  }

  private static int shortUdpLength(byte[] out, int at, Dice dice) {
    int length = udp(out, at, dice, 40_000, 53, 60);
    Bytes.put16(out, at + 38, 5);
    return length;
  }

  private static int address(byte[] out, int ip, boolean ipv6, Dice dice) {
    return Frames.ipHeader(out, ip, ipv6, dice.below(64), dice.below(256), Frames.TO_SERVER);
  }

  private static int fill(byte[] out, int at, int octets, Dice dice) {
    for (int i = 0; i < octets; i += 8) {
      Bytes.put64(out, at + i, dice.bits());
    }
    return at + octets;
  }
}
