package org.nxsight.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Integers in network byte order inside byte arrays.
 *
 * <p>All hot code reads {@code byte[] + int offset}: code over memory segments falls eight-fold
 * once it has met more than two kinds of segment. An offset outside the array is a bug of the
 * caller and throws {@link IndexOutOfBoundsException}.
 */
public final class Bytes {
  private static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private Bytes() {}

  /** The octet at {@code offset}, 0..255. */
  public static int u8(byte[] bytes, int offset) {
    return bytes[offset] & 0xff;
  }

  /** The two octets at {@code offset}, 0..65535. */
  public static int u16(byte[] bytes, int offset) {
    return (short) SHORT.get(bytes, offset) & 0xffff;
  }

  /** The four octets at {@code offset}, as a signed int. */
  public static int i32(byte[] bytes, int offset) {
    return (int) INT.get(bytes, offset);
  }

  /** The four octets at {@code offset}, 0..4294967295. */
  public static long u32(byte[] bytes, int offset) {
    return (int) INT.get(bytes, offset) & 0xffff_ffffL;
  }

  /** The eight octets at {@code offset}. */
  public static long i64(byte[] bytes, int offset) {
    return (long) LONG.get(bytes, offset);
  }

  /** Writes the low octet of {@code value}. */
  public static void put8(byte[] bytes, int offset, int value) {
    bytes[offset] = (byte) value;
  }

  /** Writes the low two octets of {@code value}. */
  public static void put16(byte[] bytes, int offset, int value) {
    SHORT.set(bytes, offset, (short) value);
  }

  /** Writes four octets. */
  public static void put32(byte[] bytes, int offset, int value) {
    INT.set(bytes, offset, value);
  }

  /** Writes eight octets. */
  public static void put64(byte[] bytes, int offset, long value) {
    LONG.set(bytes, offset, value);
  }

  /** Whether two ranges of equal length hold the same octets. */
  public static boolean equal(byte[] a, int aOffset, byte[] b, int bOffset, int length) {
    int i = 0;
    for (; i + 8 <= length; i += 8) {
      if (i64(a, aOffset + i) != i64(b, bOffset + i)) {
        return false;
      }
    }
    for (; i < length; i++) {
      if (a[aOffset + i] != b[bOffset + i]) {
        return false;
      }
    }
    return true;
  }
}
