package org.nxsight.channels.form;

import org.nxsight.wire.Bytes;

/**
 * One IP datagram, whole or a fragment, as it stands in a {@code query_packet} or {@code
 * response_packet} (RFC 791; RFC 8200).
 *
 * <pre>
 *   IPv4   0  version, header length     2 total length     6 flags, fragment offset / 8
 *          9  protocol     12 source     16 destination     options ...
 *   IPv6   0  version      4 payload length     6 next header     8 source     24 destination
 *          extension headers: next header, length / 8 - 1 ...; fragment: offset at 2, id at 4
 * </pre>
 *
 * <p>A view is reused and never outlives the bytes it looks at.
 */
final class IpDatagram {
  /** The protocol number of UDP. */
  static final int UDP = 17;

  private static final int HOP_BY_HOP = 0;
  private static final int ROUTING = 43;
  private static final int FRAGMENT = 44;
  private static final int AUTHENTICATION = 51;
  private static final int DESTINATION = 60;

  private int protocol;
  private int addressesOffset;
  private int addressOctets;
  private int payloadOffset;
  private int end;
  private int fragmentOffset;
  private boolean moreFragments;

  /** Looks at {@code bytes[offset, offset + length)}; false when it is no IP datagram. */
  boolean wrap(byte[] bytes, int offset, int length) {
    fragmentOffset = 0;
    moreFragments = false;
    if (length < 20) {
      return false;
    }
    return switch (Bytes.u8(bytes, offset) >> 4) {
      case 4 -> wrapIpv4(bytes, offset, length);
      case 6 -> wrapIpv6(bytes, offset, length);
      default -> false;
    };
  }

  private boolean wrapIpv4(byte[] bytes, int offset, int length) {
    int header = (Bytes.u8(bytes, offset) & 15) * 4;
    int total = Bytes.u16(bytes, offset + 2);
    protocol = Bytes.u8(bytes, offset + 9);
    addressesOffset = offset + 12;
    addressOctets = 4;
    int fragment = Bytes.u16(bytes, offset + 6);
    fragmentOffset = (fragment & 0x1fff) * 8;
    moreFragments = (fragment & 0x2000) != 0;
    payloadOffset = offset + header;
    end = offset + (total < header ? length : Math.min(total, length));
    return header >= 20 && payloadOffset <= end;
  }

  private boolean wrapIpv6(byte[] bytes, int offset, int length) {
    if (length < 40) {
      return false;
    }
    int total = 40 + Bytes.u16(bytes, offset + 4);
    addressesOffset = offset + 8;
    addressOctets = 16;
    end = offset + Math.min(total, length);
    protocol = Bytes.u8(bytes, offset + 6);
    payloadOffset = offset + 40;
    while (isExtension(protocol)) {
      if (payloadOffset + 8 > end) {
        return false;
      }
      int octets = 8 * (1 + Bytes.u8(bytes, payloadOffset + 1));
      if (protocol == FRAGMENT) {
        int fragment = Bytes.u16(bytes, payloadOffset + 2);
        fragmentOffset = fragment & 0xfff8;
        moreFragments = (fragment & 1) != 0;
        octets = 8;
      } else if (protocol == AUTHENTICATION) {
        octets = 4 * (2 + Bytes.u8(bytes, payloadOffset + 1));
      }
      protocol = Bytes.u8(bytes, payloadOffset);
      payloadOffset += octets;
      if (fragmentOffset > 0) {
        break; // what follows is no header but the middle of the payload
      }
    }
    return payloadOffset <= end;
  }

  private static boolean isExtension(int protocol) {
    return switch (protocol) {
      case HOP_BY_HOP, ROUTING, FRAGMENT, AUTHENTICATION, DESTINATION -> true;
      default -> false;
    };
  }

  /** The protocol of the payload. */
  int protocol() {
    return protocol;
  }

  /** Where the source address stands, the destination behind it. */
  int addressesOffset() {
    return addressesOffset;
  }

  /** The octets of one address, 4 or 16. */
  int addressOctets() {
    return addressOctets;
  }

  /** Where the payload starts. */
  int payloadOffset() {
    return payloadOffset;
  }

  /** The payload's length in octets. */
  int payloadOctets() {
    return end - payloadOffset;
  }

  /** Whether it is one of several fragments. */
  boolean isFragment() {
    return moreFragments || fragmentOffset > 0;
  }

  /** Where this fragment's payload belongs in the whole, in octets. */
  int fragmentOffset() {
    return fragmentOffset;
  }

  /** Whether a fragment follows this one. */
  boolean moreFragments() {
    return moreFragments;
  }
}
