package org.nxsight.capture;

/** Takes packets as they were captured. */
public interface PacketHandler {
  /**
   * One packet, whose octets are only good during the call.
   *
   * @param offset where the packet starts in {@code bytes}
   * @param length the octets that were captured
   * @param originalLength the octets the packet had on the wire
   * @param epochNanos when it was captured, in nanoseconds since 1970
   * @param linkType its LINKTYPE_ number
   */
  void onPacket(
      byte[] bytes, int offset, int length, int originalLength, long epochNanos, int linkType);
}
