package org.nxsight.wire.nmsg;

import static org.nxsight.wire.protobuf.ProtobufWriter.VARINT;

import org.nxsight.wire.protobuf.ByteRange;
import org.nxsight.wire.protobuf.Decoded;
import org.nxsight.wire.protobuf.ProtobufReader;
import org.nxsight.wire.protobuf.ProtobufWriter;

/**
 * One payload of a container with its envelope (farsightsec/nmsg, nmsg.proto, NmsgPayload).
 *
 * <pre>
 *   1  vid        uint32   required      5  payload   bytes
 *   2  msgtype    uint32   required      7  source    uint32
 *   3  time_sec   int64    required      8  operator  uint32
 *   4  time_nsec  fixed32  required      9  group     uint32
 * </pre>
 *
 * <p>A view is reused and never outlives the bytes it looks at.
 */
public final class PayloadView {
  private static final int REQUIRED = 1 << 1 | 1 << 2 | 1 << 3 | 1 << 4;
  private static final long NANOS_A_SECOND = 1_000_000_000L;

  private int vendor;
  private int type;
  private long timeSeconds;
  private int timeNanos;
  private final ByteRange payload = new ByteRange();
  private int source;
  private int operator;
  private int group;
  private final ProtobufReader reader = new ProtobufReader();

  /** Looks at a payload that stands in no container, without operator and group. */
  public void set(
      int vendor, int type, long epochNanos, int source, byte[] bytes, int offset, int length) {
    this.vendor = vendor;
    this.type = type;
    timeSeconds = Math.floorDiv(epochNanos, NANOS_A_SECOND);
    timeNanos = (int) Math.floorMod(epochNanos, NANOS_A_SECOND);
    payload.set(bytes, offset, length);
    this.source = source;
    operator = 0;
    group = 0;
  }

  /** Looks at the encoded envelope in {@code bytes[offset, offset + length)}. */
  public Decoded decode(byte[] bytes, int offset, int length) {
    source = 0;
    operator = 0;
    group = 0;
    payload.clear();
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
      case 1 -> vendor = (int) reader.value();
      case 2 -> type = (int) reader.value();
      case 3 -> timeSeconds = reader.value();
      case 4 -> {
        timeNanos = (int) reader.value();
        return Decoded.expect(reader, ProtobufWriter.FIXED32);
      }
      case 5 -> {
        return payload.take(reader);
      }
      case 7 -> source = (int) reader.value();
      case 8 -> operator = (int) reader.value();
      case 9 -> group = (int) reader.value();
      default -> {
        return Decoded.OK;
      }
    }
    return Decoded.expect(reader, VARINT);
  }

  /** Whether the payload is of this vendor and type. */
  public boolean is(int vendor, int type) {
    return this.vendor == vendor && this.type == type;
  }

  /** The vendor number, unsigned. */
  public int vendor() {
    return vendor;
  }

  /** The vendor's number for the type, unsigned. */
  public int type() {
    return type;
  }

  /** Seconds since 1970. */
  public long timeSeconds() {
    return timeSeconds;
  }

  /** The nanoseconds to add to the seconds; unsigned, and nobody promises less than 10^9. */
  public int timeNanos() {
    return timeNanos;
  }

  /** Nanoseconds since 1970; a time outside of 1677..2262 becomes the nearest within. */
  public long epochNanos() {
    long limit = Long.MAX_VALUE / NANOS_A_SECOND - 4;
    if (timeSeconds > limit || timeSeconds < -limit) {
      return timeSeconds > 0 ? Long.MAX_VALUE : Long.MIN_VALUE;
    }
    return timeSeconds * NANOS_A_SECOND + Integer.toUnsignedLong(timeNanos);
  }

  /** Who published it, unsigned; 0 when not told. */
  public int source() {
    return source;
  }

  /** The operator's number, unsigned; 0 when not told. */
  public int operator() {
    return operator;
  }

  /** The group's number, unsigned; 0 when not told. */
  public int group() {
    return group;
  }

  /** The array that the payload stands in. */
  public byte[] bytes() {
    return payload.bytes();
  }

  /** Where the payload starts. */
  public int offset() {
    return payload.offset();
  }

  /** The payload's length in octets. */
  public int length() {
    return payload.length();
  }
}
