package org.nxsight.wire.pcap;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PcapngInterfaceTest {
  private static final BigInteger GIGA = BigInteger.valueOf(1_000_000_000);

  @Test
  void countsMicrosecondsUnlessToldOtherwise() {
    assertThat(new PcapngInterface(1, 0, PcapngInterface.MICROSECONDS, 0).epochNanos(1_500_000))
        .isEqualTo(1_500_000_000L);
  }

  @Test
  void agreesWithExactArithmeticInEveryResolution() {
    long seed = System.nanoTime();
    System.out.println("PcapngInterfaceTest seed " + seed);
    Random random = new Random(seed);
    for (int resolution = 0; resolution < 256; resolution++) {
      for (int i = 0; i < 200; i++) {
        long units = random.nextLong() >>> random.nextInt(64);
        long offset = random.nextInt() >> random.nextInt(32);
        assertThat(new PcapngInterface(1, 0, resolution, offset).epochNanos(units))
            .as("resolution %d, units %d, offset %d", resolution, units, offset)
            .isEqualTo(exact(resolution, units, offset));
      }
    }
  }

  @Test
  void staysInsideTheTimesThatCanBeTold() {
    for (long offset : new long[] {Long.MIN_VALUE, -1, 0, 1, Long.MAX_VALUE}) {
      for (int resolution : new int[] {0, 6, 9, 0x80, 0xbf}) {
        assertThat(new PcapngInterface(1, 0, resolution, offset).epochNanos(-1)).isNotNegative();
        assertThat(new PcapngInterface(1, 0, resolution, offset).epochNanos(0)).isNotNegative();
      }
    }
  }

  private static long exact(int resolution, long units, long offset) {
    BigInteger all = new BigInteger(Long.toUnsignedString(units)).multiply(GIGA);
    BigInteger nanos =
        (resolution & 0x80) != 0
            ? all.shiftRight(resolution & 0x7f)
            : all.divide(BigInteger.TEN.pow(resolution));
    BigInteger last = BigInteger.valueOf(Long.MAX_VALUE / 1_000_000_000 - 1);
    BigInteger seconds = nanos.divide(GIGA).min(last).add(BigInteger.valueOf(offset));
    if (seconds.signum() < 0) {
      return 0;
    }
    return seconds.min(last).multiply(GIGA).add(nanos.mod(GIGA)).longValueExact();
  }
}
