package org.nxsight.wire.dns;

import org.jspecify.annotations.Nullable;

/**
 * The fields of a line of presentation text (RFC 1035, section 5.1): words between spaces, and
 * strings, which may stand in quotes and then hold spaces. A backslash takes the next character, or
 * the octet of three decimal digits, as it is.
 */
final class TextFields {
  private final CharSequence text;
  private int at;

  TextFields(CharSequence text) {
    this.text = text;
    skipSpaces();
  }

  /** Whether nothing but spaces is left. */
  boolean isAtEnd() {
    return at == text.length();
  }

  /** Whether the generic form of RFC 3597, section 5, follows. */
  boolean isGeneric() {
    return text.length() - at >= 2
        && text.charAt(at) == '\\'
        && text.charAt(at + 1) == '#'
        && (text.length() - at == 2 || text.charAt(at + 2) == ' ');
  }

  /** The next word as it is written, escapes and all; empty at the end. */
  String next() {
    int start = at;
    while (at < text.length() && text.charAt(at) != ' ') {
      at += text.charAt(at) == '\\' && at + 1 < text.length() ? 2 : 1;
    }
    String word = text.subSequence(start, at).toString();
    skipSpaces();
    return word;
  }

  /** Everything that is left, without the spaces. */
  String rest() {
    String rest = text.subSequence(at, text.length()).toString().replace(" ", "");
    at = text.length();
    return rest;
  }

  /** The octets of the next string, quoted or not; null when it is malformed or absent. */
  byte @Nullable [] nextString() {
    if (isAtEnd()) {
      return null;
    }
    OctetsBuilder octets = new OctetsBuilder(RdataParser.MAX_OCTETS);
    boolean read = text.charAt(at) == '"' ? readQuoted(octets) : readOctets(octets, ' ') >= 0;
    boolean apart = isAtEnd() || text.charAt(at) == ' ';
    skipSpaces();
    return read && apart && !octets.isFull() ? octets.toBytes() : null;
  }

  /**
   * The octets of the next service parameter, {@code key}, {@code key=value} or {@code
   * key="value"}, without the quotes; null when it is malformed.
   */
  byte @Nullable [] nextParam() {
    OctetsBuilder octets = new OctetsBuilder(RdataParser.MAX_OCTETS);
    while (!isAtEnd() && text.charAt(at) != ' ' && text.charAt(at) != '=') {
      octets.putNumber(text.charAt(at++) & 0xff, 1);
    }
    boolean read = true;
    if (!isAtEnd() && text.charAt(at) == '=') {
      at++;
      octets.putNumber('=', 1);
      boolean quoted = !isAtEnd() && text.charAt(at) == '"';
      read = quoted ? readQuoted(octets) : readOctets(octets, ' ') >= 0;
    }
    boolean apart = isAtEnd() || text.charAt(at) == ' ';
    skipSpaces();
    return read && apart && !octets.isFull() ? octets.toBytes() : null;
  }

  private boolean readQuoted(OctetsBuilder octets) {
    at++;
    return readOctets(octets, '"') == '"';
  }

  /** The character behind what was read, which is passed over when it is a quote; 0 at the end. */
  private int readOctets(OctetsBuilder octets, char end) {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == end) {
        at += end == '"' ? 1 : 0;
        return c;
      }
      int octet = c == '\\' ? unescape() : plain(c);
      if (octet < 0) {
        return -1;
      }
      octets.putNumber(octet, 1);
    }
    return 0;
  }

  private int plain(char c) {
    at++;
    return c < ' ' || c > '~' || c == '"' ? -1 : c;
  }

  private int unescape() {
    at++;
    if (at == text.length()) {
      return -1;
    }
    char first = text.charAt(at);
    if (first < '0' || first > '9') {
      return plainEscaped(first);
    }
    if (at + 3 > text.length()) {
      return -1;
    }
    int value = (int) Decimal.parse(text.subSequence(at, at + 3).toString(), 255);
    at += 3;
    return value;
  }

  private int plainEscaped(char c) {
    at++;
    return c < ' ' || c > '~' ? -1 : c;
  }

  private void skipSpaces() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
  }
}
