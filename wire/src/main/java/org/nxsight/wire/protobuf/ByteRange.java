package org.nxsight.wire.protobuf;

/**
 * A bytes field: present or not, and when present a range of somebody else's array. It is reused,
 * and never outlives the bytes it points to.
 */
public final class ByteRange {
  private static final byte[] NOTHING = new byte[0];

  private byte[] bytes = NOTHING;
  private int offset;
  private int length;
  private boolean present;

  /** Points to {@code bytes[offset, offset + length)}. */
  public void set(byte[] bytes, int offset, int length) {
    this.bytes = bytes;
    this.offset = offset;
    this.length = length;
    present = true;
  }

  /** Makes the field absent. */
  public void clear() {
    bytes = NOTHING;
    offset = 0;
    length = 0;
    present = false;
  }

  /** Whether the field is there; it may still be empty. */
  public boolean isPresent() {
    return present;
  }

  /** The array. */
  public byte[] bytes() {
    return bytes;
  }

  /** Where the range starts. */
  public int offset() {
    return offset;
  }

  /** The range's length in octets; 0 when absent. */
  public int length() {
    return length;
  }

  /** Takes the reader's field. */
  public Decoded take(ProtobufReader reader) {
    if (reader.wireType() != ProtobufWriter.LENGTH_DELIMITED) {
      return Decoded.WRONG_WIRE_TYPE;
    }
    set(reader.bytes(), reader.offset(), reader.length());
    return Decoded.OK;
  }

  /** The octets of the field when present, or 0. */
  public int octets(int field) {
    return present ? ProtobufWriter.bytesOctets(field, length) : 0;
  }

  /** Writes the field when present. */
  public int put(byte[] out, int at, int field) {
    return present ? ProtobufWriter.putBytes(out, at, field, bytes, offset, length) : at;
  }
}
