package org.nxsight.analysis.dga.families;

/**
 * Park and Miller's generator in Schrage's form, as several families use it: {@code 16807 (x mod
 * 127773) - 2836 (x div 127773)}, left in 32 unsigned bits where the original makes it positive
 * (Park and Miller, CACM 31(10), 1988).
 */
final class MinimalStandard {
  private long value;

  MinimalStandard(long seed) {
    value = seed & 0xffffffffL;
  }

  long value() {
    return value;
  }

  void seed(long seed) {
    value = seed & 0xffffffffL;
  }

  /** The next number, below the bound. */
  int below(int bound) {
    value = (16_807 * (value % 127_773) - 2_836 * (value / 127_773)) & 0xffffffffL;
    return (int) (value % bound);
  }
}
