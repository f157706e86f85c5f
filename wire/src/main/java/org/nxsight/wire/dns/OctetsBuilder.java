package org.nxsight.wire.dns;

import java.util.Arrays;

/** Octets being put together, up to a limit; what comes behind it is not taken. */
final class OctetsBuilder {
  private final int limit;
  private byte[] octets = new byte[64];
  private int length;
  private boolean full;

  OctetsBuilder(int limit) {
    this.limit = limit;
  }

  /** Appends {@code bytes[offset, offset + count)}, and tells whether there was room. */
  boolean put(byte[] bytes, int offset, int count) {
    if (count > limit - length) {
      full = true;
      return false;
    }
    if (length + count > octets.length) {
      octets = Arrays.copyOf(octets, Math.max(2 * octets.length, length + count));
    }
    System.arraycopy(bytes, offset, octets, length, count);
    length += count;
    return true;
  }

  /** Appends the low octets of a number, the highest first, and tells whether there was room. */
  boolean putNumber(long value, int count) {
    byte[] number = new byte[count];
    for (int i = 0; i < count; i++) {
      number[i] = (byte) (value >> (8 * (count - 1 - i)));
    }
    return put(number, 0, count);
  }

  int length() {
    return length;
  }

  /** Whether something was not taken. */
  boolean isFull() {
    return full;
  }

  byte[] toBytes() {
    return Arrays.copyOf(octets, length);
  }
}
