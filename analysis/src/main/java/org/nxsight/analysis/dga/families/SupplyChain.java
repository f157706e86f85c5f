package org.nxsight.analysis.dga.families;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/** The implants in NetSarang's and Piriform's installers of 2017: one name a month each. */
final class SupplyChain {
  private SupplyChain() {}

  static List<Family> families() {
    return List.of(
        Family.named("shadowpad")
            .perDay(1)
            .exact()
            .dead()
            .under("com")
            .describedIn("ShadowPad in corporate networks, Kaspersky 2017")
            .by((seed, day, count, out) -> shadowPad(day, count, out)),
        Family.named("ccleaner")
            .perDay(1)
            .exact()
            .dead()
            .under("com")
            .describedIn("CCleanup: A Vast Number of Machines at Risk, Cisco Talos 2017")
            .by((seed, day, count, out) -> ccleaner(day, count, out)));
  }

  private static void shadowPad(LocalDate day, int count, Consumer<String> out) {
    LocalDate month = day;
    for (int i = 0; i < count; i++) {
      int state = 0x90422a3a * month.getYear() - 0x39d06f76 * month.getMonthValue() - 0x67b7fc6f;
      int letters = 10 + Integer.remainderUnsigned(state, 6);
      StringBuilder name = new StringBuilder();
      for (int j = 0; j < letters; j++) {
        name.append((char) ('a' + Integer.remainderUnsigned(state, 26)));
        state = 29 * state + 19;
      }
      out.accept(name.append(".com").toString());
      month = month.plusMonths(1);
    }
  }

  private static void ccleaner(LocalDate day, int count, Consumer<String> out) {
    LocalDate month = day;
    for (int i = 0; i < count; i++) {
      MicrosoftRand random = new MicrosoftRand(month.getYear() * 10_000L + month.getMonthValue());
      int first = random.next();
      int product = random.next() * random.next();
      out.accept("ab" + Integer.toHexString(product) + Integer.toHexString(first) + ".com");
      month = month.plusMonths(1);
    }
  }
}
