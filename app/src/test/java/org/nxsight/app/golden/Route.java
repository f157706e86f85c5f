package org.nxsight.app.golden;

import java.util.HexFormat;

/**
 * The way between a resolver and a server, and the IP datagrams that travel on it.
 *
 * @param resolver its address in hex, 4 or 16 octets
 * @param server its address in hex
 * @param resolverPort the resolver's port
 * @param serverPort the server's port
 * @param checksum what stands in the UDP checksum
 * @param protocol of the payload, after all headers
 * @param extensions IPv6 extension headers in hex, each beginning with the next one's number; the
 *     last one's next header must be {@code protocol}
 * @param firstHeader the number of the first of these
 */
record Route(
    String resolver,
    String server,
    int resolverPort,
    int serverPort,
    Checksum checksum,
    int protocol,
    String extensions,
    int firstHeader) {
  /** What stands in the UDP checksum. */
  enum Checksum {
    CORRECT,
    INCORRECT,
    ABSENT
  }

  static final int UDP = 17;
  static final int TCP = 6;
  static final int ICMP = 1;

  static final Route IPV4 =
      new Route("c0000201", "c6336435", 40000, 53, Checksum.CORRECT, UDP, "", UDP);
  static final Route IPV6 =
      new Route(
          "20010db8000000000000000000000001",
          "20010db8005300000000000000000053",
          40000,
          53,
          Checksum.CORRECT,
          UDP,
          "",
          UDP);

  Route resolverPort(int port) {
    return new Route(
        resolver, server, port, serverPort, checksum, protocol, extensions, firstHeader);
  }

  Route serverPort(int port) {
    return new Route(
        resolver, server, resolverPort, port, checksum, protocol, extensions, firstHeader);
  }

  Route resolver(String hex) {
    return new Route(
        hex, server, resolverPort, serverPort, checksum, protocol, extensions, firstHeader);
  }

  Route server(String hex) {
    return new Route(
        resolver, hex, resolverPort, serverPort, checksum, protocol, extensions, firstHeader);
  }

  Route checksum(Checksum other) {
    return new Route(
        resolver, server, resolverPort, serverPort, other, protocol, extensions, firstHeader);
  }

  Route protocol(int number) {
    return new Route(
        resolver, server, resolverPort, serverPort, checksum, number, extensions, number);
  }

  Route extensions(int first, String hex) {
    return new Route(resolver, server, resolverPort, serverPort, checksum, protocol, hex, first);
  }

  /** A datagram from the resolver to the server. */
  byte[] toServer(byte[] payload) {
    return datagram(resolver, server, resolverPort, serverPort, payload);
  }

  /** A datagram from the server to the resolver. */
  byte[] toResolver(byte[] payload) {
    return datagram(server, resolver, serverPort, resolverPort, payload);
  }

  private byte[] datagram(
      String source, String destination, int sourcePort, int destinationPort, byte[] payload) {
    byte[] transport =
        switch (protocol) {
          case UDP -> udp(source + destination, sourcePort, destinationPort, payload);
          case TCP -> tcp(sourcePort, destinationPort, payload);
          default -> payload;
        };
    byte[] addresses = HexFormat.of().parseHex(source + destination);
    return addresses.length == 8 ? ipv4(addresses, transport) : ipv6(addresses, transport);
  }

  private byte[] udp(String addresses, int sourcePort, int destinationPort, byte[] payload) {
    int length = 8 + payload.length;
    byte[] pseudo = Octets.of().raw(Octets.hex(addresses)).u16(UDP).u16(length).bytes();
    Octets header = Octets.of().u16(sourcePort).u16(destinationPort).u16(length);
    int sum = onesComplement(Octets.of().raw(pseudo).raw(header.bytes()).raw(payload).bytes());
    int correct = sum == 0 ? 0xffff : sum;
    int written =
        switch (checksum) {
          case CORRECT -> correct;
          case INCORRECT -> correct == 1 ? 2 : correct - 1;
          case ABSENT -> 0;
        };
    return header.u16(written).raw(payload).bytes();
  }

  private static byte[] tcp(int sourcePort, int destinationPort, byte[] payload) {
    Octets header = Octets.of().u16(sourcePort).u16(destinationPort).u32(1).u32(1);
    return header.u16(0x5018).u16(65_535).u16(0).u16(0).raw(payload).bytes();
  }

  private byte[] ipv4(byte[] addresses, byte[] transport) {
    int total = 20 + transport.length;
    Octets front = Octets.of().u16(0x4500).u16(total).u16(0x2a2a).u16(0).u8(64).u8(protocol);
    int sum = onesComplement(Octets.of().raw(front.bytes()).raw(addresses).bytes());
    return front.u16(sum).raw(addresses).raw(transport).bytes();
  }

  private byte[] ipv6(byte[] addresses, byte[] transport) {
    byte[] headers = Octets.hex(extensions);
    Octets front = Octets.of().u32(0x60000000L).u16(headers.length + transport.length);
    return front.u8(firstHeader).u8(64).raw(addresses).raw(headers).raw(transport).bytes();
  }

  /** RFC 1071, the slow way. */
  private static int onesComplement(byte[] bytes) {
    int sum = 0;
    for (int i = 0; i < bytes.length; i++) {
      sum += (bytes[i] & 0xff) << (i % 2 == 0 ? 8 : 0);
      sum = (sum & 0xffff) + (sum >> 16);
    }
    return ~sum & 0xffff;
  }
}
