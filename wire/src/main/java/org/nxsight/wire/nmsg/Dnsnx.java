package org.nxsight.wire.nmsg;

import static org.nxsight.wire.protobuf.ProtobufWriter.VARINT;

import org.nxsight.wire.protobuf.ByteRange;
import org.nxsight.wire.protobuf.Decoded;
import org.nxsight.wire.protobuf.ProtobufReader;
import org.nxsight.wire.protobuf.ProtobufWriter;

/**
 * A payload of type {@code SIE:dnsnx} (2:6), one name that does not exist (farsightsec/sie-nmsg,
 * dnsnx.proto).
 *
 * <pre>
 *   1  qname               bytes     wire format, case kept      required
 *   2  qtype               uint32                                required
 *   3  qclass              uint32                                required
 *   4  response_ip         bytes     4 or 16 octets              required
 *   5  soa_rrname          bytes     owner of the SOA, wire format
 *   6  response_time_sec   int64
 *   7  response_time_nsec  sfixed32
 * </pre>
 *
 * <p>No client address, by design. The object is reused; its ranges never outlive the bytes they
 * point to.
 */
public final class Dnsnx implements NmsgPayload {
  /** The vendor number, {@code SIE}. */
  public static final int VENDOR = 2;

  /** The message type number of this vendor. */
  public static final int TYPE = 6;

  private static final int REQUIRED = 1 << 1 | 1 << 2 | 1 << 3 | 1 << 4;

  /** The qname in wire format. */
  public final ByteRange qname = new ByteRange();

  /** The qtype. */
  public int qtype;

  /** The qclass. */
  public int qclass;

  /** The responding server's address. */
  public final ByteRange responseIp = new ByteRange();

  /** The owner of the SOA in the authority section, in wire format. */
  public final ByteRange soaRrname = new ByteRange();

  /** Whether {@link #responseTimeSeconds} is there. */
  public boolean hasResponseTimeSeconds;

  /** Seconds since 1970. */
  public long responseTimeSeconds;

  /** Whether {@link #responseTimeNanos} is there. */
  public boolean hasResponseTimeNanos;

  /** The nanoseconds to add to the seconds. */
  public int responseTimeNanos;

  private final ProtobufReader reader = new ProtobufReader();

  /** Makes all fields absent or zero. */
  public void reset() {
    qname.clear();
    qtype = 0;
    qclass = 0;
    responseIp.clear();
    soaRrname.clear();
    hasResponseTimeSeconds = false;
    responseTimeSeconds = 0;
    hasResponseTimeNanos = false;
    responseTimeNanos = 0;
  }

  /** Sets both response time fields. */
  public void setResponseTime(long epochNanos) {
    hasResponseTimeSeconds = true;
    responseTimeSeconds = Math.floorDiv(epochNanos, 1_000_000_000L);
    hasResponseTimeNanos = true;
    responseTimeNanos = (int) Math.floorMod(epochNanos, 1_000_000_000L);
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
    return qname.octets(1)
        + ProtobufWriter.u32Octets(2, qtype)
        + ProtobufWriter.u32Octets(3, qclass)
        + responseIp.octets(4)
        + soaRrname.octets(5)
        + (hasResponseTimeSeconds ? ProtobufWriter.i64Octets(6, responseTimeSeconds) : 0)
        + (hasResponseTimeNanos ? ProtobufWriter.fixed32Octets(7) : 0);
  }

  @Override
  public void encode(byte[] out, int at) {
    at = qname.put(out, at, 1);
    at = ProtobufWriter.putU32(out, at, 2, qtype);
    at = ProtobufWriter.putU32(out, at, 3, qclass);
    at = responseIp.put(out, at, 4);
    at = soaRrname.put(out, at, 5);
    if (hasResponseTimeSeconds) {
      at = ProtobufWriter.putI64(out, at, 6, responseTimeSeconds);
    }
    if (hasResponseTimeNanos) {
      ProtobufWriter.putFixed32(out, at, 7, responseTimeNanos);
    }
  }

  /** Points to the payload in {@code bytes[offset, offset + length)}; whole only when OK. */
  public Decoded decode(byte[] bytes, int offset, int length) {
    reset();
    reader.wrap(bytes, offset, length);
    int seen = 0;
    while (reader.next()) {
      Decoded taken = take(reader.field());
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

  private Decoded take(int field) {
    switch (field) {
      case 1 -> {
        return qname.take(reader);
      }
      case 2 -> qtype = (int) reader.value();
      case 3 -> qclass = (int) reader.value();
      case 4 -> {
        return responseIp.take(reader);
      }
      case 5 -> {
        return soaRrname.take(reader);
      }
      case 6 -> {
        hasResponseTimeSeconds = true;
        responseTimeSeconds = reader.value();
      }
      case 7 -> {
        hasResponseTimeNanos = true;
        responseTimeNanos = (int) reader.value();
        return Decoded.expect(reader, ProtobufWriter.FIXED32);
      }
      default -> {
        return Decoded.OK;
      }
    }
    return Decoded.expect(reader, VARINT);
  }
}
