package org.nxsight.analysis.dga.families;

import java.time.LocalDate;
import java.util.function.Consumer;

/**
 * Shiotob (URLZone, Bebloh): the octets of one name, stirred 66 times, make the next; net and com
 * take turns.
 */
final class Shiotob {
  private static final String FIRST_NAME = "wtipubctwiekhir.net";
  private static final String ALPHABET = "qwertyuiopasdfghjklzxcvbnm123945678";
  static final Family FAMILY =
      Family.named("shiotob")
          .perSeed(2001, 0)
          .exact()
          .under("net", "com")
          .describedIn("J. Bader, The DGA of Shiotob, 2015")
          .by(Shiotob::names);

  private static final int ROOM = 66;

  private Shiotob() {}

  private static void names(long seed, LocalDate day, int count, Consumer<String> out) {
    String name = FIRST_NAME;
    for (int i = 0; i < count; i++) {
      out.accept(name);
      name = next(name);
    }
  }

  private static String next(String name) {
    int[] octets = new int[ROOM];
    int key = 0;
    for (int i = 0; i < name.length(); i++) {
      octets[i] = name.charAt(i);
      key += i < name.length() - 3 ? octets[i] : 0;
    }
    int oldLength = name.length() - 4;
    stir(octets, key, oldLength);
    int length = ((octets[2] * oldLength) ^ octets[0]) & 0xff;
    int letters = length / 16 < 10 ? oldLength : length / 16;
    StringBuilder next = new StringBuilder();
    for (int i = 0; i < letters; i++) {
      next.append(ALPHABET.charAt(octets[i] / 8));
    }
    return next.append(name.endsWith(".net") ? ".com" : ".net").toString();
  }

  private static void stir(int[] octets, int key, int oldLength) {
    for (int i = 0; i < ROOM; i++) {
      for (int j = 0; i + j < ROOM - 1; j++) {
        octets[i + j] = ((oldLength * octets[j]) ^ octets[i + j] ^ key) & 0xff;
      }
    }
  }
}
