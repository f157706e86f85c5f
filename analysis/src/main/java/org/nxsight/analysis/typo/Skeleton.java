package org.nxsight.analysis.typo;

/**
 * What a label looks like, so that look-alikes have the same: {@code 0} as {@code o}, {@code rn} as
 * {@code m}, letters of other scripts as the Latin ones. It is reused.
 */
final class Skeleton {
  private static final int MAX_OCTETS = 63;

  private final byte[] octets = new byte[MAX_OCTETS];
  private final int[] characters = new int[MAX_OCTETS];
  private int length;

  /**
   * Reads a label of at most 63 octets; false when it has a character that looks like no letter.
   */
  boolean read(byte[] label, int from, int count) {
    length = 0;
    if (!Punycode.isALabel(label, from, count)) {
      for (int i = 0; i < count; i++) {
        add(label[from + i]);
      }
      return true;
    }
    int decoded = Punycode.decode(label, from, count, characters);
    for (int i = 0; i < decoded; i++) {
      int letter = Confusables.letter(characters[i]);
      if (letter == Confusables.NONE) {
        return false;
      }
      add((byte) letter);
    }
    return decoded > 0;
  }

  private void add(byte octet) {
    byte last = length == 0 ? 0 : octets[length - 1];
    if (octet == 'n' && last == 'r') {
      octets[length - 1] = 'm';
    } else if (octet == 'v' && last == 'v') {
      octets[length - 1] = 'w';
    } else if (octet == 'l' && last == 'c') {
      octets[length - 1] = 'd';
    } else {
      octets[length++] = looksLike(octet);
    }
  }

  private static byte looksLike(byte octet) {
    return switch (octet) {
      case '0' -> 'o';
      case '1' -> 'l';
      case '2' -> 'z';
      case '3' -> 'e';
      case '4' -> 'a';
      case '5' -> 's';
      case '7' -> 't';
      case '8' -> 'b';
      case '9' -> 'g';
      default -> octet;
    };
  }

  byte[] octets() {
    return octets;
  }

  int length() {
    return length;
  }
}
