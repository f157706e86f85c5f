package org.nxsight.wire.dns;

import org.nxsight.wire.Bytes;

/**
 * Domain names as they stand in a message (RFC 1035, section 4.1.4).
 *
 * <pre>
 *   +--+--+--+--+--+--+--+--+            label: 00 and a length of 1..63, then its octets
 *   |00|  length  |  octets...           root:  a zero octet ends the name
 *   +--+--+--+--+--+--+--+--+--+-...-+
 *   |11|        offset (14 bits)     |   pointer: the rest stands at this offset of the message
 *   +--+--+--+--+--+--+--+--+--+-...-+
 * </pre>
 *
 * <p>A name is malformed when it runs over the end, has a label type 01 or 10, is longer than 255
 * octets when unpacked, or has a pointer that does not lead to an earlier place behind the header.
 * Each pointer of one name must lead further back than the one before, so every walk ends.
 */
public final class DnsNames {
  /** The longest name in octets, its root label included (RFC 1035, section 2.3.4). */
  public static final int MAX_NAME_OCTETS = 255;

  /** What the methods here return for a malformed name. */
  public static final int MALFORMED = -1;

  private DnsNames() {}

  /**
   * Where the name at {@code offset} ends in place: behind its root label or its first pointer.
   *
   * @param end the end of the message
   * @return the offset behind the name, or {@link #MALFORMED}
   */
  public static int skip(byte[] bytes, int offset, int end) {
    int limit = Math.min(end, offset + MAX_NAME_OCTETS);
    int at = offset;
    while (at < limit) {
      int length = bytes[at] & 0xff;
      if (length == 0) {
        return at + 1;
      }
      if (length >= 0x40) {
        return length >= 0xc0 && at + 2 <= end ? at + 2 : MALFORMED;
      }
      at += 1 + length;
    }
    return MALFORMED;
  }

  /**
   * Where the uncompressed name at {@code offset} ends. A pointer makes it malformed: a question's
   * name has nothing before it to point to.
   *
   * @return the offset behind the root label, or {@link #MALFORMED}
   */
  public static int skipUncompressed(byte[] bytes, int offset, int end) {
    int limit = Math.min(end, offset + MAX_NAME_OCTETS);
    int at = offset;
    while (at < limit) {
      int length = bytes[at] & 0xff;
      if (length == 0) {
        return at + 1;
      }
      if (length >= 0x40) {
        return MALFORMED;
      }
      at += 1 + length;
    }
    return MALFORMED;
  }

  /**
   * Writes the name at {@code offset} uncompressed to {@code out}, its case kept.
   *
   * @param message where the message starts in {@code bytes}; pointers count from here
   * @param end the end of the message
   * @param out room for 255 octets from {@code outOffset}
   * @return the octets written, or {@link #MALFORMED}
   */
  public static int unpack(
      byte[] bytes, int message, int offset, int end, byte[] out, int outOffset) {
    int at = offset;
    int earliest = offset;
    int written = 0;
    while (at < end) {
      int length = bytes[at] & 0xff;
      if (length >= 0x40) {
        if (length < 0xc0 || at + 2 > end) {
          return MALFORMED;
        }
        int target = message + (Bytes.u16(bytes, at) & 0x3fff);
        if (target >= earliest || target < message + DnsMessageView.HEADER_OCTETS) {
          return MALFORMED;
        }
        at = earliest = target;
        continue;
      }
      if (at + 1 + length > end || written + 1 + length > MAX_NAME_OCTETS) {
        return MALFORMED;
      }
      System.arraycopy(bytes, at, out, outOffset + written, 1 + length);
      written += 1 + length;
      if (length == 0) {
        return written;
      }
      at += 1 + length;
    }
    return MALFORMED;
  }

  /** Where the root label of a well-formed uncompressed name stands. */
  public static int rootOffset(byte[] name, int offset) {
    int at = offset;
    while (name[at] != 0) {
      at += 1 + name[at];
    }
    return at;
  }

  /** Puts the letters of an uncompressed name in lower case (RFC 4343, section 3). */
  public static void lowerCase(byte[] bytes, int offset, int octets) {
    for (int i = offset; i < offset + octets; i++) {
      // Length octets are at most 63, below every letter.
      if (bytes[i] >= 'A' && bytes[i] <= 'Z') {
        bytes[i] = (byte) (bytes[i] | 0x20);
      }
    }
  }
}
