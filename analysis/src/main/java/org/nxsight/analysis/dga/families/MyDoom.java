package org.nxsight.analysis.dga.families;

import java.time.LocalDate;
import java.util.function.Consumer;

/** MyDoom: the ten decimal digits of a number, each written as one of ten letters. */
final class MyDoom {
  private static final String LETTERS = "asnhreqwpm";
  private static final String[] SUFFIXES = {"com", "biz", "us", "net", "org", "ws", "info", "in"};

  /** The last of them does not depend on the day. */
  private static final int NAMES = 51;

  static final Family FAMILY =
      Family.named("mydoom")
          .perSeedAndDay(NAMES, 0xfa8)
          .exact()
          .under(SUFFIXES)
          .describedIn("MyDoom, 360 Netlab 2017")
          .by(MyDoom::names);

  private MyDoom() {}

  private static void names(long seed, LocalDate day, int count, Consumer<String> out) {
    int state = (int) seed + day.getYear() + day.getMonthValue() + day.getDayOfMonth();
    for (int i = 0; i < count; i++) {
      if (i == NAMES - 1) {
        state = (int) seed;
      }
      state = state * 1_664_525 + 1_013_904_223;
      long rest = Integer.toUnsignedLong(state);
      int suffix = Math.min((int) (rest % 10), SUFFIXES.length - 1);
      StringBuilder name = new StringBuilder();
      for (int j = 0; j < LETTERS.length(); j++) {
        name.append(LETTERS.charAt((int) (rest % 10)));
        rest /= 10;
      }
      out.accept(name.append('.').append(SUFFIXES[suffix]).toString());
    }
  }
}
