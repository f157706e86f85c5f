package org.nxsight.wire.protobuf;

import org.nxsight.wire.Bytes;

/**
 * A walk over the fields of one protocol buffer message inside a larger array; {@link
 * ProtobufWriter} draws the encoding.
 *
 * <p>A message is malformed when a tag, a number or the octets of a field run over its end, a
 * varint has more than ten octets, a field number is 0 or above 2^29 - 1, or a wire type is none of
 * 0, 1, 2, 5. The walk then ends, and {@link #isMalformed} tells. A view is reused and never
 * outlives the bytes it looks at.
 */
public final class ProtobufReader {
  private static final int MAX_VARINT_OCTETS = 10;
  private static final long MAX_TAG = (1L << 32) - 1;

  private byte[] bytes = new byte[0];
  private int at;
  private int end;
  private boolean malformed;

  private int field;
  private int wireType;
  private long value;
  private int offset;
  private int length;

  /** Starts a walk over {@code bytes[offset, offset + length)}. */
  public void wrap(byte[] bytes, int offset, int length) {
    this.bytes = bytes;
    at = offset;
    end = offset + length;
    malformed = false;
  }

  /** Steps to the next field; false at the end and at malformed octets. */
  public boolean next() {
    if (at >= end) {
      return false;
    }
    long tag = varint();
    field = (int) (tag >>> 3);
    wireType = (int) tag & 7;
    if (malformed || tag < 0 || tag > MAX_TAG || field == 0) {
      return fail();
    }
    return switch (wireType) {
      case ProtobufWriter.VARINT -> {
        value = varint();
        yield !malformed;
      }
      case ProtobufWriter.FIXED64 -> fixed(8);
      case ProtobufWriter.FIXED32 -> fixed(4);
      case ProtobufWriter.LENGTH_DELIMITED -> octets();
      default -> fail();
    };
  }

  /** Steps to the next number of a packed run, which has no tags; false as for {@link #next}. */
  public boolean nextPacked(int wireType) {
    if (at >= end) {
      return false;
    }
    if (wireType == ProtobufWriter.FIXED32) {
      return fixed(4);
    }
    value = varint();
    return !malformed;
  }

  private boolean octets() {
    long count = varint();
    if (malformed || count < 0 || count > end - at) {
      return fail();
    }
    offset = at;
    length = (int) count;
    at += length;
    return true;
  }

  private boolean fixed(int octets) {
    if (octets > end - at) {
      return fail();
    }
    value =
        octets == 4
            ? Integer.reverseBytes(Bytes.i32(bytes, at))
            : Long.reverseBytes(Bytes.i64(bytes, at));
    at += octets;
    return true;
  }

  private long varint() {
    long result = 0;
    int limit = Math.min(end, at + MAX_VARINT_OCTETS);
    for (int shift = 0; at < limit; shift += 7) {
      byte octet = bytes[at++];
      result |= (long) (octet & 0x7f) << shift;
      if (octet >= 0) {
        return result;
      }
    }
    malformed = true;
    return 0;
  }

  private boolean fail() {
    malformed = true;
    at = end;
    return false;
  }

  /** Whether the walk ended at malformed octets. */
  public boolean isMalformed() {
    return malformed;
  }

  /** The field's number, 1..2^29 - 1. */
  public int field() {
    return field;
  }

  /** The field's wire type: 0, 1, 2 or 5. */
  public int wireType() {
    return wireType;
  }

  /** The number of a field of wire type 0, 1 or 5; four octets are sign-extended. */
  public long value() {
    return value;
  }

  /** The array that the message stands in. */
  public byte[] bytes() {
    return bytes;
  }

  /** Where the octets of a field of wire type 2 start. */
  public int offset() {
    return offset;
  }

  /** The length of a field of wire type 2. */
  public int length() {
    return length;
  }
}
