package org.nxsight.capture.layers;

import static org.nxsight.capture.layers.Inside.NOT_IP;
import static org.nxsight.capture.layers.Inside.SHORT;
import static org.nxsight.capture.layers.Inside.UNKNOWN_LINK_TYPE;

import org.nxsight.wire.Bytes;

/**
 * Headers that were never on a wire: the capturing system wrote them, in its own byte order, which
 * is taken to be little-endian.
 *
 * <pre>
 *   PKTAP   header octets(4) record type(4) link type(4) ...            then that link type
 *   NFLOG   family(1) version(1)=0 resource(2) [octets(2) type(2) value, padded to 4]...
 *           the value of type 9 is the packet
 * </pre>
 */
final class CaptureHeaders {
  private static final int PKTAP_OCTETS = 12;
  private static final int NFLOG_OCTETS = 4;
  private static final int NFLOG_PAYLOAD = 9;
  private static final int AF_INET = 2;
  private static final int AF_INET6 = 10;

  private CaptureHeaders() {}

  /** The IP datagram behind Apple's PKTAP header, or a code of {@link Inside}. */
  static int pktap(byte[] bytes, int offset, int end) {
    if (offset + PKTAP_OCTETS > end) {
      return SHORT;
    }
    int octets = Integer.reverseBytes(Bytes.i32(bytes, offset));
    int linkType = Integer.reverseBytes(Bytes.i32(bytes, offset + 8));
    if (octets < PKTAP_OCTETS || octets > end - offset) {
      return octets < 0 || octets > end - offset ? SHORT : UNKNOWN_LINK_TYPE;
    }
    return LinkLayer.ofPlainLinkType(linkType, bytes, offset + octets, end);
  }

  /** The IP datagram among the attributes of Linux's netfilter log, or a code of Inside. */
  static int nflog(byte[] bytes, int offset, int end) {
    if (offset + NFLOG_OCTETS > end) {
      return SHORT;
    }
    int family = Bytes.u8(bytes, offset);
    if (family != AF_INET && family != AF_INET6) {
      return NOT_IP;
    }
    int at = offset + NFLOG_OCTETS;
    while (at + 4 <= end) {
      int octets = Short.toUnsignedInt(Short.reverseBytes((short) Bytes.u16(bytes, at)));
      int type = Short.toUnsignedInt(Short.reverseBytes((short) Bytes.u16(bytes, at + 2)));
      if (octets < 4) {
        return NOT_IP;
      }
      if (type == NFLOG_PAYLOAD) {
        return at + 4 < end ? at + 4 : SHORT;
      }
      at += (octets + 3) & ~3;
    }
    return SHORT;
  }
}
