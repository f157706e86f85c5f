package org.nxsight.analysis.findings.groups;

/** What a label is made of: a generator keeps to one alphabet, people use all of them. */
public enum Alphabet {
  /** Letters alone. */
  LETTERS("letters"),
  /** Digits and letters from a to f, some of both. */
  HEXADECIMAL("hexadecimal digits"),
  /** Letters and digits. */
  LETTERS_AND_DIGITS("letters and digits"),
  /** Digits alone, or anything with a hyphen or another octet. */
  OTHER("hyphens or digits alone");

  private static final int LETTER = 1;
  private static final int DIGIT = 2;
  private static final int BEYOND_F = 4;
  private static final int ELSE = 8;

  private final String text;

  Alphabet(String text) {
    this.text = text;
  }

  /** For a person. */
  public String text() {
    return text;
  }

  /** That of the label whose length octet stands at an offset, in lower case. */
  public static Alphabet of(byte[] octets, int label) {
    int seen = 0;
    for (int at = label + 1, end = at + octets[label]; at < end; at++) {
      int octet = octets[at];
      if (octet >= 'a' && octet <= 'z') {
        seen |= octet > 'f' ? LETTER | BEYOND_F : LETTER;
      } else {
        seen |= octet >= '0' && octet <= '9' ? DIGIT : ELSE;
      }
    }
    return switch (seen) {
      case LETTER, LETTER | BEYOND_F -> LETTERS;
      case LETTER | DIGIT -> HEXADECIMAL;
      case LETTER | DIGIT | BEYOND_F -> LETTERS_AND_DIGITS;
      default -> OTHER;
    };
  }
}
