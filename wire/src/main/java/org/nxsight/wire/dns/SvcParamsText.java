package org.nxsight.wire.dns;

import org.nxsight.wire.Bytes;
import org.nxsight.wire.ip.Addresses;

/**
 * Service parameters of SVCB and HTTPS records as text (RFC 9460, section 2.1).
 *
 * <pre>
 *   +---------------+---------------+------------------
 *   | key (16 bits) | length (16)   | value             repeated up to the end
 *   +---------------+---------------+------------------
 * </pre>
 */
final class SvcParamsText {
  private static final int KEY_MANDATORY = 0;
  private static final int KEY_ALPN = 1;
  private static final int KEY_NO_DEFAULT_ALPN = 2;
  private static final int KEY_PORT = 3;
  private static final int KEY_IPV4HINT = 4;
  private static final int KEY_ECH = 5;
  private static final int KEY_IPV6HINT = 6;
  private static final int KEY_INVALID = 65_535;

  private SvcParamsText() {}

  /**
   * Appends {@code key=value} for every parameter, a space behind each, but none behind an empty
   * list of keys or addresses, as in libwdns.
   */
  static TextResult append(StringBuilder out, byte[] bytes, int from, int to) {
    int at = from;
    while (at < to) {
      if (to - at < 2) {
        return TextResult.CUT_SHORT;
      }
      int key = Bytes.u16(bytes, at);
      if (key == KEY_INVALID) {
        return TextResult.CUT_SHORT;
      }
      appendKey(out, key);
      if (key != KEY_NO_DEFAULT_ALPN) {
        out.append('=');
      }
      if (to - at < 4 || to - at - 4 < Bytes.u16(bytes, at + 2)) {
        return TextResult.CUT_SHORT;
      }
      int value = at + 4;
      at = value + Bytes.u16(bytes, at + 2);
      if (!isWellFormed(key, bytes, value, at)) {
        return TextResult.BAD_VALUE;
      }
      appendValue(out, key, bytes, value, at);
    }
    return TextResult.WRITTEN;
  }

  /** Whether a value has the form its key asks for; the value of an unknown key always has. */
  static boolean isWellFormed(int key, byte[] bytes, int from, int to) {
    int length = to - from;
    return switch (key) {
      case KEY_MANDATORY -> length % 2 == 0;
      case KEY_ALPN -> length > 0 && isFilledByStrings(bytes, from, to);
      case KEY_NO_DEFAULT_ALPN -> length == 0;
      case KEY_PORT -> length == 2;
      case KEY_IPV4HINT -> length % 4 == 0;
      case KEY_IPV6HINT -> length % 16 == 0;
      default -> key != KEY_INVALID;
    };
  }

  private static boolean isFilledByStrings(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to) {
      at += 1 + Bytes.u8(bytes, at);
    }
    return at == to;
  }

  private static void appendKey(StringBuilder out, int key) {
    switch (key) {
      case KEY_MANDATORY -> out.append("mandatory");
      case KEY_ALPN -> out.append("alpn");
      case KEY_NO_DEFAULT_ALPN -> out.append("no-default-alpn");
      case KEY_PORT -> out.append("port");
      case KEY_IPV4HINT -> out.append("ipv4hint");
      case KEY_ECH -> out.append("ech");
      case KEY_IPV6HINT -> out.append("ipv6hint");
      default -> out.append("key").append(key);
    }
  }

  private static void appendValue(StringBuilder out, int key, byte[] bytes, int from, int to) {
    switch (key) {
      case KEY_NO_DEFAULT_ALPN -> {}
      case KEY_ALPN -> appendAlpn(out, bytes, from, to);
      case KEY_PORT -> out.append(Bytes.u16(bytes, from));
      case KEY_ECH -> OctetsText.appendBase64(out, bytes, from, to);
      case KEY_MANDATORY -> appendList(out, 2, bytes, from, to);
      case KEY_IPV4HINT -> appendList(out, 4, bytes, from, to);
      case KEY_IPV6HINT -> appendList(out, 16, bytes, from, to);
      default -> OctetsText.appendQuoted(out, bytes, from, to);
    }
    boolean list = key == KEY_MANDATORY || key == KEY_IPV4HINT || key == KEY_IPV6HINT;
    if (!list || from < to) {
      out.append(' ');
    }
  }

  /** Keys of two octets, addresses of four or sixteen, with commas between them. */
  private static void appendList(StringBuilder out, int octets, byte[] bytes, int from, int to) {
    for (int at = from; at < to; at += octets) {
      if (at > from) {
        out.append(',');
      }
      switch (octets) {
        case 2 -> appendKey(out, Bytes.u16(bytes, at));
        case 4 -> Addresses.appendIpv4(out, bytes, at);
        default -> Addresses.appendIpv6(out, bytes, at);
      }
    }
  }

  /**
   * Protocol names in quotes with commas between them. A comma or backslash inside a name is
   * escaped twice: once for the list, once for the string (RFC 9460, appendix A.1).
   */
  private static void appendAlpn(StringBuilder out, byte[] bytes, int from, int to) {
    out.append('"');
    int at = from;
    while (at < to) {
      if (at > from) {
        out.append(',');
      }
      int nameEnd = at + 1 + Bytes.u8(bytes, at);
      for (at++; at < nameEnd; at++) {
        int octet = bytes[at] & 0xff;
        switch (octet) {
          case '"' -> out.append("\\\"");
          case '\\' -> out.append("\\\\\\\\");
          case ',' -> out.append("\\\\,");
          default -> OctetsText.appendPrintable(out, octet);
        }
      }
    }
    out.append('"');
  }
}
