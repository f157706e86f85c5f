package org.nxsight.wire.dns;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** Octets as text: in base 16, 32 and 64 (RFC 4648), and as strings of a zone file. */
final class OctetsText {
  private static final String LOWER_HEX = "0123456789abcdef";
  private static final String UPPER_HEX = "0123456789ABCDEF";
  private static final String BASE32HEX = "0123456789ABCDEFGHIJKLMNOPQRSTUV";

  private OctetsText() {}

  /** Appends two lower-case digits. */
  static void appendHex(StringBuilder out, int octet) {
    out.append(LOWER_HEX.charAt(octet >> 4 & 0xf)).append(LOWER_HEX.charAt(octet & 0xf));
  }

  /** Appends octets in upper-case base 16. */
  static void appendUpperHex(StringBuilder out, byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      out.append(UPPER_HEX.charAt(bytes[i] >> 4 & 0xf)).append(UPPER_HEX.charAt(bytes[i] & 0xf));
    }
  }

  /** Appends octets in lower-case base 16 with {@code between} between two octets. */
  static void appendLowerHex(StringBuilder out, byte[] bytes, int from, int to, String between) {
    for (int i = from; i < to; i++) {
      if (i > from) {
        out.append(between);
      }
      appendHex(out, bytes[i]);
    }
  }

  /** Appends octets in base 64 with padding, on one line. */
  static void appendBase64(StringBuilder out, byte[] bytes, int from, int to) {
    byte[] encoded = Base64.getEncoder().encode(Arrays.copyOfRange(bytes, from, to));
    out.append(new String(encoded, StandardCharsets.ISO_8859_1));
  }

  /** Appends octets in base 32 with the extended hex alphabet, without padding. */
  static void appendBase32Hex(StringBuilder out, byte[] bytes, int from, int to) {
    int bits = 0;
    int held = 0;
    for (int i = from; i < to; i++) {
      held = held << 8 | (bytes[i] & 0xff);
      for (bits += 8; bits >= 5; bits -= 5) {
        out.append(BASE32HEX.charAt(held >> (bits - 5) & 0x1f));
      }
      held &= 0x1f;
    }
    if (bits > 0) {
      out.append(BASE32HEX.charAt(held << (5 - bits) & 0x1f));
    }
  }

  /**
   * Appends octets as a quoted string: a quote and a backslash behind a backslash, every octet
   * outside {@code ' '..'~'} as three decimal digits (RFC 1035, section 5.1).
   */
  static void appendQuoted(StringBuilder out, byte[] bytes, int from, int to) {
    out.append('"');
    for (int i = from; i < to; i++) {
      int octet = bytes[i] & 0xff;
      if (octet == '"' || octet == '\\') {
        out.append('\\').append((char) octet);
      } else {
        appendPrintable(out, octet);
      }
    }
    out.append('"');
  }

  /** Appends an octet of {@code ' '..'~'} as it is and any other as an escape. */
  static void appendPrintable(StringBuilder out, int octet) {
    if (octet >= ' ' && octet <= '~') {
      out.append((char) octet);
    } else {
      NameText.appendDecimalEscape(out, octet);
    }
  }
}
