package org.nxsight.app.serve;

import java.util.ArrayList;
import java.util.List;
import org.nxsight.store.pdns.BadQuestionException;

/**
 * Percent-encoded text of a URL (RFC 3986, section 2.1), one character for each octet, as names
 * have octets and no characters.
 */
final class PercentText {
  private PercentText() {}

  /** The segments of a path, each decoded by itself, so that %2F is no end of one. */
  static List<String> segments(String rawPath) throws BadQuestionException {
    List<String> segments = new ArrayList<>();
    for (String raw : rawPath.split("/", -1)) {
      segments.add(decode(raw));
    }
    return segments;
  }

  static String decode(String raw) throws BadQuestionException {
    StringBuilder text = new StringBuilder(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == '%') {
        c = (char) (digit(raw, i + 1) << 4 | digit(raw, i + 2));
        i += 2;
      }
      if (c < ' ' || c == 0x7f || c > 0xff) {
        throw new BadQuestionException(
            "the URL has a control character or no two hexadecimal digits behind a %; names write"
                + " such octets as \\000");
      }
      text.append(c);
    }
    return text.toString();
  }

  /** A digit, or -1, which makes a character that no octet is. */
  private static int digit(String raw, int at) {
    return at < raw.length() ? Character.digit(raw.charAt(at), 16) : -1;
  }
}
