package org.nxsight.analysis.dga.families;

import java.time.LocalDate;
import java.util.function.Consumer;

/** Necurs: 7 to 21 letters of a to y, 2048 names for four days, under 43 suffixes. */
final class Necurs {
  private static final String[] SUFFIXES =
      ("tj in jp tw ac cm la mn so sh sc nu nf mu ms mx ki im cx cc tv bz me eu de ru co su pw kz"
              + " sx us ug ir to ga com net org biz xxx pro bit")
          .split(" ");
  static final Family FAMILY =
      Family.named("necurs")
          .perSeedAndDay(2048, 9)
          .exact()
          .dead()
          .from(day -> day.withDayOfMonth(Math.max(1, day.getDayOfMonth() / 4 * 4)))
          .under(SUFFIXES)
          .describedIn("J. Bader, The DGAs of Necurs, 2015")
          .by(Necurs::names);

  private Necurs() {}

  private static void names(long seed, LocalDate day, int count, Consumer<String> out) {
    long date =
        mix(mix(mix(day.getYear()) + day.getMonthValue() + 43_690) + day.getDayOfMonth() / 4);
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < count; i++) {
      long n = mix(mix(date + i) + seed);
      int letters = 7 + (int) Long.remainderUnsigned(n, 15);
      name.setLength(0);
      for (int j = 0; j < letters; j++) {
        n = mix(n + j);
        name.append((char) ('a' + Long.remainderUnsigned(n, 25)));
        n = mix(n + 0xabbedf);
      }
      int suffix = (int) Long.remainderUnsigned(n, SUFFIXES.length);
      out.accept(name.append('.').append(SUFFIXES[suffix]).toString());
    }
  }

  private static long mix(long value) {
    int rounds = (int) (value & 0x7f) + 21;
    long n = value;
    for (int i = 0; i < rounds; i++) {
      n += ((n * 7) ^ (n << 15)) + 8L * i - (n >>> 5);
    }
    return n;
  }
}
