package org.nxsight.analysis.dga.families;

import java.util.List;
import java.util.function.Consumer;

/** Fobber, a Tinba of 2015: 17 letters under net, or 10 under com; the same names for ever. */
final class Fobber {
  private static final String SOURCE = "Fobber's domain generation algorithm, public notes, 2015";

  private Fobber() {}

  static List<Family> families() {
    return List.of(
        Family.named("fobber-v1")
            .perSeed(300, 0xc87c8a78L)
            .exact()
            .under("net")
            .describedIn(SOURCE)
            .by((seed, day, n, out) -> names((int) seed, -1_719_405_398, 17, ".net", n, out)),
        Family.named("fobber-v2")
            .perSeed(300, 0x851a3e59L)
            .exact()
            .under("com")
            .describedIn(SOURCE)
            .by((seed, day, n, out) -> names((int) seed, -1_916_503_263, 10, ".com", n, out)));
  }

  private static void names(
      int seed, int addend, int letters, String suffix, int count, Consumer<String> out) {
    int state = seed;
    for (int i = 0; i < count; i++) {
      StringBuilder name = new StringBuilder();
      for (int j = 0; j < letters; j++) {
        state = Integer.rotateRight(321_167 * state + addend, 16);
        name.append((char) ('a' + (state & 0x17ff) % 26));
      }
      out.accept(name.append(suffix).toString());
    }
  }
}
