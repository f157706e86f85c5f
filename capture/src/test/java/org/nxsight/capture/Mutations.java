package org.nxsight.capture;

import java.util.Arrays;
import java.util.Random;

/** Octets changed and cut at random. */
final class Mutations {
  private Mutations() {}

  static byte[] of(byte[] octets, Random random) {
    byte[] mutated =
        random.nextInt(3) == 0
            ? Arrays.copyOf(octets, 1 + random.nextInt(octets.length))
            : octets.clone();
    for (int i = random.nextInt(4); i > 0; i--) {
      int at = random.nextInt(mutated.length);
      mutated[at] =
          random.nextBoolean()
              ? (byte) random.nextInt()
              : (byte) (mutated[at] ^ 1 << random.nextInt(8));
    }
    return mutated;
  }
}
