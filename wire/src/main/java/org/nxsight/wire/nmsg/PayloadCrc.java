package org.nxsight.wire.nmsg;

import java.util.zip.CRC32C;

/**
 * The verdict on a payload's CRC-32C (RFC 3720, appendix B.4, over the payload's octets). On the
 * wire it stands byte-swapped, as a little-endian machine sees a number in network byte order.
 */
public enum PayloadCrc {
  /** The container tells none for this payload. */
  ABSENT,
  /** It is that of the payload. */
  CORRECT,
  /** It is not that of the payload. */
  INCORRECT;

  /** The CRC of a range as it stands on the wire. */
  static int onWire(CRC32C crc, byte[] bytes, int offset, int length) {
    crc.reset();
    crc.update(bytes, offset, length);
    return Integer.reverseBytes((int) crc.getValue());
  }
}
