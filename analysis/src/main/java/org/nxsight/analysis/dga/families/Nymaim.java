package org.nxsight.analysis.dga.families;

import java.time.LocalDate;
import java.util.function.Consumer;

/**
 * Nymaim's first algorithm: four sums of the date with texts of its own, stirred for each letter (a
 * xorshift whose words are added up, too). The last letter but one decides the suffix.
 */
final class Nymaim {
  private static final String[] SUFFIXES = {"com", "org", "biz", "net", "info"};

  /** The first letter, counted from a, that no longer has the suffix of the same place. */
  private static final int[] ENDS = {9, 13, 17, 21, 26};

  static final Family FAMILY =
      Family.named("nymaim")
          .perDay(128)
          .exact()
          .under(SUFFIXES)
          .describedIn("J. Bader, notes on domain generation algorithms, 2014-2022")
          .by((seed, day, count, out) -> new Nymaim(day).names(count, out));

  private final int[] words = {0x52455641, 0x49484f4c, 0x59554820, 0x4d415620};

  private Nymaim(LocalDate day) {
    int sunday = day.getDayOfWeek().getValue() % 7;
    int sum = day.getYear() + ((day.getMonthValue() + day.getDayOfMonth()) << 16) + sunday;
    for (int i = 0; i < words.length; i++) {
      words[i] += sum;
    }
  }

  private void names(int count, Consumer<String> out) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < count; i++) {
      name.setLength(0);
      for (int letters = 6 + below(6); letters > 0; letters--) {
        name.append((char) ('a' + below(26)));
      }
      int letter = name.charAt(name.length() - 2) - 'a';
      int suffix = 0;
      while (letter >= ENDS[suffix]) {
        suffix++;
      }
      out.accept(name.append('.').append(SUFFIXES[suffix]).toString());
    }
  }

  private int below(int bound) {
    int low = (words[0] << 11) ^ words[0];
    int high = (words[3] >>> 19) ^ words[3] ^ low ^ (low >>> 8);
    int sum = words[2] + high;
    for (int i = 0; i < 3; i++) {
      words[i] += words[i + 1];
    }
    words[3] = high;
    return Integer.divideUnsigned(sum, 100) % bound;
  }
}
