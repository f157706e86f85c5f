package org.nxsight.analysis.dga.families;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.LocalDate;
import java.util.function.Consumer;

/**
 * Ranbyus of September 2015: 17 letters of a to y, each out of an octet of three states of a linear
 * congruential generator of 64 bits.
 */
final class RanbyusV2 {
  private static final String[] SUFFIXES = {"in", "me", "cc", "su", "tw", "net", "com", "pw"};
  static final Family FAMILY =
      Family.named("ranbyus-v2")
          .perSeedAndDay(40, 0x0f0d5bfaL)
          .exact()
          .under(SUFFIXES)
          .describedIn("J. Bader, Ranbyus's DGA, Revisited, 2015")
          .by(RanbyusV2::names);

  private static final int LETTERS = 17;
  private static final int BLOCK_OCTETS = 16;

  private RanbyusV2() {}

  private static void names(long seed, LocalDate day, int count, Consumer<String> out) {
    int date = day.getDayOfMonth() * day.getMonthValue() * day.getYear();
    long state = (date ^ seed) & 0xffffffffL;
    ByteBuffer octets = ByteBuffer.allocate(2 * BLOCK_OCTETS).order(ByteOrder.LITTLE_ENDIAN);
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < count; i++) {
      octets.clear();
      state = putBlock(octets, putBlock(octets, state));
      name.setLength(0);
      for (int j = 0; j < LETTERS; j++) {
        name.append((char) ('a' + (octets.get(j) & 0xff) % 25));
      }
      int suffix = (day.getDayOfMonth() + i) % SUFFIXES.length;
      out.accept(name.append('.').append(SUFFIXES[suffix]).toString());
    }
  }

  /** Puts 16 octets of the next three states; returns the last of them. */
  private static long putBlock(ByteBuffer octets, long state) {
    long first = next(state);
    long second = next(first);
    long third = next(second);
    octets.putInt((int) ((second & 0xfff00000) | (third >>> 24 & 0xfffff)));
    octets.putInt((int) (second >>> 32));
    octets.putInt((int) ((first & 0xfff00000) | third >>> 44));
    octets.putInt((int) (first >>> 32));
    return third;
  }

  private static long next(long state) {
    return state * 0x5851f42d4c957f2dL + 0x14057b7ef767814fL;
  }
}
