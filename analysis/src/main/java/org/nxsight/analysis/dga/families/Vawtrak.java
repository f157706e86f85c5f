package org.nxsight.analysis.dga.families;

import java.time.LocalDate;
import java.util.function.Consumer;

/** Vawtrak's second algorithm: one consonant after one or two vowels, off one generator. */
final class Vawtrak {
  private static final String CONSONANTS = "cdfghlmnrstw";
  private static final String VOWELS = "aeiou";
  static final Family FAMILY =
      Family.named("vawtrak-v2")
          .perSeed(150, 0x5884c3c4L, 0x5542b2L)
          .exact()
          .under("com")
          .describedIn("J. Bader, notes on domain generation algorithms, 2014-2022")
          .by(Vawtrak::names);

  private Vawtrak() {}

  private static void names(long seed, LocalDate day, int count, Consumer<String> out) {
    int state = (int) seed;
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < count; i++) {
      name.setLength(0);
      state = next(state);
      int letters = 7 + state % 5;
      state = next(state);
      int consonants = state % 2;
      for (int j = 0; j < letters; j++) {
        state = next(state + 2);
        if (consonants > 0) {
          name.append(CONSONANTS.charAt(state % CONSONANTS.length()));
          consonants--;
        } else {
          name.append(VOWELS.charAt(state % VOWELS.length()));
          state = next(state);
          consonants = 1 + state % 2;
        }
      }
      out.accept(name.append(".com").toString());
    }
  }

  private static int next(int state) {
    return (state * 1_103_515_245 + 12_345) & Integer.MAX_VALUE;
  }
}
