package org.nxsight.capture.tcp;

import org.nxsight.wire.Bytes;
import org.nxsight.wire.ip.DatagramView;
import org.nxsight.wire.ip.InternetChecksum;

/**
 * A message out of a stream with an IP datagram rebuilt around it, as if one segment had carried it
 * alone, without its length. It is reused.
 *
 * <pre>
 *   | IPv4 header (20) or IPv6 header (40) | TCP header (20) | message |
 * </pre>
 */
public final class StreamedMessage {
  private static final int IPV4_HEADER_OCTETS = 20;
  private static final int IPV6_HEADER_OCTETS = 40;
  private static final int HOP_LIMIT = 64;
  private static final int PSH_ACK = 0x18;
  private static final int WINDOW = 0xffff;

  private final byte[] bytes = new byte[IPV6_HEADER_OCTETS + 0xffff];
  private int length;
  private long epochNanos;

  /**
   * Rebuilds a datagram around a message.
   *
   * @param sequence of the message's first octet
   * @return false when the message had to be cut, being longer than 65,495 (IPv4) or 65,515 octets
   */
  boolean make(
      StreamKey key, byte[] message, int offset, int octets, int sequence, long epochNanos) {
    int header = key.isIpv6() ? IPV6_HEADER_OCTETS : IPV4_HEADER_OCTETS;
    int most = 0xffff - DatagramView.TCP_HEADER_OCTETS - (key.isIpv6() ? 0 : IPV4_HEADER_OCTETS);
    int kept = Math.min(octets, most);
    int tcp = header;
    int tcpOctets = DatagramView.TCP_HEADER_OCTETS + kept;
    length = header + tcpOctets;
    this.epochNanos = epochNanos;
    if (key.isIpv6()) {
      Bytes.put32(bytes, 0, 0x6000_0000);
      Bytes.put16(bytes, 4, tcpOctets);
      Bytes.put16(bytes, 6, DatagramView.TCP << 8 | HOP_LIMIT);
      System.arraycopy(key.octets, 0, bytes, 8, 32);
    } else {
      Bytes.put32(bytes, 0, 0x4500_0000 | length);
      Bytes.put32(bytes, 4, 0x4000);
      Bytes.put32(bytes, 8, HOP_LIMIT << 24 | DatagramView.TCP << 16);
      System.arraycopy(key.octets, 0, bytes, 12, 8);
      InternetChecksum.putIpv4Header(bytes, 0, IPV4_HEADER_OCTETS);
    }
    Bytes.put32(bytes, tcp, key.ports());
    Bytes.put32(bytes, tcp + 4, sequence);
    Bytes.put32(bytes, tcp + 8, 0);
    Bytes.put32(bytes, tcp + 12, (5 << 12 | PSH_ACK) << 16 | WINDOW);
    Bytes.put32(bytes, tcp + 16, 0);
    System.arraycopy(message, offset, bytes, tcp + DatagramView.TCP_HEADER_OCTETS, kept);
    long sum = InternetChecksum.sum(key.octets, 0, key.addressesOctets());
    sum += DatagramView.TCP + tcpOctets + InternetChecksum.sum(bytes, tcp, tcpOctets);
    Bytes.put16(bytes, tcp + 16, ~InternetChecksum.fold(sum));
    return kept == octets;
  }

  /** The array the datagram stands in, from its start. */
  public byte[] bytes() {
    return bytes;
  }

  /** The datagram's octets. */
  public int length() {
    return length;
  }

  /** When the last octet of the message was captured, in nanoseconds since 1970. */
  public long epochNanos() {
    return epochNanos;
  }
}
