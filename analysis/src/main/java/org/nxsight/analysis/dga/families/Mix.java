package org.nxsight.analysis.dga.families;

import java.time.LocalDate;

/**
 * A reproducible stream of numbers for generators that are only alike: SplitMix64 (Steele, Lea and
 * Flood, OOPSLA 2014), seeded with a text, a seed and a day.
 */
final class Mix {
  private long state;

  Mix(long seed) {
    state = seed;
  }

  static Mix of(Seeding seeding, String family, long seed, LocalDate day) {
    long state = 0;
    for (int i = 0; i < family.length(); i++) {
      state = scramble(state + family.charAt(i));
    }
    if (seeding.usesSeed()) {
      state = scramble(state ^ seed);
    }
    if (seeding.usesDay()) {
      state = scramble(state ^ day.toEpochDay());
    }
    return new Mix(state);
  }

  long next() {
    state += 0x9e3779b97f4a7c15L;
    return scramble(state);
  }

  int below(int bound) {
    return (int) Long.remainderUnsigned(next(), bound);
  }

  /** A number of {@code from..to}, both included. */
  int between(int from, int to) {
    return from + below(to - from + 1);
  }

  private static long scramble(long x) {
    long z = (x ^ (x >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
