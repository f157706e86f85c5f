package org.nxsight.analysis.dga.families;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/** ZLoader: 20 letters of a to y off the day's midnight, enciphered with RC4. */
final class Zloader {
  private static final List<String> KEYS =
      List.of("q23Cud3xsNf3", "41997b4a729e1a0175208305170752dd", "kZieCw23gffpe43Sd");
  static final Family FAMILY =
      Family.named("zloader")
          .perSeedAndDay(32, 0, 1, 2)
          .exact()
          .under("com")
          .describedIn("J. Bader, The DGA of Zloader, 2020")
          .by(Zloader::names);

  private Zloader() {}

  private static void names(long seed, LocalDate day, int count, Consumer<String> out) {
    String key = KEYS.get((int) Long.remainderUnsigned(seed, KEYS.size()));
    int start = encipher(key, (int) (day.toEpochDay() * 86_400));
    int state = start;
    for (int i = 0; i < count; i++) {
      StringBuilder name = new StringBuilder();
      for (int j = 0; j < 20; j++) {
        int letter = 'a' + Integer.remainderUnsigned(state, 25);
        name.append((char) letter);
        state = start ^ (state + letter);
      }
      out.accept(name.append(".com").toString());
    }
  }

  /** RC4 over the four octets of a word, low octet first. */
  private static int encipher(String key, int word) {
    int[] box = new int[256];
    for (int i = 0; i < 256; i++) {
      box[i] = i;
    }
    int j = 0;
    for (int i = 0; i < 256; i++) {
      j = (j + box[i] + key.charAt(i % key.length())) & 0xff;
      swap(box, i, j);
    }
    int enciphered = word;
    j = 0;
    for (int i = 1; i <= 4; i++) {
      j = (j + box[i]) & 0xff;
      swap(box, i, j);
      enciphered ^= box[(box[i] + box[j]) & 0xff] << (8 * (i - 1));
    }
    return enciphered;
  }

  private static void swap(int[] box, int i, int j) {
    int kept = box[i];
    box[i] = box[j];
    box[j] = kept;
  }
}
