package org.nxsight.analysis.dga.families;

import java.time.LocalDate;

/**
 * A reproducible stream of numbers for generators that are only alike: SplitMix64 (Steele, Lea and
 * Flood, OOPSLA 2014), started with a name, and with the seed and the day where the family uses
 * them.
 */
final class Mix {
  private long state;

  private Mix(long state) {
    this.state = state;
  }

  static Mix of(String family, Seeding seeding, long seed, LocalDate day) {
    long state = 0;
    for (int i = 0; i < family.length(); i++) {
      state = scramble(state + family.charAt(i));
    }
    if (seeding.usesSeed()) {
      state = scramble(state + seed);
    }
    if (seeding.usesDay()) {
      state = scramble(state + day.toEpochDay());
    }
    return new Mix(state);
  }

  /** A number below the bound. */
  int below(int bound) {
    state += 0x9e3779b97f4a7c15L;
    return (int) Long.remainderUnsigned(scramble(state), bound);
  }

  /** A number of {@code from..to}, both included. */
  int between(int from, int to) {
    return from + below(to - from + 1);
  }

  char of(String alphabet) {
    return alphabet.charAt(below(alphabet.length()));
  }

  String of(String[] choices) {
    return choices[below(choices.length)];
  }

  private static long scramble(long x) {
    long z = (x ^ (x >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
