package org.nxsight.channels.form;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.nxsight.wire.nmsg.ContainerWriter;
import org.nxsight.wire.nmsg.Dnsdedupe;
import org.nxsight.wire.nmsg.Dnsnx;
import org.nxsight.wire.nmsg.Dnsqr;

/** The records behind the golden files in {@code forms/}. */
final class Cases {
  static final long TIME = 1_714_566_896_123_456_789L;

  private static final byte[] SERVER = {(byte) 192, 0, 2, 53};
  private static final byte[] CLIENT = {(byte) 192, 0, 2, 1};
  private static final byte[] SERVER_IPV6 = {
    0x20, 0x01, 0x0d, (byte) 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x53
  };

  private final ContainerWriter writer = new ContainerWriter(8192);

  private Cases() {}

  /** The container of a case. */
  static byte[] container(String name) {
    Cases cases = new Cases();
    switch (name) {
      case "dnsnx" -> cases.dnsnx();
      case "dnsqr-unanswered" -> cases.unanswered();
      case "dnsqr-fragments" -> cases.fragments();
      case "dnsdedupe" -> cases.dnsdedupe();
      case "other-types" -> cases.otherTypes();
      default -> throw new IllegalArgumentException(name);
    }
    int length = cases.writer.finish();
    return Arrays.copyOf(cases.writer.buffer(), length);
  }

  private void dnsnx() {
    byte[] qname = name("Foo", "bar", "example");
    byte[] soa = name("example");
    Dnsnx dnsnx = new Dnsnx();
    dnsnx.qname.set(qname, 0, qname.length);
    dnsnx.qtype = 1;
    dnsnx.qclass = 1;
    dnsnx.responseIp.set(SERVER, 0, 4);
    dnsnx.soaRrname.set(soa, 0, soa.length);
    dnsnx.setResponseTime(TIME);
    int at = writer.open(Dnsnx.VENDOR, Dnsnx.TYPE, TIME, 0xa1ba02cf, dnsnx.encodedOctets());
    dnsnx.encode(writer.buffer(), at);
    writer.close();

    byte[] other = name("x", "invalid");
    dnsnx.reset();
    dnsnx.qname.set(other, 0, other.length);
    dnsnx.qtype = 28;
    dnsnx.qclass = 1;
    dnsnx.responseIp.set(SERVER_IPV6, 0, 16);
    at = writer.open(Dnsnx.VENDOR, Dnsnx.TYPE, TIME + 876_543_211L, 0, dnsnx.encodedOctets());
    dnsnx.encode(writer.buffer(), at);
    writer.close();
  }

  private void unanswered() {
    byte[] qname = name("\"q\\.\0");
    byte[] packet = udpIpv4(CLIENT, SERVER, new byte[] {0x12, 0x34, 0});
    Dnsqr dnsqr = new Dnsqr();
    dnsqr.type = Dnsqr.UDP_UNANSWERED_QUERY;
    dnsqr.queryIp.set(CLIENT, 0, 4);
    dnsqr.responseIp.set(SERVER, 0, 4);
    dnsqr.proto = 17;
    dnsqr.queryPort = 40_000;
    dnsqr.responsePort = 53;
    dnsqr.id = 0x1234;
    dnsqr.qname.set(qname, 0, qname.length);
    dnsqr.hasQtype = dnsqr.hasQclass = dnsqr.hasRcode = true;
    dnsqr.qtype = 65_280;
    dnsqr.qclass = 9;
    dnsqr.rcode = 4000;
    dnsqr.addQueryPacket(packet, 0, packet.length, TIME);
    dnsqr.hasTimeout = true;
    dnsqr.timeoutSeconds = 60.25;
    dnsqr.hasResolverAddressZeroed = true;
    dnsqr.resolverAddressZeroed = true;
    dnsqr.tcp.set(packet, 20, 1);
    dnsqr.icmp.set(packet, 20, 2);
    int at = writer.open(Dnsqr.VENDOR, Dnsqr.TYPE, TIME, 7, dnsqr.encodedOctets());
    dnsqr.encode(writer.buffer(), at);
    writer.close();
  }

  private void fragments() {
    byte[] query = udpIpv4(CLIENT, SERVER, message(0x0100, 0, new byte[0]));
    byte[] whole = udpIpv4(SERVER, CLIENT, message(0x8583, 1, soa()));
    System.arraycopy(new byte[] {0, 53, (byte) (40_000 >> 8), (byte) 40_000}, 0, whole, 20, 4);
    whole[26] = (byte) 0x91; // the checksum, worked out by a few lines of Python
    whole[27] = 0x2d;
    byte[] first = fragment(whole, 0, 48, true);
    byte[] second = fragment(whole, 48, whole.length - 20 - 48, false);
    byte[] qname = name("x", "invalid");
    Dnsqr dnsqr = new Dnsqr();
    dnsqr.type = Dnsqr.UDP_QUERY_RESPONSE;
    dnsqr.queryIp.set(CLIENT, 0, 4);
    dnsqr.responseIp.set(SERVER, 0, 4);
    dnsqr.proto = 17;
    dnsqr.queryPort = 40_000;
    dnsqr.responsePort = 53;
    dnsqr.id = 0x1234;
    dnsqr.qname.set(qname, 0, qname.length);
    dnsqr.hasQtype = dnsqr.hasQclass = dnsqr.hasRcode = true;
    dnsqr.qtype = 1;
    dnsqr.qclass = 1;
    dnsqr.rcode = 3;
    dnsqr.addQueryPacket(query, 0, query.length, TIME);
    dnsqr.addResponsePacket(second, 0, second.length, TIME + 1_000_000_000L);
    dnsqr.addResponsePacket(first, 0, first.length, TIME + 250_000_000L);
    int at = writer.open(Dnsqr.VENDOR, Dnsqr.TYPE, TIME, 7, dnsqr.encodedOctets());
    dnsqr.encode(writer.buffer(), at);
    writer.close();
  }

  private static byte[] message(int flags, int authorities, byte[] authority) {
    byte[] question = name("x", "invalid");
    ByteArrayOutputStream wire = new ByteArrayOutputStream();
    wire.writeBytes(new byte[] {0x12, 0x34, (byte) (flags >> 8), (byte) flags, 0, 1, 0, 0, 0});
    wire.write(authorities);
    wire.writeBytes(new byte[2]);
    wire.writeBytes(question);
    wire.writeBytes(new byte[] {0, 1, 0, 1});
    wire.writeBytes(authority);
    return wire.toByteArray();
  }

  private static byte[] soa() {
    ByteArrayOutputStream wire = new ByteArrayOutputStream();
    wire.writeBytes(new byte[] {0, 0, 6, 0, 1, 0, 0, 14, 16, 0, 24, 1, 'a', 0, 1, 'b', 0});
    wire.writeBytes(new byte[] {0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0, 4, 0, 0, 0, 5});
    byte[] record = wire.toByteArray();
    record[10] = (byte) (record.length - 11);
    return record;
  }

  /** A fragment of a datagram in IPv4 without options. */
  static byte[] fragment(byte[] whole, int from, int octets, boolean more) {
    byte[] packet = Arrays.copyOf(whole, 20 + octets);
    System.arraycopy(whole, 20 + from, packet, 20, octets);
    packet[3] = (byte) packet.length;
    packet[6] = (byte) (more ? 0x20 : 0);
    packet[7] = (byte) (from / 8);
    return packet;
  }

  private void dnsdedupe() {
    byte[] rrname = name("www", "example");
    Dnsdedupe dedupe = new Dnsdedupe();
    dedupe.rrname.set(rrname, 0, rrname.length);
    dedupe.bailiwick.set(rrname, rrname.length - 1, 1);
    dedupe.responseIp.set(SERVER, 0, 3);
    dedupe.rdata.add(CLIENT, 0, 4);
    dedupe.rdata.add(SERVER, 0, 4);
    dedupe.hasRrtype = dedupe.hasRrclass = dedupe.hasRrttl = dedupe.hasCount = true;
    dedupe.hasTimeFirst = dedupe.hasTimeLast = dedupe.hasType = true;
    dedupe.hasZoneTimeFirst = dedupe.hasZoneTimeLast = true;
    dedupe.rrtype = 1;
    dedupe.rrclass = 1;
    dedupe.rrttl = -1;
    dedupe.count = 3;
    dedupe.timeFirst = 1_519_296_866;
    dedupe.timeLast = -1;
    dedupe.type = Dnsdedupe.EXPIRATION;
    dedupe.zoneTimeLast = 1;
    int at = writer.open(Dnsdedupe.VENDOR, Dnsdedupe.TYPE, TIME, 7, dedupe.encodedOctets());
    dedupe.encode(writer.buffer(), at);
    writer.close();
  }

  private void otherTypes() {
    other(1, 14, 1, 1);
    other(2, 99, -1, 0);
    other(77, 1, Long.MAX_VALUE, -1);
    other(Dnsnx.VENDOR, Dnsnx.TYPE, 951_782_400_000_000_000L, 0);
  }

  private void other(int vendor, int type, long epochNanos, int source) {
    int at = writer.open(vendor, type, epochNanos, source, 3);
    writer.buffer()[at] = 0x08; // as dnsnx: the qname as a number
    writer.buffer()[at + 1] = 0x01;
    writer.buffer()[at + 2] = 0x00;
    writer.close();
  }

  /** A name in wire format. */
  static byte[] name(String... labels) {
    ByteArrayOutputStream wire = new ByteArrayOutputStream();
    for (String label : labels) {
      wire.write(label.length());
      wire.writeBytes(label.getBytes(StandardCharsets.ISO_8859_1));
    }
    wire.write(0);
    return wire.toByteArray();
  }

  /** A UDP datagram in IPv4 from port 40000 to 53, without a UDP checksum. */
  static byte[] udpIpv4(byte[] from, byte[] to, byte[] data) {
    byte[] packet = new byte[28 + data.length];
    packet[0] = 0x45;
    packet[3] = (byte) packet.length;
    packet[9] = 17;
    System.arraycopy(from, 0, packet, 12, 4);
    System.arraycopy(to, 0, packet, 16, 4);
    packet[20] = (byte) (40_000 >> 8);
    packet[21] = (byte) 40_000;
    packet[23] = 53;
    packet[25] = (byte) (8 + data.length);
    System.arraycopy(data, 0, packet, 28, data.length);
    return packet;
  }
}
