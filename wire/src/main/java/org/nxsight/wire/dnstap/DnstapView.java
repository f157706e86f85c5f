package org.nxsight.wire.dnstap;

import org.nxsight.wire.protobuf.ByteRange;
import org.nxsight.wire.protobuf.Decoded;
import org.nxsight.wire.protobuf.ProtobufReader;
import org.nxsight.wire.protobuf.ProtobufWriter;

/**
 * One dnstap frame: who reports, and the DNS message that is reported (dnstap/dnstap.pb,
 * dnstap.proto).
 *
 * <pre>
 *   Dnstap                       Message
 *    1  identity  bytes           1  type              enum    required    9  query_time_nsec     fixed32
 *    2  version   bytes           2  socket_family     1 INET, 2 INET6    10  query_message       bytes
 *    3  extra     bytes           3  socket_protocol   1 UDP, 2 TCP, ...  11  query_zone          bytes
 *   14  message   Message         4  query_address     bytes              12  response_time_sec   uint64
 *   15  type      enum, required  5  response_address  bytes              13  response_time_nsec  fixed32
 *                                 6  query_port        uint32             14  response_message    bytes
 *                                 7  response_port     uint32
 *                                 8  query_time_sec    uint64
 * </pre>
 *
 * <p>A view is reused and never outlives the bytes it looks at.
 */
public final class DnstapView {
  /** Dnstap.Type: the only one there is. */
  public static final int MESSAGE = 1;

  /** SocketFamily: IPv4. */
  public static final int INET = 1;

  /** SocketFamily: IPv6. */
  public static final int INET6 = 2;

  /** SocketProtocol: UDP. */
  public static final int UDP = 1;

  /** SocketProtocol: DNS over TCP (RFC 7766). */
  public static final int TCP = 2;

  /** SocketProtocol: DNS over TLS (RFC 7858). */
  public static final int DOT = 3;

  /** SocketProtocol: DNS over HTTPS (RFC 8484). */
  public static final int DOH = 4;

  /** SocketProtocol: DNSCrypt over UDP. */
  public static final int DNSCRYPT_UDP = 5;

  /** SocketProtocol: DNSCrypt over TCP. */
  public static final int DNSCRYPT_TCP = 6;

  /** SocketProtocol: DNS over QUIC (RFC 9250). */
  public static final int DOQ = 7;

  private final ByteRange identity = new ByteRange();
  private final ByteRange version = new ByteRange();
  private final ByteRange extra = new ByteRange();
  private final ByteRange message = new ByteRange();
  private final ByteRange queryAddress = new ByteRange();
  private final ByteRange responseAddress = new ByteRange();
  private final ByteRange queryMessage = new ByteRange();
  private final ByteRange queryZone = new ByteRange();
  private final ByteRange responseMessage = new ByteRange();
  private final DnstapTime queryTime = new DnstapTime();
  private final DnstapTime responseTime = new DnstapTime();
  private final ProtobufReader reader = new ProtobufReader();
  private int frameType;
  private int type;
  private int family;
  private int protocol;
  private int queryPort;
  private int responsePort;

  /** Looks at the frame in {@code bytes[offset, offset + length)}; whole only when OK. */
  public Decoded decode(byte[] bytes, int offset, int length) {
    reset();
    reader.wrap(bytes, offset, length);
    while (reader.next()) {
      Decoded taken = takeEnvelope();
      if (taken != Decoded.OK) {
        return taken;
      }
    }
    if (reader.isMalformed()) {
      return Decoded.BAD_PROTOBUF;
    }
    if (frameType != MESSAGE || !message.isPresent()) {
      return Decoded.MISSING_FIELD;
    }
    reader.wrap(message.bytes(), message.offset(), message.length());
    while (reader.next()) {
      Decoded taken = takeMessage();
      if (taken != Decoded.OK) {
        return taken;
      }
    }
    if (reader.isMalformed()) {
      return Decoded.BAD_PROTOBUF;
    }
    return type == 0 ? Decoded.MISSING_FIELD : Decoded.OK;
  }

  private void reset() {
    identity.clear();
    version.clear();
    extra.clear();
    message.clear();
    queryAddress.clear();
    responseAddress.clear();
    queryMessage.clear();
    queryZone.clear();
    responseMessage.clear();
    queryTime.clear();
    responseTime.clear();
    frameType = type = family = protocol = queryPort = responsePort = 0;
  }

  private Decoded takeEnvelope() {
    return switch (reader.field()) {
      case 1 -> identity.take(reader);
      case 2 -> version.take(reader);
      case 3 -> extra.take(reader);
      case 14 -> message.take(reader);
      case 15 -> {
        frameType = (int) reader.value();
        yield Decoded.expect(reader, ProtobufWriter.VARINT);
      }
      default -> Decoded.OK;
    };
  }

  private Decoded takeMessage() {
    return switch (reader.field()) {
      case 4 -> queryAddress.take(reader);
      case 5 -> responseAddress.take(reader);
      case 9 -> queryTime.takeNanos(reader);
      case 10 -> queryMessage.take(reader);
      case 11 -> queryZone.take(reader);
      case 13 -> responseTime.takeNanos(reader);
      case 14 -> responseMessage.take(reader);
      case 1, 2, 3, 6, 7, 8, 12 -> takeNumber(reader.value());
      default -> Decoded.OK;
    };
  }

  private Decoded takeNumber(long value) {
    switch (reader.field()) {
      case 1 -> type = (int) value;
      case 2 -> family = (int) value;
      case 3 -> protocol = (int) value;
      case 6 -> queryPort = (int) value;
      case 7 -> responsePort = (int) value;
      case 8 -> queryTime.setSeconds(value);
      default -> responseTime.setSeconds(value);
    }
    return Decoded.expect(reader, ProtobufWriter.VARINT);
  }

  /** The reporting server's name, mostly its host's. */
  public ByteRange identity() {
    return identity;
  }

  /** The reporting server's software. */
  public ByteRange version() {
    return version;
  }

  /** What the reporting server adds. */
  public ByteRange extra() {
    return extra;
  }

  /** The message's type, 1..14, or a number not known here; {@link DnstapRole} sorts them. */
  public int type() {
    return type;
  }

  /** {@link #INET}, {@link #INET6}, another number, or 0 when not told. */
  public int family() {
    return family;
  }

  /** One of the protocols above, another number, or 0 when not told. */
  public int protocol() {
    return protocol;
  }

  /** The address of who asked: 4 or 16 octets when it is well. */
  public ByteRange queryAddress() {
    return queryAddress;
  }

  /** The address of who was asked. */
  public ByteRange responseAddress() {
    return responseAddress;
  }

  /** The port of who asked; 0 when not told. */
  public int queryPort() {
    return queryPort;
  }

  /** The port of who was asked; 0 when not told. */
  public int responsePort() {
    return responsePort;
  }

  /** When the query was sent, or received. */
  public DnstapTime queryTime() {
    return queryTime;
  }

  /** The query in wire format. */
  public ByteRange queryMessage() {
    return queryMessage;
  }

  /** The zone whose servers were asked, or which answers: a name in wire format. */
  public ByteRange queryZone() {
    return queryZone;
  }

  /** When the response was received, or sent. */
  public DnstapTime responseTime() {
    return responseTime;
  }

  /** The response in wire format. */
  public ByteRange responseMessage() {
    return responseMessage;
  }
}
