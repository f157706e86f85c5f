package org.nxsight.analysis.dga.families;

import java.time.LocalDate;
import java.util.function.Consumer;

/**
 * Banjori: each name is the one before it with its first four letters changed, so all names of a
 * sample end alike.
 */
final class Banjori {
  private static final String FIRST_NAME = "earnestnessbiophysicalohax.com";
  static final Family FAMILY =
      Family.named("banjori")
          .perSeed(15_372, 0)
          .exact()
          .dead()
          .under("com")
          .describedIn("J. Bader, The DGA of Banjori, 2015")
          .by(Banjori::names);

  private Banjori() {}

  private static void names(long seed, LocalDate day, int count, Consumer<String> out) {
    StringBuilder name = new StringBuilder(FIRST_NAME);
    for (int i = 0; i < count; i++) {
      out.accept(name.toString());
      set(name, 0, name.charAt(0) + name.charAt(3));
      set(name, 1, name.charAt(0) + 2 * name.charAt(1));
      set(name, 2, name.charAt(0) + name.charAt(2) - 1);
      set(name, 3, name.charAt(1) + name.charAt(2) + name.charAt(3));
    }
  }

  private static void set(StringBuilder name, int at, int number) {
    name.setCharAt(at, (char) ('a' + Math.floorMod(number - 'a', 26)));
  }
}
