package org.nxsight.capture.layers;

import static org.nxsight.capture.layers.Inside.NOT_IP;
import static org.nxsight.capture.layers.Inside.SHORT;
import static org.nxsight.capture.layers.Inside.TOO_DEEP;

import org.nxsight.wire.Bytes;

/**
 * What an EtherType announces (IEEE 802 numbers): IP itself, or one more header in front of it.
 *
 * <pre>
 *   802.1Q, 802.1ad, 0x9100   vlan(2) ethertype(2)
 *   MPLS (RFC 3032)           label, class, bottom of stack, ttl (4) ...
 *   PPPoE session (RFC 2516)  version and type(1) code(1) session(2) length(2) PPP
 *   up to 1500                no type but a length (IEEE 802.3): LLC
 * </pre>
 */
final class EtherType {
  static final int IPV4 = 0x0800;
  static final int IPV6 = 0x86dd;
  static final int ETHERNET = 0x6558;
  static final int MPLS = 0x8847;
  static final int MPLS_UPSTREAM = 0x8848;

  private static final int MAX_LENGTH = 1500;
  private static final int VLAN = 0x8100;
  private static final int SERVICE_VLAN = 0x88a8;
  private static final int OLD_QINQ = 0x9100;
  private static final int PPPOE_SESSION = 0x8864;

  /** Two are QinQ; some exchange points and their mirrors add one more each. */
  private static final int MAX_TAGS = 4;

  /**
   * How many of MPLS, PPPoE and LLC stand inside each other. Each can lead to an EtherType again: a
   * frame in a label stack in a frame is what a network provider has, twice that is a mirror's.
   */
  private static final int MAX_DEPTH = 4;

  private EtherType() {}

  /**
   * Where the IP datagram in a payload of this type starts, or a code of {@link Inside}.
   *
   * @param depth how many such headers it stands in
   */
  static int ipOffset(int etherType, byte[] bytes, int offset, int end, int depth) {
    if (depth == MAX_DEPTH) {
      return TOO_DEEP;
    }
    int type = etherType;
    int payload = offset;
    for (int tags = 0; isTag(type); tags++) {
      if (tags == MAX_TAGS) {
        return TOO_DEEP;
      }
      if (payload + 4 >= end) {
        return SHORT;
      }
      type = Bytes.u16(bytes, payload + 2);
      payload += 4;
    }
    return switch (type) {
      case IPV4, IPV6 -> payload;
      case MPLS, MPLS_UPSTREAM -> Mpls.ipOffset(bytes, payload, end, depth + 1);
      case PPPOE_SESSION -> Ppp.behindSession(bytes, payload, end, depth + 1);
      default -> type <= MAX_LENGTH ? Llc.ipOffset(bytes, payload, end, depth + 1) : NOT_IP;
    };
  }

  private static boolean isTag(int type) {
    return type == VLAN || type == SERVICE_VLAN || type == OLD_QINQ;
  }
}
