package org.nxsight.wire.ip;

import org.nxsight.wire.Bytes;

/**
 * One IP datagram inside a larger array, down to its transport header.
 *
 * <pre>
 *   IPv4 (RFC 791)                                  IPv6 (RFC 8200)
 *   0  version, header length in words, tos         0  version, class, flow
 *   2  total length                                 4  payload length
 *   4  identification, flags + fragment offset      6  next header, hop limit
 *   8  ttl, protocol, checksum                      8  source (16)
 *   12 source (4)                                   24 destination (16)
 *   16 destination (4), options                     40 extension headers
 * </pre>
 *
 * <p>A view is reused and never outlives the bytes it looks at. Trailing octets behind the
 * datagram's own length, such as Ethernet padding, do not belong to it.
 */
public final class DatagramView {
  /** UDP (RFC 768). */
  public static final int UDP = 17;

  /** TCP (RFC 9293). */
  public static final int TCP = 6;

  /** ICMP (RFC 792). */
  public static final int ICMP = 1;

  /** ICMPv6 (RFC 4443). */
  public static final int ICMPV6 = 58;

  /** The length of a UDP header. */
  public static final int UDP_HEADER_OCTETS = 8;

  /** The length of a TCP header without options (RFC 9293, section 3.1). */
  public static final int TCP_HEADER_OCTETS = 20;

  private static final int IPV4_HEADER_OCTETS = 20;
  private static final int IPV6_HEADER_OCTETS = 40;

  /** The protocol of a datagram whose header does not come so far. */
  private static final int NOT_YET_KNOWN = -1;

  /** More extension headers than this is nobody's honest datagram. */
  private static final int MAX_EXTENSION_HEADERS = 8;

  /** What {@link #wrap} found. */
  public enum Shape {
    /** A whole datagram with a whole UDP header, and as much payload as that header says. */
    UDP,
    /** A whole datagram with a whole TCP header; the payload is what stands behind it. */
    TCP,
    /** A whole datagram of another protocol. */
    OTHER_PROTOCOL,
    /** A part of a datagram. */
    FRAGMENT,
    /** Neither version 4 nor 6. */
    NOT_IP,
    /** The capture ends before the datagram does; see {@link DatagramView#hasTransportHeader}. */
    TRUNCATED,
    /** A header that contradicts itself. */
    MALFORMED
  }

  private byte[] bytes = new byte[0];
  private int offset;
  private int end;
  private boolean ipv6;
  private boolean fragment;
  private int protocol;
  private int transport;
  private int transportOctets;
  private int payloadLength;
  private int fragmentAnnouncement;

  /** Looks at the datagram that starts at {@code offset}, of which {@code length} octets exist. */
  public Shape wrap(byte[] bytes, int offset, int length) {
    this.bytes = bytes;
    this.offset = offset;
    protocol = NOT_YET_KNOWN;
    fragment = false;
    transportOctets = 0;
    payloadLength = 0;
    if (length < IPV4_HEADER_OCTETS) {
      end = offset + length;
      transport = end;
      return length < 1 ? Shape.TRUNCATED : shapeOfStump(bytes[offset] >> 4);
    }
    return switch (bytes[offset] >> 4 & 0x0f) {
      case 4 -> wrapIpv4(length);
      case 6 -> wrapIpv6(length);
      default -> Shape.NOT_IP;
    };
  }

  private static Shape shapeOfStump(int version) {
    return version == 4 || version == 6 ? Shape.TRUNCATED : Shape.NOT_IP;
  }

  private Shape wrapIpv4(int length) {
    ipv6 = false;
    int headerOctets = (bytes[offset] & 0x0f) << 2;
    int totalOctets = Bytes.u16(bytes, offset + 2);
    if (headerOctets < IPV4_HEADER_OCTETS || totalOctets < headerOctets) {
      return Shape.MALFORMED;
    }
    protocol = Bytes.u8(bytes, offset + 9);
    end = offset + totalOctets;
    transport = offset + headerOctets;
    fragment = (Bytes.u16(bytes, offset + 6) & 0x3fff) != 0;
    if (totalOctets > length) {
      end = offset + length;
      return truncated();
    }
    return fragment ? Shape.FRAGMENT : wrapTransport();
  }

  private Shape wrapIpv6(int length) {
    ipv6 = true;
    if (length < IPV6_HEADER_OCTETS) {
      end = offset + length;
      transport = end;
      return Shape.TRUNCATED;
    }
    int totalOctets = IPV6_HEADER_OCTETS + Bytes.u16(bytes, offset + 4);
    end = offset + Math.min(totalOctets, length);
    protocol = Bytes.u8(bytes, offset + 6);
    transport = offset + IPV6_HEADER_OCTETS;
    int announcement = offset + 6;
    for (int i = 0; isExtension(protocol); i++) {
      if (i == MAX_EXTENSION_HEADERS || transport + 8 > end) {
        transport = Math.min(transport, end);
        return totalOctets > length ? Shape.TRUNCATED : Shape.MALFORMED;
      }
      fragment |= protocol == 44 && (Bytes.u16(bytes, transport + 2) & 0xfff9) != 0;
      int octets = extensionOctets(protocol, Bytes.u8(bytes, transport + 1));
      protocol = Bytes.u8(bytes, transport);
      if (fragment) {
        fragmentAnnouncement = announcement;
        transport += octets;
        break;
      }
      announcement = transport;
      transport += octets;
    }
    if (totalOctets > length) {
      return truncated();
    }
    if (transport > end) {
      return Shape.MALFORMED;
    }
    return fragment ? Shape.FRAGMENT : wrapTransport();
  }

  /** Hop-by-hop, routing, fragment, authentication, destination options (RFC 8200, section 4). */
  private static boolean isExtension(int protocol) {
    return protocol == 0 || protocol == 43 || protocol == 44 || protocol == 51 || protocol == 60;
  }

  private static int extensionOctets(int protocol, int length) {
    return switch (protocol) {
      case 44 -> 8;
      case 51 -> (length + 2) << 2; // authentication counts in words (RFC 4302, section 2.2)
      default -> (length + 1) << 3;
    };
  }

  /** Reads the transport header of a truncated datagram when there is a whole one. */
  private Shape truncated() {
    int room = end - transport;
    if (fragment && (room <= 0 || fragmentOffset() > 0)) {
      return Shape.TRUNCATED;
    }
    if (protocol == UDP && room >= UDP_HEADER_OCTETS) {
      int udpOctets = Bytes.u16(bytes, transport + 4);
      if (udpOctets < UDP_HEADER_OCTETS) {
        return Shape.MALFORMED;
      }
      transportOctets = UDP_HEADER_OCTETS;
      payloadLength = Math.min(udpOctets, room) - UDP_HEADER_OCTETS;
    } else if (protocol == TCP && room >= TCP_HEADER_OCTETS) {
      int headerOctets = Bytes.u8(bytes, transport + 12) >> 4 << 2;
      if (headerOctets < TCP_HEADER_OCTETS) {
        return Shape.MALFORMED;
      }
      if (headerOctets <= room) {
        transportOctets = headerOctets;
        payloadLength = room - headerOctets;
      }
    }
    return Shape.TRUNCATED;
  }

  private Shape wrapTransport() {
    if (protocol == UDP) {
      int room = end - transport;
      if (room < UDP_HEADER_OCTETS) {
        return Shape.MALFORMED;
      }
      int udpOctets = Bytes.u16(bytes, transport + 4);
      if (udpOctets < UDP_HEADER_OCTETS || udpOctets > room) {
        return Shape.MALFORMED;
      }
      transportOctets = UDP_HEADER_OCTETS;
      payloadLength = udpOctets - UDP_HEADER_OCTETS;
      return Shape.UDP;
    }
    if (protocol == TCP) {
      int room = end - transport;
      if (room < TCP_HEADER_OCTETS) {
        return Shape.MALFORMED;
      }
      transportOctets = Bytes.u8(bytes, transport + 12) >> 4 << 2;
      if (transportOctets < TCP_HEADER_OCTETS || transportOctets > room) {
        return Shape.MALFORMED;
      }
      payloadLength = room - transportOctets;
      return Shape.TCP;
    }
    return Shape.OTHER_PROTOCOL;
  }

  /** Where a fragment's data belongs in the whole datagram's; only for {@link Shape#FRAGMENT}. */
  public int fragmentOffset() {
    return ipv6
        ? Bytes.u16(bytes, transport - 6) & 0xfff8
        : (Bytes.u16(bytes, offset + 6) & 0x1fff) << 3;
  }

  /** Whether a fragment is not the last one; only for {@link Shape#FRAGMENT}. */
  public boolean moreFragments() {
    return ((ipv6 ? bytes[transport - 5] : bytes[offset + 6] >> 5) & 1) != 0;
  }

  /** What all fragments of one datagram have in common; only for {@link Shape#FRAGMENT}. */
  public int fragmentId() {
    return ipv6 ? Bytes.i32(bytes, transport - 4) : Bytes.u16(bytes, offset + 4);
  }

  /** Where the next-header octet stands that announces IPv6's fragment header. */
  public int fragmentAnnouncementOffset() {
    return fragmentAnnouncement;
  }

  /** The array this datagram stands in. */
  public byte[] bytes() {
    return bytes;
  }

  /** Where the datagram starts in {@link #bytes()}. */
  public int offset() {
    return offset;
  }

  /** The datagram's length, IP header included, trailing octets excluded. */
  public int length() {
    return end - offset;
  }

  /** Whether this is IPv6. */
  public boolean isIpv6() {
    return ipv6;
  }

  /** 4 or 16. */
  public int addressOctets() {
    return ipv6 ? 16 : 4;
  }

  /** Where the source address stands in {@link #bytes()}. */
  public int sourceOffset() {
    return offset + (ipv6 ? 8 : 12);
  }

  /** Where the destination address stands in {@link #bytes()}. */
  public int destinationOffset() {
    return offset + (ipv6 ? 24 : 16);
  }

  /** The transport protocol's number; behind a fragment's header, what its data begins with. */
  public int protocol() {
    return protocol;
  }

  /** Whether a fragment's data begins with one more extension header of IPv6. */
  public boolean isExtension() {
    return ipv6 && isExtension(protocol);
  }

  /** Where the transport header, or a fragment's data, starts in {@link #bytes()}. */
  public int transportOffset() {
    return transport;
  }

  /** Whether both ports can be read, which a truncated or fragmented datagram may not allow. */
  public boolean hasPorts() {
    return (protocol == UDP || protocol == TCP)
        && transport + 4 <= end
        && (!fragment || fragmentOffset() == 0);
  }

  /** Whether it is a part of a datagram, be it whole or truncated. */
  public boolean isFragment() {
    return fragment;
  }

  /**
   * Whether a whole UDP or TCP header is there. With a truncated datagram that has one, the payload
   * is what was captured of it.
   */
  public boolean hasTransportHeader() {
    return transportOctets > 0;
  }

  /** The source port of UDP or TCP. */
  public int sourcePort() {
    return Bytes.u16(bytes, transport);
  }

  /** The destination port of UDP or TCP. */
  public int destinationPort() {
    return Bytes.u16(bytes, transport + 2);
  }

  /** The octets of the UDP or TCP header, its options included. */
  public int transportOctets() {
    return transportOctets;
  }

  /** Where the UDP or TCP payload starts in {@link #bytes()}. */
  public int payloadOffset() {
    return transport + transportOctets;
  }

  /**
   * The payload's octets: as the UDP header says, or as many as stand behind the TCP header, and no
   * more than were captured.
   */
  public int payloadLength() {
    return payloadLength;
  }
}
