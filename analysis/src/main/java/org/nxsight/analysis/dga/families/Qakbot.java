package org.nxsight.analysis.dga.families;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.zip.CRC32;

/**
 * Qakbot: 8 to 25 letters off a Mersenne Twister that starts with the CRC of the third of the month
 * and the seed, as text.
 */
final class Qakbot {
  private static final String[] SUFFIXES = {"com", "net", "org", "info", "biz", "org"};
  private static final String[] MONTHS = {
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"
  };
  static final Family FAMILY =
      Family.named("qakbot")
          .perSeedAndDay(5000, 0)
          .exact()
          .from(day -> day.withDayOfMonth(1 + 10 * third(day)))
          .under("com", "net", "org", "info", "biz")
          .describedIn("J. Bader, The DGA of Qakbot, 2016")
          .by(Qakbot::names);

  private Qakbot() {}

  private static void names(long seed, LocalDate day, int count, Consumer<String> out) {
    MersenneTwister random = new MersenneTwister(crc(seed, day));
    for (int i = 0; i < count; i++) {
      String suffix = SUFFIXES[between(random, 0, SUFFIXES.length - 1)];
      int letters = between(random, 8, 25);
      StringBuilder name = new StringBuilder();
      for (int j = 0; j < letters; j++) {
        name.append((char) ('a' + between(random, 0, 25)));
      }
      out.accept(name.append('.').append(suffix).toString());
    }
  }

  private static int crc(long seed, LocalDate day) {
    String text =
        third(day)
            + "."
            + MONTHS[day.getMonthValue() - 1]
            + "."
            + day.getYear()
            + "."
            + HexFormat.of().toHexDigits((int) seed);
    CRC32 crc = new CRC32();
    crc.update(text.getBytes(StandardCharsets.US_ASCII));
    return (int) crc.getValue();
  }

  /** Which third of the month: 0, 1 or 2. */
  private static int third(LocalDate day) {
    return Math.min(2, (day.getDayOfMonth() - 1) / 10);
  }

  /** A number of {@code from..to} off the low 28 bits. */
  private static int between(MersenneTwister random, int from, int to) {
    int bits = random.next() & 0xfffffff;
    return from + (int) (bits / (double) (1 << 28) * (to - from + 1));
  }
}
