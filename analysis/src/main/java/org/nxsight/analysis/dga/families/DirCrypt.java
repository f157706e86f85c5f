package org.nxsight.analysis.dga.families;

import java.time.LocalDate;
import java.util.function.Consumer;

/** DirCrypt: 8 to 20 letters. */
final class DirCrypt {
  static final Family FAMILY =
      Family.named("dircrypt")
          .perSeed(30, 0xf2113c2aL)
          .dead()
          .exact()
          .under("com")
          .describedIn("J. Bader, The DGA of DirCrypt, 2015")
          .by(DirCrypt::names);

  private DirCrypt() {}

  private static void names(long seed, LocalDate day, int count, Consumer<String> out) {
    MinimalStandard random = new MinimalStandard(seed);
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < count; i++) {
      name.setLength(0);
      int letters = 8 + random.below(13);
      for (int j = 0; j < letters; j++) {
        name.append((char) ('a' + random.below(26)));
      }
      out.accept(name.append(".com").toString());
    }
  }
}
