package org.nxsight.wire.dns;

/** JSON strings (RFC 8259, section 7). */
public final class JsonText {
  private JsonText() {}

  /** Appends {@code text} in quotes; quotes, backslashes and control characters are escaped. */
  public static void append(StringBuilder out, CharSequence text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> out.append('\\').append(c);
        case '\n' -> out.append("\\n");
        default -> {
          if (c < ' ') {
            out.append("\\u00");
            OctetsText.appendHex(out, c);
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
