package org.nxsight.channels.privacy;

import org.nxsight.wire.Bytes;
import org.nxsight.wire.ip.DatagramView;
import org.nxsight.wire.ip.InternetChecksum;

/**
 * A message's IP datagram without what tells about the resolver. It is made anew, so that nothing
 * comes along by accident, and reused.
 *
 * <pre>
 *   | IPv4 header (20) or IPv6 header (40) | ports (4) | length (2) | 0 (2) | message |
 *
 *   from the captured header: traffic class, IPv4's identification and DF, time to live
 *   changed:                  lengths, the resolver's address, IPv4's header checksum
 *   zero:                     IPv6's flow label, which may be made of the addresses (RFC 6437), and
 *                             the UDP checksum, of which 16 bits would tell about the address
 *   left out:                 IPv4's options, IPv6's extension headers, octets behind the payload
 *   the message:              without client subnets ({@link ClientSubnets})
 * </pre>
 *
 * <p>A message that came over TCP stands behind a UDP header here as well, as nmsgtool needs it.
 */
final class PrivateDatagram {
  private static final int IPV4_HEADER_OCTETS = 20;
  private static final int IPV6_HEADER_OCTETS = 40;
  private static final int DONT_FRAGMENT = 0x4000;
  private static final int TRAFFIC_CLASS = 0x0ff0_0000;

  private final DatagramView captured = new DatagramView();
  private final ClientSubnets subnets;
  private byte[] bytes = new byte[0];
  private boolean ipv6;
  private int length;

  PrivateDatagram(ClientSubnets subnets) {
    this.subnets = subnets;
  }

  /** Makes it of a query's datagram, which the resolver sent. */
  void makeQuery(byte[] from, int offset, int octets, AddressMask mask) {
    make(from, offset, octets);
    finish(mask, ipv6 ? 8 : 12);
  }

  /** Makes it of a response's datagram, which was sent to the resolver. */
  void makeResponse(byte[] from, int offset, int octets, AddressMask mask) {
    make(from, offset, octets);
    finish(mask, resolverOffset());
  }

  private void make(byte[] from, int offset, int octets) {
    captured.wrap(from, offset, octets);
    ipv6 = captured.isIpv6();
    int header = ipv6 ? IPV6_HEADER_OCTETS : IPV4_HEADER_OCTETS;
    int message = header + DatagramView.UDP_HEADER_OCTETS;
    int messageOctets = captured.payloadLength();
    if (bytes.length < message + messageOctets) {
      bytes = new byte[2 * (message + messageOctets)];
    }
    System.arraycopy(from, offset, bytes, 0, header);
    System.arraycopy(from, captured.transportOffset(), bytes, header, 4);
    System.arraycopy(from, captured.payloadOffset(), bytes, message, messageOctets);
    length = message + subnets.remove(bytes, message, messageOctets);
    Bytes.put16(bytes, header + 4, length - header);
    Bytes.put16(bytes, header + 6, 0);
  }

  private void finish(AddressMask mask, int resolver) {
    mask.mask(bytes, resolver, ipv6 ? 16 : 4);
    if (ipv6) {
      Bytes.put32(bytes, 0, 0x6000_0000 | (Bytes.i32(bytes, 0) & TRAFFIC_CLASS));
      Bytes.put16(bytes, 4, length - IPV6_HEADER_OCTETS);
      Bytes.put8(bytes, 6, DatagramView.UDP);
    } else {
      Bytes.put8(bytes, 0, 0x45);
      Bytes.put16(bytes, 2, length);
      Bytes.put16(bytes, 6, Bytes.u16(bytes, 6) & DONT_FRAGMENT);
      Bytes.put8(bytes, 9, DatagramView.UDP);
      InternetChecksum.putIpv4Header(bytes, 0, IPV4_HEADER_OCTETS);
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

  /** Where the resolver's address stands in a response. */
  int resolverOffset() {
    return ipv6 ? 24 : 16;
  }
}
