package org.nxsight.channels.form;

/** JSON strings, escaped as nmsg does (RFC 8259, section 7), and octets in base64 (RFC 4648). */
final class JsonStrings {
  private static final String BASE64 =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  private JsonStrings() {}

  /** Appends {@code text} in quotes; only quotes, backslashes and controls below 0x20 change. */
  static void append(StringBuilder out, CharSequence text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> out.append('\\').append(c);
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < 0x20) {
            out.append("\\u00").append(Character.forDigit(c >> 4, 16));
            out.append(Character.forDigit(c & 15, 16));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }

  /** Appends octets in quotes and base64, padded. */
  static void appendBase64(StringBuilder out, byte[] bytes, int offset, int length) {
    out.append('"');
    for (int i = 0; i < length; i += 3) {
      int left = length - i;
      int group = (bytes[offset + i] & 0xff) << 16;
      group |= left > 1 ? (bytes[offset + i + 1] & 0xff) << 8 : 0;
      group |= left > 2 ? bytes[offset + i + 2] & 0xff : 0;
      out.append(BASE64.charAt(group >> 18)).append(BASE64.charAt(group >> 12 & 63));
      out.append(left > 1 ? BASE64.charAt(group >> 6 & 63) : '=');
      out.append(left > 2 ? BASE64.charAt(group & 63) : '=');
    }
    out.append('"');
  }
}
