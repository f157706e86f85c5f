package org.nxsight.bench.traffic;

/**
 * A small random number generator that is cheap to set to any point (SplitMix64: Steele, Lea,
 * Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014).
 */
final class Dice {
  private static final long GOLDEN_GAMMA = 0x9e37_79b9_7f4a_7c15L;

  private long state;

  /** Starts over at the point that two numbers tell. */
  void reset(long seed, long number) {
    state = mix(seed + GOLDEN_GAMMA) ^ mix(number * GOLDEN_GAMMA + 1);
  }

  /** 64 random bits. */
  long bits() {
    state += GOLDEN_GAMMA;
    return mix(state);
  }

  /** A number in {@code 0..bound - 1}. */
  int below(int bound) {
    return (int) (((bits() >>> 32) * bound) >>> 32);
  }

  /** A number in {@code 0..bound - 1}. */
  long below(long bound) {
    return Math.unsignedMultiplyHigh(bits(), bound);
  }

  /** A number in 0..1, 1 excluded. */
  double share() {
    return (bits() >>> 11) * 0x1.0p-53;
  }

  /** True with the given probability. */
  boolean chance(double probability) {
    return share() < probability;
  }

  static long mix(long bits) {
    long mixed = (bits ^ (bits >>> 30)) * 0xbf58_476d_1ce4_e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d0_49bb_1331_11ebL;
    return mixed ^ (mixed >>> 31);
  }
}
