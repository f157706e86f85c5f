package org.nxsight.wire.dns;

/** Numbers as plain decimal digits. */
final class Decimal {
  private static final int MOST_DIGITS = 10; // 4294967295

  private Decimal() {}

  /** The number, or -1 when the text is not 1 to 10 digits or the number is above {@code most}. */
  static long parse(String text, long most) {
    if (text.isEmpty() || text.length() > MOST_DIGITS) {
      return -1;
    }
    long value = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      value = value * 10 + c - '0';
    }
    return value <= most ? value : -1;
  }
}
