package org.nxsight.analysis.dga.families;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/**
 * Suppobox: two words of a list, by the bits of a count of 512 seconds in an order of their own. At
 * any time 85 counts are tried, the first being the time's own; a day's names are all that are
 * tried on it. A seed is the number of one of three known lists of words.
 */
final class Suppobox {
  private static final List<List<String>> LISTS = WordLists.read("suppobox.txt");
  private static final int COUNT_SECONDS_BITS = 9;
  private static final int DAY_SECONDS = 86_400;
  private static final int TRIED = 85;

  /** To which place each bit of the count goes, the lowest first. */
  private static final int[] PLACES = {3, 9, 13, 6, 2, 4, 11, 7, 14, 1, 10, 5, 8, 12, 0};

  private static final int SECOND_BITS = 8;
  private static final int FIRST_WORDS = 128;

  static final Family FAMILY =
      Family.named("suppobox")
          .perSeedAndDay((DAY_SECONDS >> COUNT_SECONDS_BITS) + TRIED, 1, 2, 3)
          .ofWords()
          .exact()
          .under("net")
          .describedIn("J. Geffner, End-to-End Analysis of a DGA, 2013")
          .by(Suppobox::names);

  private Suppobox() {}

  private static void names(long seed, LocalDate day, int count, Consumer<String> out) {
    List<String> words = LISTS.get((int) Long.remainderUnsigned(seed - 1, LISTS.size()));
    long first = (day.toEpochDay() * DAY_SECONDS) >> COUNT_SECONDS_BITS;
    for (int i = 0; i < count; i++) {
      int bits = 0;
      for (int bit = 0; bit < PLACES.length; bit++) {
        bits |= (int) (((first + i) >> bit) & 1) << (PLACES.length - 1 - PLACES[bit]);
      }
      String start = words.get(bits >> SECOND_BITS);
      String end = words.get(FIRST_WORDS + (bits & ((1 << SECOND_BITS) - 1)));
      out.accept(start + end + ".net");
    }
  }
}
