package org.nxsight.analysis.dga.families;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/**
 * Families written in JavaScript that hash a text with the date and the suffix, and then the label
 * so far: {@code 31 h + c} in 32 bits, made positive. Labels have 6 letters or more.
 */
final class ScriptHash {
  private ScriptHash() {}

  static List<Family> families() {
    return List.of(
        family(
            "proslikefan",
            "prospect",
            "J. Bader, Proslikefan, 2016",
            "eu",
            "biz",
            "se",
            "info",
            "com",
            "net",
            "org",
            "ru",
            "in",
            "name"),
        family("script-ok", "OK", "J. Bader, A JavaScript-based DGA, 2015", "cc", "co", "eu"));
  }

  private static Family family(String name, String magic, String source, String... suffixes) {
    return Family.named(name)
        .perDay(10 * suffixes.length)
        .exact()
        .under(suffixes)
        .describedIn(source)
        .by((seed, day, count, out) -> names(magic, suffixes, day, count, out));
  }

  private static void names(
      String magic, String[] suffixes, LocalDate day, int count, Consumer<String> out) {
    String date = day.getMonthValue() + "." + day.getDayOfMonth() + "." + day.getYear();
    for (int i = 0; i < count; i++) {
      String suffix = suffixes[i % suffixes.length];
      long r = hash(magic + '.' + date + '.' + suffix) + i / suffixes.length;
      StringBuilder name = new StringBuilder();
      // The wanted length moves with every letter, as in the original.
      for (int j = 0; j < r % 7 + 6; j++) {
        r = hash(name + Long.toString(r));
        name.append((char) ('a' + r % 26));
      }
      out.accept(name.append('.').append(suffix).toString());
    }
  }

  private static long hash(String text) {
    return Math.abs((long) text.hashCode());
  }
}
