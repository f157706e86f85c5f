package org.nxsight.analysis.dga.families;

import java.time.LocalDate;
import java.util.function.Consumer;

/** CoreBot: 12 to 23 letters of a to y and digits of 0 to 8, below ddns.net. */
final class CoreBot {
  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxy012345678";
  static final Family FAMILY =
      Family.named("corebot")
          .perSeedAndDay(40, 0x1dba8930L)
          .exact()
          .under("ddns.net")
          .describedIn("J. Bader, The DGA of Corebot, 2015")
          .by(CoreBot::names);

  private CoreBot() {}

  private static void names(long seed, LocalDate day, int count, Consumer<String> out) {
    int state = (int) seed + day.getYear() + (day.getMonthValue() << 8 | day.getDayOfMonth());
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < count; i++) {
      name.setLength(0);
      state = next(state);
      int letters = 12 + Integer.remainderUnsigned(state, 12);
      for (int j = 0; j < letters; j++) {
        state = next(state);
        name.append(ALPHABET.charAt(Integer.remainderUnsigned(state, ALPHABET.length())));
      }
      out.accept(name.append(".ddns.net").toString());
    }
  }

  private static int next(int state) {
    return 1_664_525 * state + 1_013_904_223;
  }
}
