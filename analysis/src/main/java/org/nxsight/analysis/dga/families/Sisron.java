package org.nxsight.analysis.dga.families;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Locale;
import java.util.function.Consumer;

/** Sisron: the Base64 text of a day of the last weeks, under four suffixes. */
final class Sisron {
  private static final String[] SUFFIXES = {"com", "org", "net", "info"};
  static final Family FAMILY =
      Family.named("sisron")
          .perDay(160)
          .exact()
          .under(SUFFIXES)
          .describedIn("J. Bader, The DGA of Sisron, 2016")
          .by((seed, day, count, out) -> names(day, count, out));

  private static final int DAYS = 40;

  private Sisron() {}

  private static void names(LocalDate day, int count, Consumer<String> out) {
    for (int i = 0; i < count; i++) {
      LocalDate past = day.minusDays(i % DAYS);
      String date =
          String.format(
              Locale.ROOT,
              "%02d%02d%d",
              past.getDayOfMonth(),
              past.getMonthValue(),
              past.getYear());
      String label =
          Base64.getEncoder()
              .encodeToString(date.getBytes(StandardCharsets.US_ASCII))
              .toLowerCase(Locale.ROOT)
              .replace('=', 'a');
      out.accept(label + '.' + SUFFIXES[i / DAYS % SUFFIXES.length]);
    }
  }
}
