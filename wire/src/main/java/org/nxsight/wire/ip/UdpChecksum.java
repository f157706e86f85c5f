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

  private static final UdpChecksum[] ALL = values();

  /** The verdict of a code 0..3; any other is {@link #ERROR}. */
  public static UdpChecksum of(int code) {
    return code >= 0 && code < ALL.length ? ALL[code] : ERROR;
  }

  /** Verifies the checksum of a datagram whose shape is {@link DatagramView.Shape#UDP}. */
  public static UdpChecksum verify(DatagramView datagram) {
    byte[] bytes = datagram.bytes();
    int udp = datagram.transportOffset();
    if (isAbsent(datagram)) {
      return ABSENT;
    }
    int udpOctets = DatagramView.UDP_HEADER_OCTETS + datagram.payloadLength();
    long sum = (long) DatagramView.UDP + udpOctets;
    sum += InternetChecksum.sum(bytes, datagram.sourceOffset(), 2 * datagram.addressOctets());
    sum += InternetChecksum.sum(bytes, udp, udpOctets);
    return InternetChecksum.fold(sum) == 0xffff ? CORRECT : INCORRECT;
  }

  /** Whether the checksum of a datagram with a UDP header is zero. */
  public static boolean isAbsent(DatagramView datagram) {
    return Bytes.u16(datagram.bytes(), datagram.transportOffset() + 6) == 0;
  }
}
