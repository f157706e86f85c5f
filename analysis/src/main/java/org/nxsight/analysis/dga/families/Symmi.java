package org.nxsight.analysis.dga.families;

import java.time.LocalDate;
import java.util.function.Consumer;

/** Symmi: 8 to 15 letters, vowels and consonants in turn, below ddns.net; new every half month. */
final class Symmi {
  private static final String VOWELS = "aeiou";
  private static final String CONSONANTS = "bcdfghklmnpqrstvwx";
  static final Family FAMILY =
      Family.named("symmi")
          .perSeedAndDay(64, 42)
          .exact()
          .from(day -> day.withDayOfMonth(day.getDayOfMonth() < 16 ? 1 : 16))
          .under("ddns.net")
          .describedIn("J. Bader, The DGA of Symmi, 2015")
          .by(Symmi::names);

  private Symmi() {}

  private static void names(long seed, LocalDate day, int count, Consumer<String> out) {
    int half = day.getDayOfMonth() / 16;
    MicrosoftRand random =
        new MicrosoftRand(10_000L * (half * 100 + day.getMonthValue()) + day.getYear() + seed);
    for (int i = 0; i < count; i++) {
      int letters = 8 + random.next() % 8;
      StringBuilder name = new StringBuilder();
      int turn = 0;
      for (int j = 0; j < letters; j++) {
        if (j % 2 == 0) {
          turn = random.next() >> 8 & 1;
        }
        String alphabet = (turn + j) % 2 == 0 ? VOWELS : CONSONANTS;
        name.append(alphabet.charAt(random.next() % alphabet.length()));
      }
      out.accept(name.append(".ddns.net").toString());
    }
  }
}
