package org.nxsight.capture.layers;

import static org.nxsight.capture.layers.Inside.NO_TUNNEL;

import org.nxsight.wire.Bytes;

/**
 * IPv6 in UDP through address translators (RFC 4380, section 5.1.1).
 *
 * <pre>
 *   [authentication  0001(2) client octets(1) value octets(1) client value nonce(8) confirm(1)]
 *   [origin          0000(2) port(2) address(4)]
 *   IPv6
 * </pre>
 */
final class Teredo {
  private static final int AUTHENTICATION = 1;
  private static final int ORIGIN = 0;

  private Teredo() {}

  /** Where the IP datagram starts, or {@link Inside#NO_TUNNEL}. */
  static int ipOffset(byte[] bytes, int offset, int end) {
    int at = offset;
    if (at + 4 <= end && Bytes.u16(bytes, at) == AUTHENTICATION) {
      at += 4 + Bytes.u8(bytes, at + 2) + Bytes.u8(bytes, at + 3) + 9;
    }
    if (at + 4 <= end && Bytes.u16(bytes, at) == ORIGIN) {
      at += 8;
    }
    return at < end && Bytes.u8(bytes, at) >> 4 == 6 ? at : NO_TUNNEL;
  }
}
