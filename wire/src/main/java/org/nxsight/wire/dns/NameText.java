package org.nxsight.wire.dns;

import java.nio.charset.StandardCharsets;

/**
 * Domain names as text: labels joined by dots, a dot at the end, {@code .} for the root (RFC 1035,
 * section 5.1; RFC 4343, section 2.1).
 *
 * <p>A dot or backslash inside a label is written {@code \.} or {@code \\}; every octet outside the
 * printable range {@code !..~} is written as backslash and three decimal digits.
 */
public final class NameText {
  /** What {@link #parse} returns for text that is no name. */
  public static final int MALFORMED = -1;

  private static final int MAX_LABEL_OCTETS = 63;

  private NameText() {}

  /** A well-formed uncompressed name that fills an array. */
  public static String of(byte[] name) {
    return of(name, 0, name.length);
  }

  /** The uncompressed name in {@code name[offset, offset + length)}, as of {@link #append}. */
  public static String of(byte[] name, int offset, int length) {
    StringBuilder out = new StringBuilder(length);
    append(out, name, offset, length);
    return out.toString();
  }

  /**
   * Appends the uncompressed name in {@code name[offset, offset + length)}. What stands behind the
   * root label is left out; a name cut short is written as far as it goes.
   */
  public static void append(StringBuilder out, byte[] name, int offset, int length) {
    if (appendPlain(out, name, offset, length)) {
      return;
    }
    int end = offset + length;
    int at = offset;
    boolean root = true;
    while (at < end && name[at] != 0) {
      int labelEnd = Math.min(end, at + 1 + (name[at] & 0xff));
      for (at++; at < labelEnd; at++) {
        appendOctet(out, name[at] & 0xff);
      }
      out.append('.');
      root = false;
    }
    if (root) {
      out.append('.');
    }
  }

  /** Appends at once what needs no escapes, as nearly all names; false when it is not so. */
  private static boolean appendPlain(StringBuilder out, byte[] name, int offset, int length) {
    byte[] text = new byte[length];
    int end = offset + length;
    int at = offset;
    while (at < end && name[at] != 0) {
      int labelEnd = at + 1 + (name[at] & 0xff);
      if (labelEnd > end) {
        return false;
      }
      for (at++; at < labelEnd; at++) {
        byte octet = name[at];
        if (octet <= ' ' || octet > '~' || octet == '.' || octet == '\\') {
          return false;
        }
        text[at - offset - 1] = octet;
      }
      text[at - offset - 1] = '.';
    }
    if (at == offset) {
      return false;
    }
    out.append(new String(text, 0, at - offset, StandardCharsets.ISO_8859_1));
    return true;
  }

  private static void appendOctet(StringBuilder out, int octet) {
    if (octet == '.' || octet == '\\') {
      out.append('\\').append((char) octet);
    } else if (octet > ' ' && octet <= '~') {
      out.append((char) octet);
    } else {
      appendDecimalEscape(out, octet);
    }
  }

  /** Appends a backslash and the octet as three decimal digits. */
  static void appendDecimalEscape(StringBuilder out, int octet) {
    out.append('\\')
        .append((char) ('0' + octet / 100))
        .append((char) ('0' + octet / 10 % 10))
        .append((char) ('0' + octet % 10));
  }

  /**
   * Writes the wire form of a name to {@code out}, its case kept. The dot at the end may be absent.
   *
   * <p>Malformed are: no text at all, an empty label, a label of more than 63 octets, a name of
   * more than 255, an escape cut short or above 255, and a character that is not one octet.
   *
   * @param out room for 255 octets
   * @return the octets written, or {@link #MALFORMED}
   */
  public static int parse(CharSequence text, byte[] out) {
    int end = text.length();
    if (end == 1 && text.charAt(0) == '.') {
      out[0] = 0;
      return 1;
    }
    int label = 0;
    int written = 1;
    int at = 0;
    while (at < end) {
      char c = text.charAt(at++);
      if (c == '.') {
        if (written == label + 1) {
          return MALFORMED;
        }
        out[label] = (byte) (written - label - 1);
        label = written++;
        if (written > DnsNames.MAX_NAME_OCTETS) {
          return MALFORMED;
        }
        continue;
      }
      int octet = c;
      if (c == '\\') {
        octet = unescape(text, at);
        at += isDigit(text, at) ? 3 : 1;
      }
      if (octet < 0
          || octet > 0xff
          || written - label > MAX_LABEL_OCTETS
          || written + 1 >= DnsNames.MAX_NAME_OCTETS) {
        return MALFORMED;
      }
      out[written++] = (byte) octet;
    }
    return close(out, label, written);
  }

  private static int close(byte[] out, int label, int written) {
    int last = written - label - 1;
    if (label == 0 && last == 0) {
      return MALFORMED;
    }
    out[label] = (byte) last;
    if (last == 0) {
      return written;
    }
    out[written] = 0;
    return written + 1;
  }

  private static boolean isDigit(CharSequence text, int at) {
    return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  private static int unescape(CharSequence text, int at) {
    if (!isDigit(text, at)) {
      return at < text.length() ? text.charAt(at) : MALFORMED;
    }
    if (!isDigit(text, at + 1) || !isDigit(text, at + 2)) {
      return MALFORMED;
    }
    return (text.charAt(at) - '0') * 100
        + (text.charAt(at + 1) - '0') * 10
        + (text.charAt(at + 2) - '0');
  }
}
