package org.nxsight.analysis.dga.families;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/**
 * Gozi ISFB of the sample that takes its words from Luther's theses: whole words and halves of some
 * up to 12 to 24 letters, off a linear congruence that starts with the date. A list is good for
 * four days.
 */
final class Gozi {
  private static final List<String> WORDS = WordLists.read("gozi-luther.txt").getFirst();
  private static final long FIRST_DAY = LocalDate.of(2015, 1, 1).toEpochDay();
  private static final int LIST_DAYS = 4;
  private static final int SUMMAND = (1 << 16) - 306_607_824;
  private static final int MOST_LETTERS = 24;

  static final Family FAMILY =
      Family.named("gozi-luther")
          .perDay(12)
          .ofWords()
          .exact()
          .from(day -> LocalDate.ofEpochDay(FIRST_DAY + LIST_DAYS * list(day)))
          .under("com")
          .describedIn("Gozi ISFB, GovCERT.ch 2016; J. Bader, notes on domain generation, 2016")
          .by((seed, day, count, out) -> new Gozi((int) list(day) + SUMMAND).names(count, out));

  private int state;

  private Gozi(int state) {
    this.state = state;
  }

  private static long list(LocalDate day) {
    return Math.floorDiv(day.toEpochDay() - FIRST_DAY, LIST_DAYS);
  }

  private void names(int count, Consumer<String> out) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < count; i++) {
      name.setLength(0);
      below(1);
      int least = 12 + below(12);
      while (name.length() < least) {
        String word = WORDS.get(below(WORDS.size()));
        int letters = below(3) == 0 ? word.length() / 2 : word.length();
        if (name.length() + letters <= MOST_LETTERS) {
          name.append(word, 0, letters);
        }
      }
      out.accept(name.append(".com").toString());
    }
  }

  private int below(int bound) {
    state = state * 1_664_525 + 1_013_904_223;
    return Integer.remainderUnsigned(state, bound);
  }
}
