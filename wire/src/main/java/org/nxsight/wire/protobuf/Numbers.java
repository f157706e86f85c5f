package org.nxsight.wire.protobuf;

import java.util.Arrays;

/**
 * A repeated number field, int64 or sfixed32. It is reused and grows as needed up to {@link
 * Decoded#MAX_VALUES}. Written one field a value, as protobuf-c does; the packed form is read too.
 */
public final class Numbers {
  private final int wireType;
  private long[] values = new long[2];
  private int count;

  /** A field of the wire type {@link ProtobufWriter#VARINT} or {@link ProtobufWriter#FIXED32}. */
  public Numbers(int wireType) {
    this.wireType = wireType;
  }

  /** Appends a value; false when there are too many. */
  public boolean add(long value) {
    if (count == Decoded.MAX_VALUES) {
      return false;
    }
    if (count == values.length) {
      values = Arrays.copyOf(values, 2 * count);
    }
    values[count++] = value;
    return true;
  }

  /** Forgets all values. */
  public void clear() {
    count = 0;
  }

  /** How many values there are. */
  public int count() {
    return count;
  }

  /** Value {@code index}. */
  public long get(int index) {
    return values[index];
  }

  /** Appends the reader's field, one value or a packed run of them. */
  public Decoded take(ProtobufReader reader) {
    if (reader.wireType() == wireType) {
      return add(reader.value()) ? Decoded.OK : Decoded.TOO_MANY_VALUES;
    }
    if (reader.wireType() != ProtobufWriter.LENGTH_DELIMITED) {
      return Decoded.WRONG_WIRE_TYPE;
    }
    ProtobufReader packed = new ProtobufReader();
    packed.wrap(reader.bytes(), reader.offset(), reader.length());
    while (packed.nextPacked(wireType)) {
      if (!add(packed.value())) {
        return Decoded.TOO_MANY_VALUES;
      }
    }
    return packed.isMalformed() ? Decoded.BAD_PROTOBUF : Decoded.OK;
  }

  /** The octets of all values as fields. */
  public int octets(int field) {
    if (wireType == ProtobufWriter.FIXED32) {
      return count * ProtobufWriter.fixed32Octets(field);
    }
    int octets = 0;
    for (int i = 0; i < count; i++) {
      octets += ProtobufWriter.i64Octets(field, values[i]);
    }
    return octets;
  }

  /** Writes one field a value. */
  public int put(byte[] out, int at, int field) {
    for (int i = 0; i < count; i++) {
      at =
          wireType == ProtobufWriter.FIXED32
              ? ProtobufWriter.putFixed32(out, at, field, (int) values[i])
              : ProtobufWriter.putI64(out, at, field, values[i]);
    }
    return at;
  }
}
