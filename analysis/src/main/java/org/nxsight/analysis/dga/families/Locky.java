package org.nxsight.analysis.dga.families;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/**
 * Locky of February 2016 (6 or 8 names for two days) and of the summer after (12 names): letters of
 * a to y off a product and a rotation.
 */
final class Locky {
  private static final String[] SUFFIXES_2016_02 = {
    "ru", "pw", "eu", "in", "yt", "pm", "us", "fr", "de", "it", "be", "uk", "nl", "tf"
  };
  private static final String[] SUFFIXES_2016_06 = {
    "ru", "info", "biz", "click", "su", "work", "pl", "org", "pw", "xyz"
  };
  private static final int FACTOR = 0xb11924e1;
  private static final int OFFSET = 0x27100001;

  private Locky() {}

  static List<Family> families() {
    return List.of(
        Family.named("locky-v2")
            .perSeedAndDay(8, 0, 7, 9, 62, 75, 555, 660)
            .exact()
            .dead()
            .under(SUFFIXES_2016_02)
            .describedIn("Locky's New DGA, Forcepoint 2016")
            .by(Locky::february),
        Family.named("locky-v3")
            .perSeedAndDay(12, 1_234, 5_566)
            .dead()
            .under(SUFFIXES_2016_06)
            .describedIn("Locky's third DGA, public notes, 2016")
            .by(Locky::june));
  }

  private static void february(long seed, LocalDate day, int count, Consumer<String> out) {
    int key = (int) seed;
    // The first configuration, without a seed, turns by 5 and gives six names.
    int turn = key == 0 ? 5 : 7;
    int names = key == 0 ? 6 : 8;
    int date = Integer.rotateRight(FACTOR * (day.getYear() + 0x1bf5), turn);
    if (key != 0) {
      date = Integer.rotateRight(FACTOR * (date + key + OFFSET), turn);
    }
    date = Integer.rotateRight(FACTOR * (date + day.getDayOfMonth() / 2 + OFFSET), turn);
    date = Integer.rotateRight(FACTOR * (date + day.getMonthValue() + 0x2709a354), turn);
    for (int i = 0; i < count; i++) {
      int number = Integer.rotateLeft(i % names, 21) + Integer.rotateLeft(key, 17);
      int state = Integer.rotateRight(FACTOR * (number + date + OFFSET), turn) + OFFSET;
      int letters = 5 + Integer.remainderUnsigned(state, 11);
      out.accept(name(state, letters, turn, SUFFIXES_2016_02));
    }
  }

  private static void june(long seed, LocalDate day, int count, Consumer<String> out) {
    int key = (int) seed;
    for (int i = 0; i < count; i++) {
      int number = Integer.rotateLeft(key, 17) + Integer.rotateLeft(i, 21);
      int state = 0;
      for (int round = 0; round < 7; round++) {
        int year = day.getYear() + round;
        int a = (Integer.rotateRight(FACTOR * (year + state + 0x1bf5), 7) + OFFSET) ^ state;
        int b = (Integer.rotateRight(FACTOR * (a + key), 7) + OFFSET) ^ a;
        int c = 0xd8efffff - Integer.rotateRight(FACTOR * (day.getDayOfMonth() / 2 + b), 7) + b;
        int d = c + Integer.rotateRight(FACTOR * (day.getMonthValue() + c - 0x65cad), 7) + OFFSET;
        state = (Integer.rotateRight(FACTOR * (d + number), 7) + OFFSET) ^ d;
      }
      int letters = 7 + Integer.remainderUnsigned(state, 11);
      out.accept(name(state, letters, 7, SUFFIXES_2016_06));
    }
  }

  private static String name(int start, int letters, int turn, String[] suffixes) {
    int state = start;
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < letters; i++) {
      state = Integer.rotateRight(FACTOR * Integer.rotateLeft(state, i), turn) + OFFSET;
      name.append((char) ('a' + Integer.remainderUnsigned(state, 25)));
    }
    int suffix = Integer.rotateRight(state * FACTOR, turn) + OFFSET;
    return name.append('.')
        .append(suffixes[Integer.remainderUnsigned(suffix, suffixes.length)])
        .toString();
  }
}
