package org.nxsight.analysis.dga.families;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.function.Consumer;

/** Qadars: 12 letters and figures, 200 names a week. */
final class Qadars {
  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";
  private static final String[] SUFFIXES = {"com", "org", "net"};
  static final Family FAMILY =
      Family.named("qadars")
          .perSeedAndDay(200, 0x89f5, 0x4449, 0xe1f1, 0xe1f2, 0xe08a, 0xe1f5)
          .exact()
          .from(day -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)))
          .under(SUFFIXES)
          .describedIn("J. Bader, The DGA of Qadars, 2016")
          .by(Qadars::names);

  private Qadars() {}

  private static void names(long seed, LocalDate day, int count, Consumer<String> out) {
    LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    int state = (int) (monday.toEpochDay() * 86_400);
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < count; i++) {
      name.setLength(0);
      for (int j = 0; j < 12; j++) {
        state = next(state, (int) seed);
        name.append(ALPHABET.charAt(state % ALPHABET.length()));
      }
      state = next(state, (int) seed);
      out.accept(name.append('.').append(SUFFIXES[state % SUFFIXES.length]).toString());
    }
  }

  private static int next(int state, int seed) {
    return (seed - 1_043_968_403 * state) & 0x7fffffff;
  }
}
