package org.nxsight.capture.tcp;

import org.nxsight.wire.Bytes;
import org.nxsight.wire.ip.DatagramView;

/**
 * What tells one direction of a connection from others.
 *
 * <pre>
 *   | source (4 or 16) | destination | source port (2) | destination port (2) |
 * </pre>
 *
 * <p>The hash is seeded, so that nobody who chooses addresses and ports can aim at one bucket.
 */
final class StreamKey {
  private static final int MAX_OCTETS = 2 * 16 + 4;
  private static final long MULTIPLIER = 0xa076_1d64_78bd_642fL;

  final byte[] octets = new byte[MAX_OCTETS];
  private int length;
  private int hash;

  /** Reads the direction of a segment. */
  void read(DatagramView segment, long seed) {
    int addresses = 2 * segment.addressOctets();
    System.arraycopy(segment.bytes(), segment.sourceOffset(), octets, 0, addresses);
    System.arraycopy(segment.bytes(), segment.transportOffset(), octets, addresses, 4);
    length = addresses + 4;
    computeHash(seed);
  }

  /** Becomes the other direction of {@code other}'s connection. */
  void reverse(StreamKey other, long seed) {
    int address = other.addressesOctets() / 2;
    System.arraycopy(other.octets, 0, octets, address, address);
    System.arraycopy(other.octets, address, octets, 0, address);
    length = other.length;
    Bytes.put32(octets, 2 * address, Integer.rotateLeft(other.ports(), 16));
    computeHash(seed);
  }

  void set(StreamKey other) {
    System.arraycopy(other.octets, 0, octets, 0, other.length);
    length = other.length;
    hash = other.hash;
  }

  private void computeHash(long seed) {
    long mixed = seed;
    for (int at = 0; at < length; at += 4) {
      mixed = (mixed ^ Bytes.u32(octets, at)) * MULTIPLIER;
      mixed ^= mixed >>> 32;
    }
    hash = (int) mixed;
  }

  int hash() {
    return hash;
  }

  boolean isSame(StreamKey other) {
    return hash == other.hash
        && length == other.length
        && Bytes.equal(octets, 0, other.octets, 0, length);
  }

  boolean isIpv6() {
    return length == MAX_OCTETS;
  }

  /** The octets of both addresses. */
  int addressesOctets() {
    return length - 4;
  }

  /** Both ports, the source's in the upper half. */
  int ports() {
    return Bytes.i32(octets, length - 4);
  }
}
