package org.nxsight.wire.ip;

import org.nxsight.wire.Bytes;

/**
 * The verdict on a UDP datagram's checksum (RFC 768; RFC 8200, section 8.1; RFC 1071).
 *
 * <p>The codes are those of dnsqr's {@code udp_checksum}.
 */
public enum UdpChecksum {
  /** It cannot be told. */
  ERROR,
  /** Zero: the sender computed none. */
  ABSENT,
  /** It does not match. */
  INCORRECT,
  /** It matches. */
  CORRECT;

  /** Verifies the checksum of a datagram whose shape is {@link DatagramView.Shape#UDP}. */
  public static UdpChecksum verify(DatagramView datagram) {
    byte[] bytes = datagram.bytes();
    int udp = datagram.transportOffset();
    if (Bytes.u16(bytes, udp + 6) == 0) {
      return ABSENT;
    }
    int udpOctets = DatagramView.UDP_HEADER_OCTETS + datagram.payloadLength();
    long sum = (long) DatagramView.UDP + udpOctets;
    sum += sum(bytes, datagram.sourceOffset(), 2 * datagram.addressOctets());
    sum += sum(bytes, udp, udpOctets);
    return fold(sum) == 0xffff ? CORRECT : INCORRECT;
  }

  /** The sum of 16-bit words; 32 bits are added at a time, which folds to the same. */
  static long sum(byte[] bytes, int offset, int length) {
    long sum = 0;
    int at = offset;
    int end = offset + length;
    for (; at + 8 <= end; at += 8) {
      long word = Bytes.i64(bytes, at);
      sum += (word >>> 32) + (word & 0xffff_ffffL);
    }
    for (; at + 2 <= end; at += 2) {
      sum += Bytes.u16(bytes, at);
    }
    return at < end ? sum + (Bytes.u8(bytes, at) << 8) : sum;
  }

  static int fold(long sum) {
    long folded = sum;
    while (folded >>> 16 != 0) {
      folded = (folded & 0xffff) + (folded >>> 16);
    }
    return (int) folded;
  }
}
