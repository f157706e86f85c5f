package org.nxsight.analysis.dga.families;

import java.time.LocalDate;
import java.util.function.Consumer;

/** Ranbyus of May 2015: 14 letters of a to y, 40 names a day. */
final class Ranbyus {
  private static final String[] SUFFIXES = {"in", "me", "cc", "su", "tw", "net", "com", "pw"};
  static final Family FAMILY =
      Family.named("ranbyus")
          .perSeedAndDay(40, 0xc5f128f3L, 0xb6354bc3L, 0x65ba0743L, 0x0478620cL)
          .exact()
          .under(SUFFIXES)
          .describedIn("J. Bader, The DGA of Ranbyus, 2015")
          .by(Ranbyus::names);

  private Ranbyus() {}

  private static void names(long seed, LocalDate date, int count, Consumer<String> out) {
    int day = date.getDayOfMonth();
    int month = date.getMonthValue();
    int year = date.getYear();
    int key = (int) seed;
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < count; i++) {
      name.setLength(0);
      for (int j = 0; j < 14; j++) {
        day = (day >>> 15) ^ (16 * ((day & 0x1fff) ^ (4 * (key ^ day))));
        year = ((year & ~0xf) << 17) ^ ((year ^ (7 * year)) >>> 11);
        month = (14 * (month & ~1)) ^ ((month ^ (4 * month)) >>> 8);
        key = (key >>> 6) ^ (((day + 8 * key) << 8) & 0x3ffff00);
        name.append((char) ('a' + Integer.remainderUnsigned(day ^ month ^ year, 25)));
      }
      int suffix = (date.getDayOfMonth() + i) % SUFFIXES.length;
      out.accept(name.append('.').append(SUFFIXES[suffix]).toString());
    }
  }
}
