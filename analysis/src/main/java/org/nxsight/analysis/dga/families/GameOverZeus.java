package org.nxsight.analysis.dga.families;

import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.function.Consumer;

/**
 * GameOver Zeus until June 2014, and Murofet before it: letters of an MD5 digest of the week and a
 * counter, two of each octet where they differ and are letters.
 */
final class GameOverZeus {
  private static final String[] SUFFIXES = {"ru", "biz", "info", "org", "net", "com"};
  static final Family FAMILY =
      Family.named("gameover")
          .perDay(1000)
          .exact()
          .dead()
          .from(day -> day.withDayOfMonth(Math.max(1, day.getDayOfMonth() / 7 * 7)))
          .under(SUFFIXES)
          .describedIn("Decoding Domain Generation Algorithms, Sourcefire VRT 2014")
          .by((seed, day, count, out) -> names(day, count, out));

  private GameOverZeus() {}

  private static void names(LocalDate day, int count, Consumer<String> out) {
    MessageDigest md5 = Digests.md5();
    byte[] input = new byte[7];
    input[0] = (byte) (day.getYear() + 0x30);
    input[1] = (byte) day.getMonthValue();
    input[2] = (byte) (day.getDayOfMonth() / 7 * 7);
    for (int i = 0; i < count; i++) {
      input[3] = (byte) i;
      input[4] = (byte) (i >> 8);
      StringBuilder name = letters(md5.digest(input));
      out.accept(name.append('.').append(suffix(i)).toString());
    }
  }

  /** For each octet the letter of its low five bits and the letter of its high five bits. */
  static StringBuilder letters(byte[] digest) {
    StringBuilder letters = new StringBuilder();
    for (byte octet : digest) {
      int low = octet & 0x1f;
      int high = (octet & 0xff) >> 3;
      if (low != high) {
        appendLetter(letters, low);
        appendLetter(letters, high);
      }
    }
    return letters;
  }

  private static void appendLetter(StringBuilder letters, int number) {
    if (number < 26) {
      letters.append((char) ('a' + number));
    }
  }

  static String suffix(int counter) {
    if (counter % 6 == 0) {
      return SUFFIXES[0];
    } else if (counter % 5 == 0) {
      return SUFFIXES[1];
    } else if (counter % 4 == 0) {
      return SUFFIXES[2];
    } else if (counter % 3 == 0) {
      return SUFFIXES[3];
    } else {
      return SUFFIXES[counter % 2 == 0 ? 4 : 5];
    }
  }
}
