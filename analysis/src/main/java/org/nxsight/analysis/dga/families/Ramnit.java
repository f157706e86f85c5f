package org.nxsight.analysis.dga.families;

import java.time.LocalDate;
import java.util.function.Consumer;

/** Ramnit: 8 to 19 letters of a to y; a new state comes of the two states that began the name. */
final class Ramnit {
  static final Family FAMILY =
      Family.named("ramnit")
          .perSeed(1000, 0x79159c10L)
          .exact()
          .under("com")
          .describedIn("J. Bader, The DGA of Ramnit, 2014")
          .by(Ramnit::names);

  private Ramnit() {}

  private static void names(long seed, LocalDate day, int count, Consumer<String> out) {
    MinimalStandard random = new MinimalStandard(seed);
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < count; i++) {
      name.setLength(0);
      long first = random.value();
      int letters = 8 + random.below(12);
      long second = random.value();
      for (int j = 0; j < letters; j++) {
        name.append((char) ('a' + random.below(25)));
      }
      out.accept(name.append(".com").toString());
      long product = first * second;
      random.seed(product + (product >>> 32));
    }
  }
}
