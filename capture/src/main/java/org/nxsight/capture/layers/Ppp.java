package org.nxsight.capture.layers;

import static org.nxsight.capture.layers.Inside.NOT_IP;
import static org.nxsight.capture.layers.Inside.SHORT;

import org.nxsight.wire.Bytes;

/**
 * The point-to-point protocol (RFC 1661, section 2) and its sessions over Ethernet (RFC 2516).
 *
 * <pre>
 *   PPP              [address(1)=ff control(1)=03] protocol(2, or 1 when it is odd)
 *   PPPoE session    version and type(1)=11 code(1)=00 session(2) length(2) PPP
 * </pre>
 */
final class Ppp {
  private static final int SESSION_OCTETS = 6;
  private static final int SESSION_DATA = 0x1100;
  private static final int ADDRESS_AND_CONTROL = 0xff03;
  private static final int PROTOCOL_IPV4 = 0x0021;
  private static final int PROTOCOL_IPV6 = 0x0057;
  private static final int PROTOCOL_MPLS = 0x0281;

  private Ppp() {}

  /** Where the IP datagram starts, or a code of {@link Inside}. */
  static int ipOffset(byte[] bytes, int offset, int end, int depth) {
    int at = offset;
    if (at + 2 <= end && Bytes.u16(bytes, at) == ADDRESS_AND_CONTROL) {
      at += 2; // RFC 1662, section 3.1
    }
    if (at + 2 > end) {
      return SHORT;
    }
    int protocol = Bytes.u8(bytes, at);
    if ((protocol & 1) == 0) { // an odd first octet is a compressed protocol: RFC 1661, section 6.5
      protocol = Bytes.u16(bytes, at);
      at++;
    }
    at++;
    if (at >= end) {
      return SHORT;
    }
    return switch (protocol) {
      case PROTOCOL_IPV4, PROTOCOL_IPV6 -> at;
      case PROTOCOL_MPLS -> Mpls.ipOffset(bytes, at, end, depth);
      default -> NOT_IP;
    };
  }

  /** The same behind the header of a PPPoE session. */
  static int behindSession(byte[] bytes, int offset, int end, int depth) {
    if (offset + SESSION_OCTETS > end) {
      return SHORT;
    }
    return Bytes.u16(bytes, offset) == SESSION_DATA
        ? ipOffset(bytes, offset + SESSION_OCTETS, end, depth)
        : NOT_IP;
  }
}
