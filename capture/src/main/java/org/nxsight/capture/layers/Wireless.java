package org.nxsight.capture.layers;

import static org.nxsight.capture.layers.Inside.NOT_IP;
import static org.nxsight.capture.layers.Inside.OUTERMOST;
import static org.nxsight.capture.layers.Inside.SHORT;

import org.nxsight.wire.Bytes;

/**
 * Data frames of a wireless network (IEEE 802.11, section 9.2.3), and the radiotap header that many
 * captures have in front of them. Encrypted frames are not IP to us.
 *
 * <pre>
 *   radiotap   version(1) zero(1) length(2, little-endian) ...
 *   802.11     control(2) duration(2) address(6) address(6) address(6) sequence(2)
 *              [address(6) between access points] [qos(2)] [ht(4)] LLC
 * </pre>
 */
final class Wireless {
  private static final int HEADER_OCTETS = 24;

  // The first octet of the frame control: version, type and subtype.
  private static final int VERSION_AND_TYPE = 0x0f;
  private static final int DATA = 0x08;
  private static final int WITHOUT_DATA = 0x40;
  private static final int QOS = 0x80;

  // Its second octet.
  private static final int BETWEEN_ACCESS_POINTS = 0x03;
  private static final int ENCRYPTED = 0x40;
  private static final int HT = 0x80;

  private Wireless() {}

  /** Where the IP datagram starts, or a code of {@link Inside}. */
  static int ipOffset(byte[] bytes, int offset, int end) {
    if (offset + HEADER_OCTETS > end) {
      return SHORT;
    }
    int kind = Bytes.u8(bytes, offset);
    int flags = Bytes.u8(bytes, offset + 1);
    if ((kind & VERSION_AND_TYPE) != DATA
        || (kind & WITHOUT_DATA) != 0
        || (flags & ENCRYPTED) != 0) {
      return NOT_IP;
    }
    int at = offset + HEADER_OCTETS;
    if ((flags & BETWEEN_ACCESS_POINTS) == BETWEEN_ACCESS_POINTS) {
      at += 6;
    }
    if ((kind & QOS) != 0) {
      at += (flags & HT) == 0 ? 2 : 6;
    }
    return Llc.ipOffset(bytes, at, end, OUTERMOST);
  }

  /** The same behind a radiotap header. */
  static int behindRadiotap(byte[] bytes, int offset, int end) {
    if (offset + 8 > end) {
      return SHORT;
    }
    int octets = Short.toUnsignedInt(Short.reverseBytes((short) Bytes.u16(bytes, offset + 2)));
    return ipOffset(bytes, offset + octets, end);
  }
}
