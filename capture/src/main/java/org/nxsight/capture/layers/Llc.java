package org.nxsight.capture.layers;

import static org.nxsight.capture.layers.Inside.NOT_IP;
import static org.nxsight.capture.layers.Inside.SHORT;

import org.nxsight.wire.Bytes;

/**
 * Logical link control with SNAP (IEEE 802.2, RFC 1042), which gives 802.3, FDDI and 802.11 frames
 * an EtherType.
 *
 * <pre>
 *   dsap(1)=aa ssap(1)=aa control(1)=03 organisation(3)=000000 ethertype(2)
 * </pre>
 */
final class Llc {
  private static final int OCTETS = 8;

  /** Both service access points, the control octet and the first octet of the organisation. */
  private static final int SNAP = 0xaaaa0300;

  /** The organisation of bridged Ethernet (RFC 1042 frames of some switches) besides 000000. */
  private static final int BRIDGED = 0x00f8;

  private Llc() {}

  /** Where the IP datagram starts, or a code of {@link Inside}. */
  static int ipOffset(byte[] bytes, int offset, int end, int depth) {
    if (offset + OCTETS >= end) {
      return SHORT;
    }
    int organisation = Bytes.u16(bytes, offset + 4);
    if (Bytes.i32(bytes, offset) != SNAP || (organisation != 0 && organisation != BRIDGED)) {
      return NOT_IP;
    }
    int type = Bytes.u16(bytes, offset + 6);
    return type <= 1500 ? NOT_IP : EtherType.ipOffset(type, bytes, offset + OCTETS, end, depth);
  }
}
