package org.nxsight.capture.layers;

import static org.nxsight.capture.layers.Inside.NOT_IP;
import static org.nxsight.capture.layers.Inside.NO_TUNNEL;
import static org.nxsight.capture.layers.Inside.OUTERMOST;
import static org.nxsight.capture.layers.Inside.SHORT;

import org.nxsight.wire.Bytes;

/**
 * Generic routing encapsulation (RFC 2784, RFC 2890; RFC 2637 for PPP), and the mirrored Ethernet
 * frames of ERSPAN in it (draft-foschiano-erspan).
 *
 * <pre>
 *   flags and version(2) protocol(2) [checksum(2) zero(2)] [key(4)] [sequence(4)] [acknowledged(4)]
 *   ERSPAN I     nothing more: a GRE header without a sequence number
 *   ERSPAN II    version, vlan(2) class, session(2) index(4)
 *   ERSPAN III   version, vlan(2) class, session(2) timestamp(4) group(2) ... O(1 bit)
 *                [platform(8) when O is set]
 * </pre>
 */
final class Gre {
  private static final int CHECKSUM = 0x8000;
  private static final int ROUTING = 0x4000;
  private static final int KEY = 0x2000;
  private static final int SEQUENCE = 0x1000;
  private static final int ACKNOWLEDGED = 0x0080;
  private static final int VERSION = 0x0007;

  private static final int PROTOCOL_PPP = 0x880b;
  private static final int PROTOCOL_ERSPAN = 0x88be;
  private static final int PROTOCOL_ERSPAN_III = 0x22eb;

  private Gre() {}

  /** Where the IP datagram starts, or a code of {@link Inside}. */
  static int ipOffset(byte[] bytes, int offset, int end) {
    if (offset + 4 > end) {
      return SHORT;
    }
    int flags = Bytes.u16(bytes, offset);
    int version = flags & VERSION;
    if (version > 1 || (flags & ROUTING) != 0) { // source routes (RFC 1701) are long gone
      return NO_TUNNEL;
    }
    int payload =
        offset
            + 4
            + ((flags & CHECKSUM) == 0 ? 0 : 4)
            + ((flags & KEY) == 0 ? 0 : 4)
            + ((flags & SEQUENCE) == 0 ? 0 : 4)
            + (version == 0 || (flags & ACKNOWLEDGED) == 0 ? 0 : 4);
    if (payload >= end) {
      return payload == end ? NOT_IP : SHORT; // nothing inside keeps a tunnel alive
    }
    return switch (Bytes.u16(bytes, offset + 2)) {
      case PROTOCOL_PPP -> Ppp.ipOffset(bytes, payload, end, OUTERMOST);
      case PROTOCOL_ERSPAN ->
          LinkLayer.ethernet(
              bytes, (flags & SEQUENCE) == 0 ? payload : payload + 8, end, OUTERMOST);
      case PROTOCOL_ERSPAN_III -> erspan3(bytes, payload, end);
      case EtherType.ETHERNET -> LinkLayer.ethernet(bytes, payload, end, OUTERMOST);
      default -> EtherType.ipOffset(Bytes.u16(bytes, offset + 2), bytes, payload, end, OUTERMOST);
    };
  }

  private static int erspan3(byte[] bytes, int offset, int end) {
    if (offset + 12 > end) {
      return SHORT;
    }
    boolean platform = (Bytes.u8(bytes, offset + 11) & 1) != 0;
    return LinkLayer.ethernet(bytes, offset + (platform ? 20 : 12), end, OUTERMOST);
  }
}
