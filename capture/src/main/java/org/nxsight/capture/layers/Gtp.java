package org.nxsight.capture.layers;

import static org.nxsight.capture.layers.Inside.NOT_IP;
import static org.nxsight.capture.layers.Inside.NO_TUNNEL;
import static org.nxsight.capture.layers.Inside.SHORT;
import static org.nxsight.capture.layers.Inside.TOO_DEEP;

import org.nxsight.wire.Bytes;

/**
 * A mobile network's user data (GTP-U, 3GPP TS 29.281, section 5).
 *
 * <pre>
 *   version, type, E, S, PN (1)  message(1)=ff  length(2)  tunnel(4)
 *   [sequence(2) n-pdu(1) next extension(1)     when E, S or PN is set]
 *   [octets / 4 (1) ... next extension(1)       while there is a next one]
 * </pre>
 */
final class Gtp {
  private static final int HEADER_OCTETS = 8;
  private static final int OPTIONAL_OCTETS = 4;
  private static final int VERSION_AND_TYPE = 0xf0;
  private static final int VERSION_1_GTP = 0x30;
  private static final int ANY_OPTIONAL = 0x07;
  private static final int EXTENSION = 0x04;
  private static final int USER_DATA = 0xff;

  /** 3GPP defines about as many kinds. */
  private static final int MAX_EXTENSIONS = 8;

  private Gtp() {}

  /** Where the IP datagram starts, or a code of {@link Inside}. */
  static int ipOffset(byte[] bytes, int offset, int end) {
    if (offset + HEADER_OCTETS > end) {
      return NO_TUNNEL;
    }
    int flags = Bytes.u8(bytes, offset);
    if ((flags & VERSION_AND_TYPE) != VERSION_1_GTP || Bytes.u8(bytes, offset + 1) != USER_DATA) {
      return NO_TUNNEL; // echoes and error indications travel on the same port
    }
    int payload = offset + HEADER_OCTETS;
    if ((flags & ANY_OPTIONAL) != 0) {
      payload += OPTIONAL_OCTETS;
      if ((flags & EXTENSION) != 0) {
        payload = behindExtensions(bytes, payload, end);
      }
    }
    if (payload < 0) {
      return payload;
    }
    if (payload >= end) {
      return SHORT;
    }
    int version = Bytes.u8(bytes, payload) >> 4;
    return version == 4 || version == 6 ? payload : NOT_IP;
  }

  private static int behindExtensions(byte[] bytes, int offset, int end) {
    int at = offset;
    for (int extensions = 0; at <= end && Bytes.u8(bytes, at - 1) != 0; extensions++) {
      if (extensions == MAX_EXTENSIONS) {
        return TOO_DEEP;
      }
      if (at >= end) {
        return SHORT;
      }
      int octets = Bytes.u8(bytes, at) << 2;
      if (octets == 0) {
        return NOT_IP;
      }
      at += octets;
    }
    return at;
  }
}
