package org.nxsight.wire.nmsg;

import static org.nxsight.wire.protobuf.ProtobufWriter.FIXED32;
import static org.nxsight.wire.protobuf.ProtobufWriter.FIXED64;
import static org.nxsight.wire.protobuf.ProtobufWriter.VARINT;

import org.nxsight.wire.protobuf.ByteRange;
import org.nxsight.wire.protobuf.ByteRanges;
import org.nxsight.wire.protobuf.Decoded;
import org.nxsight.wire.protobuf.Numbers;
import org.nxsight.wire.protobuf.ProtobufReader;
import org.nxsight.wire.protobuf.ProtobufWriter;

/**
 * A payload of type {@code base:dnsqr} (1:9), one DNS query with its response, either of them
 * possibly missing (farsightsec/nmsg, nmsg/base/dnsqr.proto).
 *
 * <pre>
 *    1  type              enum    required     12  query_packet             bytes     repeated
 *    2  query_ip          bytes   required     13  query_time_sec           int64     repeated
 *    3  response_ip       bytes   required     14  query_time_nsec          sfixed32  repeated
 *    4  proto             uint32  required     15  response_packet          bytes     repeated
 *    5  query_port        uint32  required     16  response_time_sec        int64     repeated
 *    6  response_port     uint32  required     17  response_time_nsec       sfixed32  repeated
 *    7  id                uint32  required     18  tcp                      bytes
 *    8  qname             bytes                19  icmp                     bytes
 *    9  qtype             uint32               20  timeout                  double
 *   10  qclass            uint32               21  udp_checksum             enum
 *   11  rcode             uint32               22  resolver_address_zeroed  bool
 * </pre>
 *
 * <p>A packet is a raw IP datagram; a fragmented one stands there as its several fragments. The
 * object is reused; its ranges never outlive the bytes they point to.
 */
public final class Dnsqr implements NmsgPayload {
  /** The vendor number, {@code base}. */
  public static final int VENDOR = 1;

  /** The message type number of this vendor. */
  public static final int TYPE = 9;

  /** Type: a query and its response over UDP. */
  public static final int UDP_QUERY_RESPONSE = 1;

  /** Type: a query over UDP that nobody answered in time. */
  public static final int UDP_UNANSWERED_QUERY = 2;

  /** Type: a response over UDP to no query that was seen. */
  public static final int UDP_UNSOLICITED_RESPONSE = 3;

  /** Type: over TCP. */
  public static final int TCP = 4;

  /** Type: an ICMP message. */
  public static final int ICMP = 5;

  /** Type: a query over UDP, by a sensor that pairs nothing. */
  public static final int UDP_QUERY_ONLY = 6;

  /** Type: a response over UDP, by a sensor that pairs nothing. */
  public static final int UDP_RESPONSE_ONLY = 7;

  /** Checksum: not to be told, as after zeroing an address. */
  public static final int CHECKSUM_ERROR = 0;

  /** Checksum: the sender made none. */
  public static final int CHECKSUM_ABSENT = 1;

  /** Checksum: wrong. */
  public static final int CHECKSUM_INCORRECT = 2;

  /** Checksum: right. */
  public static final int CHECKSUM_CORRECT = 3;

  private static final int REQUIRED = 0b1111_1110;

  /** One of the types above, or another number. */
  public int type;

  /** The address the query came from, 4 or 16 octets. */
  public final ByteRange queryIp = new ByteRange();

  /** The address the query went to, 4 or 16 octets. */
  public final ByteRange responseIp = new ByteRange();

  /** The IP protocol: 17 UDP, 6 TCP, 1 ICMP. */
  public int proto;

  /** The port the query came from. */
  public int queryPort;

  /** The port the query went to. */
  public int responsePort;

  /** The DNS message id. */
  public int id;

  /** The qname in wire format, case kept. */
  public final ByteRange qname = new ByteRange();

  /** Whether {@link #qtype} is there. */
  public boolean hasQtype;

  /** The qtype. */
  public int qtype;

  /** Whether {@link #qclass} is there. */
  public boolean hasQclass;

  /** The qclass. */
  public int qclass;

  /** Whether {@link #rcode} is there. */
  public boolean hasRcode;

  /** The response's rcode. */
  public int rcode;

  /** The query's IP datagrams. */
  public final ByteRanges queryPackets = new ByteRanges();

  /** When the query's datagrams were seen, in seconds since 1970. */
  public final Numbers queryTimeSeconds = new Numbers(VARINT);

  /** The nanoseconds to add to those seconds. */
  public final Numbers queryTimeNanos = new Numbers(FIXED32);

  /** The response's IP datagrams. */
  public final ByteRanges responsePackets = new ByteRanges();

  /** When the response's datagrams were seen, in seconds since 1970. */
  public final Numbers responseTimeSeconds = new Numbers(VARINT);

  /** The nanoseconds to add to those seconds. */
  public final Numbers responseTimeNanos = new Numbers(FIXED32);

  /** A TCP segment, for type TCP. */
  public final ByteRange tcp = new ByteRange();

  /** An ICMP message, for type ICMP. */
  public final ByteRange icmp = new ByteRange();

  /** Whether {@link #timeoutSeconds} is there. */
  public boolean hasTimeout;

  /** How long the unanswered query was waited for. */
  public double timeoutSeconds;

  /** Whether {@link #udpChecksum} is there. */
  public boolean hasUdpChecksum;

  /** What verifying the response's UDP checksum came to. */
  public int udpChecksum;

  /** Whether {@link #resolverAddressZeroed} is there. */
  public boolean hasResolverAddressZeroed;

  /** Whether the initiator's address was zeroed. */
  public boolean resolverAddressZeroed;

  private final ProtobufReader reader = new ProtobufReader();

  /** Makes all fields absent or zero. */
  public void reset() {
    type = 0;
    queryIp.clear();
    responseIp.clear();
    proto = 0;
    queryPort = 0;
    responsePort = 0;
    id = 0;
    qname.clear();
    hasQtype = hasQclass = hasRcode = false;
    qtype = qclass = rcode = 0;
    queryPackets.clear();
    queryTimeSeconds.clear();
    queryTimeNanos.clear();
    responsePackets.clear();
    responseTimeSeconds.clear();
    responseTimeNanos.clear();
    tcp.clear();
    icmp.clear();
    hasTimeout = hasUdpChecksum = hasResolverAddressZeroed = false;
    timeoutSeconds = 0;
    udpChecksum = 0;
    resolverAddressZeroed = false;
  }

  /** Adds one of the query's datagrams, seen at {@code epochNanos}. */
  public void addQueryPacket(byte[] bytes, int offset, int length, long epochNanos) {
    queryPackets.add(bytes, offset, length);
    queryTimeSeconds.add(Math.floorDiv(epochNanos, 1_000_000_000L));
    queryTimeNanos.add(Math.floorMod(epochNanos, 1_000_000_000L));
  }

  /** Adds one of the response's datagrams, seen at {@code epochNanos}. */
  public void addResponsePacket(byte[] bytes, int offset, int length, long epochNanos) {
    responsePackets.add(bytes, offset, length);
    responseTimeSeconds.add(Math.floorDiv(epochNanos, 1_000_000_000L));
    responseTimeNanos.add(Math.floorMod(epochNanos, 1_000_000_000L));
  }

  @Override
  public int vendor() {
    return VENDOR;
  }

  @Override
  public int messageType() {
    return TYPE;
  }

  @Override
  public int encodedOctets() {
    return ProtobufWriter.i64Octets(1, type)
        + queryIp.octets(2)
        + responseIp.octets(3)
        + ProtobufWriter.u32Octets(4, proto)
        + ProtobufWriter.u32Octets(5, queryPort)
        + ProtobufWriter.u32Octets(6, responsePort)
        + ProtobufWriter.u32Octets(7, id)
        + qname.octets(8)
        + (hasQtype ? ProtobufWriter.u32Octets(9, qtype) : 0)
        + (hasQclass ? ProtobufWriter.u32Octets(10, qclass) : 0)
        + (hasRcode ? ProtobufWriter.u32Octets(11, rcode) : 0)
        + queryPackets.octets(12)
        + queryTimeSeconds.octets(13)
        + queryTimeNanos.octets(14)
        + responsePackets.octets(15)
        + responseTimeSeconds.octets(16)
        + responseTimeNanos.octets(17)
        + tcp.octets(18)
        + icmp.octets(19)
        + (hasTimeout ? ProtobufWriter.doubleOctets(20) : 0)
        + (hasUdpChecksum ? ProtobufWriter.i64Octets(21, udpChecksum) : 0)
        + (hasResolverAddressZeroed ? ProtobufWriter.u32Octets(22, 1) : 0);
  }

  @Override
  public void encode(byte[] out, int at) {
    at = ProtobufWriter.putI64(out, at, 1, type);
    at = queryIp.put(out, at, 2);
    at = responseIp.put(out, at, 3);
    at = ProtobufWriter.putU32(out, at, 4, proto);
    at = ProtobufWriter.putU32(out, at, 5, queryPort);
    at = ProtobufWriter.putU32(out, at, 6, responsePort);
    at = ProtobufWriter.putU32(out, at, 7, id);
    at = qname.put(out, at, 8);
    at = hasQtype ? ProtobufWriter.putU32(out, at, 9, qtype) : at;
    at = hasQclass ? ProtobufWriter.putU32(out, at, 10, qclass) : at;
    at = hasRcode ? ProtobufWriter.putU32(out, at, 11, rcode) : at;
    at = queryPackets.put(out, at, 12);
    at = queryTimeSeconds.put(out, at, 13);
    at = queryTimeNanos.put(out, at, 14);
    at = responsePackets.put(out, at, 15);
    at = responseTimeSeconds.put(out, at, 16);
    at = responseTimeNanos.put(out, at, 17);
    at = tcp.put(out, at, 18);
    at = icmp.put(out, at, 19);
    at = hasTimeout ? ProtobufWriter.putDouble(out, at, 20, timeoutSeconds) : at;
    at = hasUdpChecksum ? ProtobufWriter.putI64(out, at, 21, udpChecksum) : at;
    if (hasResolverAddressZeroed) {
      ProtobufWriter.putU32(out, at, 22, resolverAddressZeroed ? 1 : 0);
    }
  }

  /** Points to the payload in {@code bytes[offset, offset + length)}; whole only when OK. */
  public Decoded decode(byte[] bytes, int offset, int length) {
    reset();
    reader.wrap(bytes, offset, length);
    int seen = 0;
    while (reader.next()) {
      Decoded taken = reader.field() < 12 ? takeHead(reader.field()) : takeTail(reader.field());
      if (taken != Decoded.OK) {
        return taken;
      }
      seen |= reader.field() < Integer.SIZE ? 1 << reader.field() : 0;
    }
    if (reader.isMalformed()) {
      return Decoded.BAD_PROTOBUF;
    }
    return (seen & REQUIRED) == REQUIRED ? Decoded.OK : Decoded.MISSING_FIELD;
  }

  private Decoded takeHead(int field) {
    int number = (int) reader.value();
    switch (field) {
      case 1 -> type = number;
      case 2 -> {
        return queryIp.take(reader);
      }
      case 3 -> {
        return responseIp.take(reader);
      }
      case 4 -> proto = number;
      case 5 -> queryPort = number;
      case 6 -> responsePort = number;
      case 7 -> id = number;
      case 8 -> {
        return qname.take(reader);
      }
      case 9 -> {
        hasQtype = true;
        qtype = number;
      }
      case 10 -> {
        hasQclass = true;
        qclass = number;
      }
      default -> {
        hasRcode = true;
        rcode = number;
      }
    }
    return Decoded.expect(reader, VARINT);
  }

  private Decoded takeTail(int field) {
    return switch (field) {
      case 12 -> queryPackets.take(reader);
      case 13 -> queryTimeSeconds.take(reader);
      case 14 -> queryTimeNanos.take(reader);
      case 15 -> responsePackets.take(reader);
      case 16 -> responseTimeSeconds.take(reader);
      case 17 -> responseTimeNanos.take(reader);
      case 18 -> tcp.take(reader);
      case 19 -> icmp.take(reader);
      case 20 -> {
        hasTimeout = true;
        timeoutSeconds = Double.longBitsToDouble(reader.value());
        yield Decoded.expect(reader, FIXED64);
      }
      case 21 -> {
        hasUdpChecksum = true;
        udpChecksum = (int) reader.value();
        yield Decoded.expect(reader, VARINT);
      }
      case 22 -> {
        hasResolverAddressZeroed = true;
        resolverAddressZeroed = reader.value() != 0;
        yield Decoded.expect(reader, VARINT);
      }
      default -> Decoded.OK;
    };
  }
}
