package org.nxsight.analysis.dga.families;

import java.time.LocalDate;
import java.util.function.Consumer;

/**
 * Kraken (Bobax, Oderoor) of 2008: 7 to 12 letters, two lists of starts in turn. Its constants are
 * not sure, so its names are alike only.
 */
final class Kraken {
  private static final String[] SUFFIXES = {"com", "net", "tv", "cc"};
  private static final long FIRST_WEEK = 1_207_000_000;
  static final Family FAMILY =
      Family.named("kraken-v2")
          .perSeedAndDay(1000, 1_600_000)
          .dead()
          .under(SUFFIXES)
          .describedIn("J. Bader, Kraken's two Domain Generation Algorithms, 2015")
          .by(Kraken::names);

  private Kraken() {}

  private static void names(long seed, LocalDate day, int count, Consumer<String> out) {
    int weeks = (int) Math.floorDiv(day.toEpochDay() * 86_400 - FIRST_WEEK, 604_800L) + 2;
    for (int i = 0; i < count; i++) {
      int number = i / 2;
      int state = 3 * number + (int) seed + (i & 1);
      if (number % 9 < 8) {
        int steps = number % 9 >= 6 ? weeks - 1 : weeks;
        for (int j = 0; j < steps; j++) {
          state = high(next(state));
        }
      }
      int a = next(state);
      int b = next(a);
      state = next(b);
      int letters = 7 + (high(a) * high(b) + high(state)) % 6;
      StringBuilder name = new StringBuilder();
      for (int j = 0; j < letters; j++) {
        state = next(state);
        name.append((char) ('a' + high(state) % 26));
      }
      out.accept(name.append('.').append(SUFFIXES[number % 4]).toString());
    }
  }

  private static int next(int state) {
    return state * 1_103_515_245 + 12_345;
  }

  private static int high(int state) {
    return (state >>> 16) & 0x7fff;
  }
}
