package org.nxsight.wire.ip;

import java.util.Arrays;
import org.nxsight.wire.Bytes;

/**
 * An IP datagram made around a message that came without one.
 *
 * <pre>
 *   | IPv4 header (20) or IPv6 header (40) | UDP header (8) or TCP header (20) | message |
 *   IPv4: identification 0, don't fragment, time to live 64     IPv6: hop limit 64
 *   TCP:  sequence and acknowledgment 0, PSH and ACK, window 65535
 * </pre>
 *
 * <p>All checksums are right (RFC 791, RFC 768, RFC 9293). The object is reused; its array keeps
 * one datagram.
 */
public final class DatagramBuilder {
  /** The longest message that fits into any of the datagrams: of IPv4 with a TCP header. */
  public static final int MAX_MESSAGE_OCTETS = 65_535 - 20 - DatagramView.TCP_HEADER_OCTETS;

  private static final int IPV4_HEADER_OCTETS = 20;
  private static final int IPV6_HEADER_OCTETS = 40;
  private static final int TIME_TO_LIVE = 64;

  private final byte[] bytes =
      new byte[IPV6_HEADER_OCTETS + DatagramView.TCP_HEADER_OCTETS + MAX_MESSAGE_OCTETS];
  private boolean ipv6;
  private boolean tcp;
  private int transport;
  private int length;

  /**
   * Begins a datagram from port 0 of the zero address to the same.
   *
   * @param protocol {@link DatagramView#UDP} or {@link DatagramView#TCP}
   */
  public void begin(boolean ipv6, int protocol) {
    this.ipv6 = ipv6;
    tcp = protocol == DatagramView.TCP;
    transport = ipv6 ? IPV6_HEADER_OCTETS : IPV4_HEADER_OCTETS;
    Arrays.fill(bytes, 0, messageOffset(), (byte) 0);
    bytes[0] = (byte) (ipv6 ? 0x60 : 0x45);
    bytes[ipv6 ? 6 : 9] = (byte) protocol;
    bytes[ipv6 ? 7 : 8] = TIME_TO_LIVE;
  }

  /** Sets the source; an address of the other family leaves it zero. */
  public void setSource(byte[] address, int offset, int octets, int port) {
    set(address, offset, octets, ipv6 ? 8 : 12);
    Bytes.put16(bytes, transport, port);
  }

  /** Sets the destination; an address of the other family leaves it zero. */
  public void setDestination(byte[] address, int offset, int octets, int port) {
    set(address, offset, octets, ipv6 ? 24 : 16);
    Bytes.put16(bytes, transport + 2, port);
  }

  private void set(byte[] address, int offset, int octets, int at) {
    if (octets == (ipv6 ? 16 : 4)) {
      System.arraycopy(address, offset, bytes, at, octets);
    }
  }

  /** Ends it with a message of at most {@link #MAX_MESSAGE_OCTETS}. */
  public void finish(byte[] message, int offset, int octets) {
    System.arraycopy(message, offset, bytes, messageOffset(), octets);
    length = messageOffset() + octets;
    if (ipv6) {
      Bytes.put16(bytes, 4, length - IPV6_HEADER_OCTETS);
    } else {
      Bytes.put16(bytes, 2, length);
      Bytes.put16(bytes, 6, 0x4000);
      Bytes.put16(bytes, 10, checksum(InternetChecksum.sum(bytes, 0, IPV4_HEADER_OCTETS)));
    }
    if (tcp) {
      Bytes.put16(bytes, transport + 12, 0x5018);
      Bytes.put16(bytes, transport + 14, 0xffff);
      Bytes.put16(bytes, transport + 16, transportChecksum(DatagramView.TCP));
    } else {
      Bytes.put16(bytes, transport + 4, length - transport);
      int checksum = transportChecksum(DatagramView.UDP);
      Bytes.put16(bytes, transport + 6, checksum == 0 ? 0xffff : checksum); // 0 means none
    }
  }

  private int transportChecksum(int protocol) {
    int addresses = ipv6 ? 8 : 12;
    long pseudoHeader =
        protocol
            + (length - transport)
            + InternetChecksum.sum(bytes, addresses, (ipv6 ? 16 : 4) * 2);
    return checksum(pseudoHeader + InternetChecksum.sum(bytes, transport, length - transport));
  }

  private static int checksum(long sum) {
    return ~InternetChecksum.fold(sum) & 0xffff;
  }

  private int messageOffset() {
    return transport + (tcp ? DatagramView.TCP_HEADER_OCTETS : DatagramView.UDP_HEADER_OCTETS);
  }

  /** The array the datagram stands in, from offset 0. */
  public byte[] bytes() {
    return bytes;
  }

  /** The datagram's octets. */
  public int length() {
    return length;
  }
}
