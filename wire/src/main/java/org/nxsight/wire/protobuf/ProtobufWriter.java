package org.nxsight.wire.protobuf;

import org.nxsight.wire.Bytes;

/**
 * Protocol buffer fields written into byte arrays (Protocol Buffers, "Encoding").
 *
 * <pre>
 *   tag = field &lt;&lt; 3 | wire type, as a varint       varint: 7 bits an octet, lowest first,
 *   +-----+----------------------+                      bit 7 set on all octets but the last
 *   | tag | varint               |  0  numbers; negative ones take ten octets
 *   | tag | 8 octets             |  1  fixed64, double (little-endian)
 *   | tag | length | octets ...  |  2  bytes and messages
 *   | tag | 4 octets             |  5  fixed32, sfixed32 (little-endian)
 *   +-----+----------------------+
 * </pre>
 *
 * <p>Every {@code put} returns the offset behind what it wrote, and has an {@code ...Octets} twin
 * that tells how much that is. No room in the array is a bug of the caller.
 */
public final class ProtobufWriter {
  /** The wire type of numbers of variable length. */
  public static final int VARINT = 0;

  /** The wire type of eight octets. */
  public static final int FIXED64 = 1;

  /** The wire type of octets preceded by their length. */
  public static final int LENGTH_DELIMITED = 2;

  /** The wire type of four octets. */
  public static final int FIXED32 = 5;

  private ProtobufWriter() {}

  /** The octets of {@code value} as a varint, 1..10; the value counts as unsigned. */
  public static int varintOctets(long value) {
    return (63 - Long.numberOfLeadingZeros(value | 1)) / 7 + 1;
  }

  /** Writes a varint. */
  public static int putVarint(byte[] out, int at, long value) {
    while ((value & ~0x7fL) != 0) {
      out[at++] = (byte) (value | 0x80);
      value >>>= 7;
    }
    out[at++] = (byte) value;
    return at;
  }

  /** The octets of a uint32 field. */
  public static int u32Octets(int field, int value) {
    return tagOctets(field) + varintOctets(Integer.toUnsignedLong(value));
  }

  /** Writes a uint32 field. */
  public static int putU32(byte[] out, int at, int field, int value) {
    return putVarint(out, putTag(out, at, field, VARINT), Integer.toUnsignedLong(value));
  }

  /** The octets of an int64, uint64, int32 or enum field; pass the value sign-extended. */
  public static int i64Octets(int field, long value) {
    return tagOctets(field) + varintOctets(value);
  }

  /** Writes an int64, uint64, int32 or enum field; pass the value sign-extended. */
  public static int putI64(byte[] out, int at, int field, long value) {
    return putVarint(out, putTag(out, at, field, VARINT), value);
  }

  /** The octets of a fixed32 or sfixed32 field. */
  public static int fixed32Octets(int field) {
    return tagOctets(field) + 4;
  }

  /** Writes a fixed32 or sfixed32 field. */
  public static int putFixed32(byte[] out, int at, int field, int value) {
    int body = putTag(out, at, field, FIXED32);
    Bytes.put32(out, body, Integer.reverseBytes(value));
    return body + 4;
  }

  /** The octets of a double field. */
  public static int doubleOctets(int field) {
    return tagOctets(field) + 8;
  }

  /** Writes a double field. */
  public static int putDouble(byte[] out, int at, int field, double value) {
    int body = putTag(out, at, field, FIXED64);
    Bytes.put64(out, body, Long.reverseBytes(Double.doubleToRawLongBits(value)));
    return body + 8;
  }

  /** The octets of a field of {@code length} octets, its tag and length included. */
  public static int bytesOctets(int field, int length) {
    return tagOctets(field) + varintOctets(length) + length;
  }

  /** Writes a field of octets. */
  public static int putBytes(byte[] out, int at, int field, byte[] from, int offset, int length) {
    int body = putLength(out, at, field, length);
    System.arraycopy(from, offset, out, body, length);
    return body + length;
  }

  /** Writes tag and length of a field of octets that the caller writes behind them. */
  public static int putLength(byte[] out, int at, int field, int length) {
    return putVarint(out, putTag(out, at, field, LENGTH_DELIMITED), length);
  }

  private static int tagOctets(int field) {
    return varintOctets((long) field << 3);
  }

  private static int putTag(byte[] out, int at, int field, int wireType) {
    return putVarint(out, at, (long) field << 3 | wireType);
  }
}
