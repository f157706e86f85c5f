package org.nxsight.channels;

import org.nxsight.wire.Bytes;
import org.nxsight.wire.ip.DatagramView;
import org.nxsight.wire.ip.InternetChecksum;

/**
 * The IP datagram of a message that came over TCP as dnsqr has it: with a UDP header instead of the
 * TCP header, because nmsgtool looks for a message behind no other one (farsightsec/nmsg,
 * nmsg/ipdg.c). That it was TCP is told by the record's type and protocol. The checksum is 0, which
 * means that none was computed (RFC 768). It is reused.
 *
 * <pre>
 *   | IPv4 header (20) or IPv6 header (40) | ports (4) | length (2) | 0 (2) | message |
 * </pre>
 */
final class UdpFrame {
  private final DatagramView datagram = new DatagramView();
  private byte[] bytes = new byte[0];
  private int length;

  /** Takes the message out of a TCP datagram. */
  void make(byte[] tcp, int offset, int octets) {
    datagram.wrap(tcp, offset, octets);
    int header = datagram.transportOffset() - offset;
    int message = datagram.payloadLength();
    int udpOctets = DatagramView.UDP_HEADER_OCTETS + message;
    length = header + udpOctets;
    if (bytes.length < length) {
      bytes = new byte[octets];
    }
    System.arraycopy(tcp, offset, bytes, 0, header + 4);
    Bytes.put16(bytes, header + 4, udpOctets);
    Bytes.put16(bytes, header + 6, 0);
    System.arraycopy(tcp, datagram.payloadOffset(), bytes, length - message, message);
    if (datagram.isIpv6()) {
      Bytes.put16(bytes, 4, udpOctets);
      Bytes.put8(bytes, 6, DatagramView.UDP);
    } else {
      Bytes.put16(bytes, 2, length);
      Bytes.put8(bytes, 9, DatagramView.UDP);
      InternetChecksum.putIpv4Header(bytes, 0, header);
    }
  }

  /** The array the datagram stands in, from its start. */
  byte[] bytes() {
    return bytes;
  }

  /** The datagram's octets. */
  int length() {
    return length;
  }
}
