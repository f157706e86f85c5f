package org.nxsight.channels.form;

import org.nxsight.wire.Bytes;
import org.nxsight.wire.nmsg.Dnsqr;

/**
 * The verdict on the UDP checksum of a response (RFC 768; RFC 8200, section 8.1).
 *
 * <pre>
 *   the ones' complement sum of 16-bit words is 0xffff over:
 *   | source | destination | 17 | UDP length |  UDP header  |  data, an odd octet padded by 0 |
 * </pre>
 */
final class UdpChecksum {
  private UdpChecksum() {}

  /**
   * One of {@code Dnsqr.CHECKSUM_...}.
   *
   * @param dns is used to look for the datagram; it is an error when it is not whole, or not UDP
   */
  static int verify(Dnsqr dnsqr, DnsPayload dns) {
    if (dnsqr.resolverAddressZeroed || !dns.locate(dnsqr.responsePackets)) {
      return Dnsqr.CHECKSUM_ERROR;
    }
    int udp = dns.udpOffset();
    if (Bytes.u16(dns.bytes(), udp + 6) == 0) {
      return Dnsqr.CHECKSUM_ABSENT;
    }
    IpDatagram ip = new IpDatagram();
    byte[] packet = dnsqr.responsePackets.bytes(0);
    ip.wrap(packet, dnsqr.responsePackets.offset(0), dnsqr.responsePackets.length(0));
    int told = Bytes.u16(dns.bytes(), udp + 4);
    // at most 32,790 words of 16 bits: no overflow
    int sum = IpDatagram.UDP + told;
    sum += sum(packet, ip.addressesOffset(), 2 * ip.addressOctets());
    sum += sum(dns.bytes(), udp, Math.min(told, dns.udpOctets()));
    while (sum >>> 16 != 0) {
      sum = (sum & 0xffff) + (sum >>> 16);
    }
    return sum == 0xffff ? Dnsqr.CHECKSUM_CORRECT : Dnsqr.CHECKSUM_INCORRECT;
  }

  private static int sum(byte[] bytes, int offset, int length) {
    int sum = 0;
    for (int i = 0; i + 1 < length; i += 2) {
      sum += Bytes.u16(bytes, offset + i);
    }
    return (length & 1) == 0 ? sum : sum + (Bytes.u8(bytes, offset + length - 1) << 8);
  }
}
