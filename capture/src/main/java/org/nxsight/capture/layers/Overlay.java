package org.nxsight.capture.layers;

import static org.nxsight.capture.layers.Inside.NOT_IP;
import static org.nxsight.capture.layers.Inside.NO_TUNNEL;
import static org.nxsight.capture.layers.Inside.OUTERMOST;
import static org.nxsight.capture.layers.Inside.SHORT;

import org.nxsight.wire.Bytes;

/**
 * The tunnels of virtual networks.
 *
 * <pre>
 *   VXLAN (RFC 7348, section 5)    flags(1), I set  zero(3) network(3) zero(1)     Ethernet
 *   VXLAN-GPE                      flags(1), I set  zero(2) next(1) network(3) zero(1)
 *   (draft-ietf-nvo3-vxlan-gpe)    IPv4, IPv6 or Ethernet, as next is 1, 2 or 3; 0 is VXLAN
 *   Geneve (RFC 8926, section 3)   version and octets of options / 4 (1) flags(1)
 *                                  ethertype(2) network(3) zero(1) options
 * </pre>
 */
final class Overlay {
  private static final int HEADER_OCTETS = 8;
  private static final int VXLAN_NETWORK_VALID = 0x08;

  private Overlay() {}

  /** The IP datagram in a VXLAN payload, or a code of {@link Inside}. */
  static int vxlan(byte[] bytes, int offset, int end) {
    if (offset + HEADER_OCTETS > end) {
      return SHORT;
    }
    return (Bytes.u8(bytes, offset) & VXLAN_NETWORK_VALID) == 0
        ? NO_TUNNEL
        : LinkLayer.ethernet(bytes, offset + HEADER_OCTETS, end, OUTERMOST);
  }

  /** The IP datagram in a VXLAN-GPE payload, or a code of {@link Inside}. */
  static int vxlanGpe(byte[] bytes, int offset, int end) {
    if (offset + HEADER_OCTETS >= end) {
      return SHORT;
    }
    if ((Bytes.u8(bytes, offset) & VXLAN_NETWORK_VALID) == 0) {
      return NO_TUNNEL;
    }
    return switch (Bytes.u8(bytes, offset + 3)) {
      case 1, 2 -> offset + HEADER_OCTETS;
      case 0, 3 -> LinkLayer.ethernet(bytes, offset + HEADER_OCTETS, end, OUTERMOST);
      default -> NOT_IP;
    };
  }

  /** The IP datagram in a Geneve payload, or a code of {@link Inside}. */
  static int geneve(byte[] bytes, int offset, int end) {
    if (offset + HEADER_OCTETS > end) {
      return SHORT;
    }
    int versionAndOptions = Bytes.u8(bytes, offset);
    if (versionAndOptions >> 6 != 0) {
      return NO_TUNNEL;
    }
    int payload = offset + HEADER_OCTETS + ((versionAndOptions & 0x3f) << 2);
    if (payload >= end) {
      return SHORT;
    }
    int type = Bytes.u16(bytes, offset + 2);
    return type == EtherType.ETHERNET
        ? LinkLayer.ethernet(bytes, payload, end, OUTERMOST)
        : EtherType.ipOffset(type, bytes, payload, end, OUTERMOST);
  }
}
