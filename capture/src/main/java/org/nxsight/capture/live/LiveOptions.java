package org.nxsight.capture.live;

import org.nxsight.capture.Ports;

/**
 * How interfaces are captured from.
 *
 * @param ports where DNS is spoken
 * @param rings how many rings share the packets of each interface
 * @param ringMebibytes the memory of each ring, which the kernel locks
 * @param promiscuous whether packets for other machines are wanted
 * @param tunnels whether tunnels are let through the kernel's filter
 */
public record LiveOptions(
    Ports ports, int rings, int ringMebibytes, boolean promiscuous, boolean tunnels) {
  /** The rings an interface can have at most; the kernel takes 256 in one group. */
  public static final int MAX_RINGS = 64;

  /** 64 MiB hold 1.2 s of 200,000 packets/s of 200 octets and 64 of the kernel's own each. */
  public static final int DEFAULT_RING_MEBIBYTES = 64;

  /** The memory a ring can have at most, as the kernel counts its octets in 31 bits. */
  public static final int MAX_RING_MEBIBYTES = 2047;

  public LiveOptions {
    if (rings < 1 || rings > MAX_RINGS) {
      throw new IllegalArgumentException("1.." + MAX_RINGS + " rings");
    }
    if (ringMebibytes < 1 || ringMebibytes > MAX_RING_MEBIBYTES) {
      throw new IllegalArgumentException("1.." + MAX_RING_MEBIBYTES + " MiB");
    }
  }
}
