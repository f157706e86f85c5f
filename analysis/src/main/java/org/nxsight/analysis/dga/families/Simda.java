package org.nxsight.analysis.dga.families;

import java.time.LocalDate;
import java.util.function.Consumer;

/** Simda (Shiz): consonants and vowels in turn, off a number that grows by a step. */
final class Simda {
  private static final String CONSONANTS = "qwrtpsdfghjklzxcvbnm";
  private static final String VOWELS = "eyuioa";
  static final Family FAMILY =
      Family.named("simda")
          .perSeed(1000, 0x45ae94b2L)
          .exact()
          .dead()
          .under("com")
          .describedIn("J. Bader, The DGA of Simda/Shiz, 2015")
          .by(Simda::names);

  private static final int LETTERS = 7;
  private static final String KEY = "1676d5775e05c50b46baa5579d4fc7";

  private Simda() {}

  private static void names(long seed, LocalDate day, int count, Consumer<String> out) {
    int step = KEY.chars().sum();
    long number = seed & 0xffffffffL;
    for (int i = 0; i < count; i++) {
      number += step;
      StringBuilder name = new StringBuilder();
      for (int j = 0; j < LETTERS; j++) {
        String alphabet = j % 2 == 0 ? CONSONANTS : VOWELS;
        name.append(alphabet.charAt((int) (number / (3 + 2 * j) % alphabet.length())));
      }
      out.accept(name.append(".com").toString());
    }
  }
}
