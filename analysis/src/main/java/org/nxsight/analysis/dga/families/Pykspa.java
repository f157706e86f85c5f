package org.nxsight.analysis.dga.families;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/**
 * Pykspa's second algorithm, in two sets: the names of its masters, good for 20 days, and each
 * day's own, which are noise. {@link PykspaSeed} makes the number that a list starts with.
 */
final class Pykspa {
  private static final String[] SUFFIXES = {"com", "net", "org", "info"};
  private static final long LOW = 0xffff_ffffL;

  private Pykspa() {}

  static List<Family> families() {
    return List.of(family("pykspa", 200, 20), family("pykspa-noise", 800, 1));
  }

  private static Family family(String name, int names, int days) {
    return Family.named(name)
        .perDay(names)
        .exact()
        .dead()
        .from(day -> LocalDate.ofEpochDay(Math.floorDiv(day.toEpochDay(), days) * days))
        .under(SUFFIXES)
        .describedIn("J. Bader, The DGA of Pykspa, 2015")
        .by((seed, day, count, out) ->
            names((int) Math.floorDiv(day.toEpochDay(), days), count, out));
  }

  private static void names(int list, int count, Consumer<String> out) {
    long number = PykspaSeed.of(list) & LOW;
    for (int i = 0; i < count; i++) {
      number = (number + number % (i + 1) + 1) & LOW;
      int letters = 6 + (int) ((number + i) % 7);
      out.accept(label(number, letters) + '.' + SUFFIXES[(int) (number & 3)]);
    }
  }

  private static String label(long start, int letters) {
    StringBuilder label = new StringBuilder();
    long number = start;
    for (int i = 0; i < letters; i++) {
      long factor = number % 5 + number % 123_456 + i * ((number & 1) + number % 4567);
      long letter = (long) letters * (letters + i) + (number * factor & LOW);
      label.append((char) ('a' + letter % 26));
      long step = (((7_837_632 * number * letters) & LOW) + 82_344) % (541L * letters + 4);
      number = (number + step) & LOW;
    }
    return label.toString();
  }
}
