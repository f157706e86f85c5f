package org.nxsight.analysis.dga;

import java.util.Arrays;

/**
 * The alphabet in which names are judged: 64 symbols at most, so that four of them fill 24 bits.
 *
 * <pre>
 *   0 boundary of a label | 1..26 letters, either case | 27..36 digits | 37 hyphen | 38 underscore | 39 any other octet
 * </pre>
 */
public final class Symbols {
  /** The bits of a symbol. */
  public static final int BITS = 6;

  /** Before each label and behind the last. */
  public static final int BOUNDARY = 0;

  /** The symbol of {@code 0}; the letters stand before it, from 1. */
  public static final int FIRST_DIGIT = 27;

  /** The hyphen. */
  public static final int HYPHEN = 37;

  /** The underscore, of service labels. */
  public static final int UNDERSCORE = 38;

  /** Any other octet. */
  public static final int OTHER = 39;

  /** How many symbols there are. */
  public static final int COUNT = 40;

  /** The symbol of each octet. */
  public static final byte[] OF_OCTET = ofOctet();

  /** The kind of each symbol, one of {@code KIND_*}. */
  static final byte[] KIND = kinds();

  static final int KIND_BOUNDARY = 0;
  static final int KIND_CONSONANT = 1;
  static final int KIND_VOWEL = 2;
  static final int KIND_DIGIT = 3;
  static final int KIND_OTHER = 4;

  private Symbols() {}

  /** Whether a symbol is a letter. */
  public static boolean isLetter(int symbol) {
    return symbol > BOUNDARY && symbol < FIRST_DIGIT;
  }

  private static byte[] ofOctet() {
    byte[] symbols = new byte[256];
    Arrays.fill(symbols, (byte) OTHER);
    for (int i = 0; i < 26; i++) {
      symbols['a' + i] = (byte) (1 + i);
      symbols['A' + i] = (byte) (1 + i);
    }
    for (int i = 0; i < 10; i++) {
      symbols['0' + i] = (byte) (FIRST_DIGIT + i);
    }
    symbols['-'] = HYPHEN;
    symbols['_'] = UNDERSCORE;
    return symbols;
  }

  private static byte[] kinds() {
    byte[] kinds = new byte[COUNT];
    Arrays.fill(kinds, 1, FIRST_DIGIT, (byte) KIND_CONSONANT);
    for (char vowel : "aeiouy".toCharArray()) {
      kinds[OF_OCTET[vowel]] = KIND_VOWEL;
    }
    Arrays.fill(kinds, FIRST_DIGIT, HYPHEN, (byte) KIND_DIGIT);
    Arrays.fill(kinds, HYPHEN, COUNT, (byte) KIND_OTHER);
    return kinds;
  }
}
