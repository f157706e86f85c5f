package org.nxsight.analysis.dga.families;

import java.time.LocalDate;
import java.util.function.Consumer;

/** Vidro: 7 to 12 letters, 100 names a week. */
final class Vidro {
  private static final String[] SUFFIXES = {"dyndns.org", "com", "net"};
  static final Family FAMILY =
      Family.named("vidro")
          .perDay(100)
          .exact()
          .under(SUFFIXES)
          .describedIn("Vidro, 360 Netlab 2016")
          .by((seed, day, count, out) -> names(day, count, out));

  /** The epoch second in May 2010 from which its weeks count. */
  private static final long FIRST_WEEK = 0x4befb280L;

  private static final long WEEK_SECONDS = 604_800;

  private Vidro() {}

  private static void names(LocalDate day, int count, Consumer<String> out) {
    long week = Math.floorDiv(day.toEpochDay() * 86_400 - FIRST_WEEK, WEEK_SECONDS);
    int base = 123_456 * (int) (week + 1005);
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < count; i++) {
      int state = next(i % 100 + base);
      int letters = 7 + (state >>> 10) % 6;
      name.setLength(0);
      for (int j = 0; j < letters; j++) {
        state = next(state);
        name.append((char) ('a' + (state >>> 10) % 26));
      }
      out.accept(name.append('.').append(SUFFIXES[i % 3]).toString());
    }
  }

  private static int next(int state) {
    return state * 1_103_515_245 + 12_345;
  }
}
