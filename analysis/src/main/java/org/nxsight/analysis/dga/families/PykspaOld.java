package org.nxsight.analysis.dga.families;

import java.time.LocalDate;
import java.util.function.Consumer;

/**
 * Pykspa's first algorithm: a number that is squared for each name, and shifted away within it. Its
 * lists are good for two days.
 */
final class PykspaOld {
  private static final String[] SUFFIXES = {"biz", "com", "net", "org", "info", "cc"};
  private static final long LOW = 0xffff_ffffL;
  static final Family FAMILY =
      Family.named("pykspa-old")
          .perDay(5000)
          .exact()
          .dead()
          .from(day -> LocalDate.ofEpochDay(Math.floorDiv(day.toEpochDay(), 2) * 2))
          .under(SUFFIXES)
          .describedIn("J. Bader, The Faulty Precursor of Pykspa's DGA, 2015")
          .by((seed, day, count, out) -> names(day, count, out));

  private PykspaOld() {}

  private static void names(LocalDate day, int count, Consumer<String> out) {
    long number = Math.floorDiv(day.toEpochDay(), 2);
    for (int i = 0; i < count; i++) {
      number = (number * number + i) & LOW;
      String label = label(number, 6 + (int) (number % 10));
      out.accept(label + '.' + SUFFIXES[(int) (number % SUFFIXES.length)]);
    }
  }

  private static String label(long number, int letters) {
    StringBuilder label = new StringBuilder();
    long left = number;
    for (int i = 0; i < letters; i++) {
      long factor = left % 5 + left % 123_456 + i * (left % 4567 + left % 19);
      long letter = ((long) letters * (letters + i) + left * factor) & LOW;
      label.append((char) ('a' + letter % 26));
      left = ((left + i) & LOW) >>> (i * i & 31);
    }
    return label.toString();
  }
}
