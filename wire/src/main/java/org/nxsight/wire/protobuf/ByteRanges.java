package org.nxsight.wire.protobuf;

import java.util.Arrays;

/**
 * A repeated bytes field: ranges of somebody else's arrays. It is reused, grows as needed up to
 * {@link Decoded#MAX_VALUES}, and never outlives the bytes it points to.
 */
public final class ByteRanges {
  private byte[][] bytes = new byte[2][];
  private int[] offsets = new int[2];
  private int[] lengths = new int[2];
  private int count;

  /** Appends {@code bytes[offset, offset + length)}; false when there are too many. */
  public boolean add(byte[] bytes, int offset, int length) {
    if (count == Decoded.MAX_VALUES) {
      return false;
    }
    if (count == offsets.length) {
      this.bytes = Arrays.copyOf(this.bytes, 2 * count);
      offsets = Arrays.copyOf(offsets, 2 * count);
      lengths = Arrays.copyOf(lengths, 2 * count);
    }
    this.bytes[count] = bytes;
    offsets[count] = offset;
    lengths[count++] = length;
    return true;
  }

  /** Forgets all ranges. */
  public void clear() {
    count = 0;
  }

  /** How many ranges there are. */
  public int count() {
    return count;
  }

  /** The array of range {@code index}. */
  public byte[] bytes(int index) {
    return bytes[index];
  }

  /** Where range {@code index} starts. */
  public int offset(int index) {
    return offsets[index];
  }

  /** The length of range {@code index}. */
  public int length(int index) {
    return lengths[index];
  }

  /** Appends the reader's field. */
  public Decoded take(ProtobufReader reader) {
    if (reader.wireType() != ProtobufWriter.LENGTH_DELIMITED) {
      return Decoded.WRONG_WIRE_TYPE;
    }
    return add(reader.bytes(), reader.offset(), reader.length())
        ? Decoded.OK
        : Decoded.TOO_MANY_VALUES;
  }

  /** The octets of all values as fields. */
  public int octets(int field) {
    int octets = 0;
    for (int i = 0; i < count; i++) {
      octets += ProtobufWriter.bytesOctets(field, lengths[i]);
    }
    return octets;
  }

  /** Writes one field a value. */
  public int put(byte[] out, int at, int field) {
    for (int i = 0; i < count; i++) {
      at = ProtobufWriter.putBytes(out, at, field, bytes[i], offsets[i], lengths[i]);
    }
    return at;
  }
}
