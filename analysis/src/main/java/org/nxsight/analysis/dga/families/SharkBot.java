package org.nxsight.analysis.dga.families;

import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.temporal.WeekFields;
import java.util.function.Consumer;

/**
 * SharkBot of 2022: 16 digits of an MD5 digest of suffix, week and year.
 *
 * <p>How weeks are counted is the phone's habit: the first seven names are those of weeks that
 * begin on Monday (ISO 8601), the last seven those of weeks that begin on Sunday.
 */
final class SharkBot {
  private static final String[] SUFFIXES = {"xyz", "live", "com", "store", "info", "top", "net"};
  static final Family FAMILY =
      Family.named("sharkbot")
          .perDay(2 * SUFFIXES.length)
          .exact()
          .under(SUFFIXES)
          .describedIn("J. Bader, notes on domain generation algorithms, 2022")
          .by((seed, day, count, out) -> names(day, count, out));

  private static final int DIGITS = 16;

  private SharkBot() {}

  private static void names(LocalDate day, int count, Consumer<String> out) {
    MessageDigest md5 = Digests.md5();
    for (int i = 0; i < count; i++) {
      LocalDate then = day.plusWeeks(i / (2 * SUFFIXES.length));
      WeekFields habit = i / SUFFIXES.length % 2 == 0 ? WeekFields.ISO : WeekFields.SUNDAY_START;
      String suffix = '.' + SUFFIXES[i % SUFFIXES.length];
      String text = suffix + then.get(habit.weekOfWeekBasedYear()) + then.getYear();
      out.accept(Digests.hex(md5, text).substring(0, DIGITS) + suffix);
    }
  }
}
