package org.nxsight.analysis.dga.families;

import java.time.LocalDate;
import java.util.function.Consumer;

/**
 * CryptoLocker: 12 to 15 letters of a to y; day, month and year run through three shift registers
 * each, combined as in L'Ecuyer's Tausworthe generators (Math. Comp. 65, 1996).
 */
final class CryptoLocker {
  private static final String[] SUFFIXES = {"com", "net", "biz", "ru", "org", "co.uk", "info"};
  static final Family FAMILY =
      Family.named("cryptolocker")
          .perDay(1000)
          .exact()
          .dead()
          .under(SUFFIXES)
          .describedIn("S. Yazdi, A Closer Look at CryptoLocker's DGA, Fortinet 2014")
          .by((seed, date, count, out) -> names(date, count, out));

  /** Spreads the 16 bits of a part of the date over both halves of a word. */
  private static final int SPREAD = 0x10001;

  private CryptoLocker() {}

  private static void names(LocalDate date, int count, Consumer<String> out) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < count; i++) {
      int day = date.getDayOfMonth() * SPREAD;
      int month = date.getMonthValue() * SPREAD;
      int year = (date.getYear() + i) * SPREAD;
      int letters = 12 + (((day >>> 3) ^ (year >>> 8) ^ (year >>> 11)) & 3);
      name.setLength(0);
      for (int j = 0; j < letters; j++) {
        day = ((day << 13) >>> 19) ^ ((day >>> 1) << 13) ^ (day >>> 19);
        month = ((month << 2) >>> 25) ^ ((month >>> 3) << 7) ^ (month >>> 25);
        year = ((year << 3) >>> 11) ^ ((year >>> 4) << 21) ^ (year >>> 11);
        name.append((char) ('a' + Integer.remainderUnsigned(year ^ month ^ day, 25)));
      }
      out.accept(name.append('.').append(SUFFIXES[i % SUFFIXES.length]).toString());
    }
  }
}
