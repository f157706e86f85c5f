package org.nxsight.wire.dnstap;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Frame Streams with octets changed and cut at random. */
class DnstapMutationTest {
  private static final long SECONDS_2 = 2_000_000_000L;

  @Test
  void survivesTwoSecondsOfMutations() {
    long seed = System.nanoTime();
    System.out.println("DnstapMutationTest seed " + seed);
    Random random = new Random(seed);
    HostileFrames hostile = new HostileFrames();
    byte[] stream =
        DnstapFrames.stream(
            DnstapFrames.frame(3, new byte[40], new byte[0]),
            DnstapFrames.frame(4, new byte[0], new byte[90]));
    long start = System.nanoTime();
    while (System.nanoTime() - start < SECONDS_2) {
      byte[] mutated = Arrays.copyOf(stream, 1 + random.nextInt(stream.length));
      for (int i = random.nextInt(4); i >= 0; i--) {
        mutated[random.nextInt(mutated.length)] = (byte) random.nextInt();
      }
      hostile.walk(mutated);
      hostile.decode(mutated, 0, mutated.length);
    }
  }
}
