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

  /**
   * The hashes of what starts at each place and goes on to the end, as {@link #hashCode} has them.
   *
   * @param hashes room for as many
   */
  void readTailHashes(int[] hashes) {
    int power = 1;
    int sum = 0;
    for (int at = bytes.length - 1; at >= 0; at--) {
      sum += bytes[at] * power;
      power *= 31;
      hashes[at] = power + sum;
    }
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
