package org.nxsight.analysis.dga.families;

/** The {@code rand} of Microsoft's C library: 15 bits of {@code 214013 x + 2531011}. */
final class MicrosoftRand {
  private int state;

  MicrosoftRand(long seed) {
    state = (int) seed;
  }

  int next() {
    state = state * 214_013 + 2_531_011;
    return (state >>> 16) & 0x7fff;
  }

  int state() {
    return state;
  }
}
