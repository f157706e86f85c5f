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
    sum += InternetChecksum.sum(bytes, datagram.sourceOffset(), 2 * datagram.addressOctets());
    sum += InternetChecksum.sum(bytes, udp, udpOctets);
    return InternetChecksum.fold(sum) == 0xffff ? CORRECT : INCORRECT;
  }
}
