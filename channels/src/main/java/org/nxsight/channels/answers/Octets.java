package org.nxsight.channels.answers;

import java.util.Arrays;

/** Octets that never change: rdata or an address. Their order is that of unsigned octets. */
public final class Octets implements Comparable<Octets> {
  private final byte[] bytes;
  private final int hash;

  private Octets(byte[] bytes) {
    this.bytes = bytes;
    hash = Arrays.hashCode(bytes);
  }

  /** A copy of {@code bytes[offset, offset + length)}. */
  public static Octets copyOf(byte[] bytes, int offset, int length) {
    return new Octets(Arrays.copyOfRange(bytes, offset, offset + length));
  }

  /** Octets that nobody else holds. */
  static Octets owning(byte[] bytes) {
    return new Octets(bytes);
  }

  /** How many there are. */
  public int length() {
    return bytes.length;
  }

  /** The octets, which nobody may change. */
  public byte[] bytes() {
    return bytes;
  }

  @Override
  public int compareTo(Octets other) {
    return Arrays.compareUnsigned(bytes, other.bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Octets that && hash == that.hash && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
