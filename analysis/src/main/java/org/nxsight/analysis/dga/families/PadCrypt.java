package org.nxsight.analysis.dga.families;

import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** PadCrypt: 16 digits of a SHA-256 digest of date and counter, with letters for the figures. */
final class PadCrypt {
  private static final String SOURCE = "J. Bader, The DGA of PadCrypt, 2016";
  private static final String[] SUFFIXES = {
    "com", "co.uk", "de", "org", "net", "eu", "info", "online", "co", "cc", "website"
  };
  private static final String LETTERS_FOR_FIGURES = "abcdnfolmk";

  private PadCrypt() {}

  static List<Family> families() {
    return List.of(
        draft("padcrypt-2.2.86", 24).exact().by(generator(':')),
        draft("padcrypt-2.2.97", 72).by(generator('|')));
  }

  private static FamilyDraft draft(String name, int names) {
    return Family.named(name).perDay(names).under(SUFFIXES).describedIn(SOURCE);
  }

  private static NameGenerator generator(char separator) {
    return (seed, day, count, out) -> names(day, separator, count, out);
  }

  private static void names(LocalDate day, char separator, int count, Consumer<String> out) {
    MessageDigest sha256 = Digests.sha256();
    for (int i = 0; i < count; i++) {
      String input =
          String.format(
              Locale.ROOT,
              "%d-%d-%d%c%d",
              day.getDayOfMonth(),
              day.getMonthValue(),
              day.getYear(),
              separator,
              i);
      String hex = Digests.hex(sha256, input);
      StringBuilder name = new StringBuilder();
      for (int j = 3; j < 19; j++) {
        char digit = hex.charAt(j);
        name.append(digit <= '9' ? LETTERS_FOR_FIGURES.charAt(digit - '0') : digit);
      }
      int last = Character.digit(hex.charAt(hex.length() - 1), 16);
      int suffix = last < SUFFIXES.length ? last : 0;
      out.accept(name.append('.').append(SUFFIXES[suffix]).toString());
    }
  }
}
