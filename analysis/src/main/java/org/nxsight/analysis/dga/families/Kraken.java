package org.nxsight.analysis.dga.families;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/**
 * Kraken (Bobax, Oderoor). The first algorithm (2007) has the same names on all days; the second
 * throws numbers away, one more each week. Each counter gives two names.
 */
final class Kraken {
  private static final String[] FIRST_SUFFIXES = {
    "dyndns.org", "yi.org", "dynserv.com", "mooo.com"
  };
  private static final String[] SECOND_SUFFIXES = {"com", "net", "tv", "cc"};
  private static final int FIRST_COUNTER = 1_000_015;

  /** Added to the first and the second name of a counter, by the seed. */
  private static final int[][] SUMMANDS = {
    {0x8924541, -0x0fcfbf88}, {0x7924542, -0x1fcfbf87},
  };

  private static final long FIRST_WEEK_SECONDS = 1_207_000_000;
  private static final long WEEK_SECONDS = 604_800;
  private static final long DAY_SECONDS = 86_400;

  private Kraken() {}

  static List<Family> families() {
    return List.of(
        draft("kraken-v1").perSeed(2000, 0, 1).under(FIRST_SUFFIXES).by(Kraken::firstNames),
        draft("kraken-v2")
            .perSeedAndDay(2000, 24_938_314, 1_600_000)
            .from(day -> LocalDate.ofEpochDay(firstDay(week(day))))
            .under(SECOND_SUFFIXES)
            .by(Kraken::secondNames));
  }

  private static FamilyDraft draft(String name) {
    return Family.named(name)
        .exact()
        .dead()
        .describedIn("J. Bader, Kraken's two Domain Generation Algorithms, 2015");
  }

  private static void firstNames(long seed, LocalDate day, int count, Consumer<String> out) {
    int[] summands = SUMMANDS[(int) Long.remainderUnsigned(seed, SUMMANDS.length)];
    for (int i = 0; i < count; i++) {
      int n = FIRST_COUNTER + i / 2;
      int state =
          i % 2 == 0
              ? n * (n + 2) * (n + 7) / 9 + n * (3 * n + 1) + summands[0]
              : n * (n + 7) * (n + 12) / 9 + n * (n + 1) + summands[1];
      int a = next(state);
      int b = next(a);
      int c = next(b);
      int letters = 6 + Math.floorMod(middle(a) * middle(b) - middle(c), 6);
      out.accept(label(c, letters) + '.' + FIRST_SUFFIXES[n % FIRST_SUFFIXES.length]);
    }
  }

  private static void secondNames(long seed, LocalDate day, int count, Consumer<String> out) {
    int weeks = (int) week(day) + 2;
    for (int i = 0; i < count; i++) {
      int n = i / 2;
      int state = 3 * n + (int) seed + (i + 1) % 2;
      if (n % 9 < 8) {
        for (int thrown = n % 9 >= 6 ? weeks - 1 : weeks; thrown > 0; thrown--) {
          state = middle(next(state));
        }
      }
      int a = next(state);
      int b = next(a);
      int c = next(b);
      int letters = 7 + (middle(a) * middle(b) + middle(c)) % 6;
      out.accept(label(c, letters) + '.' + SECOND_SUFFIXES[n % SECOND_SUFFIXES.length]);
    }
  }

  private static long week(LocalDate day) {
    return Math.floorDiv(day.toEpochDay() * DAY_SECONDS - FIRST_WEEK_SECONDS, WEEK_SECONDS);
  }

  /** The first day whose midnight is in a week. */
  private static long firstDay(long week) {
    return Math.ceilDiv(week * WEEK_SECONDS + FIRST_WEEK_SECONDS, DAY_SECONDS);
  }

  private static String label(int state, int letters) {
    StringBuilder label = new StringBuilder();
    int number = state;
    for (int i = 0; i < letters; i++) {
      number = next(number);
      label.append((char) ('a' + middle(number) % 26));
    }
    return label.toString();
  }

  private static int next(int state) {
    return state * 1_103_515_245 + 12_435;
  }

  private static int middle(int state) {
    return (state >> 8) & 0x7fff;
  }
}
