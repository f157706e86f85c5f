package org.nxsight.analysis.causes;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.nxsight.wire.Mixing;

/**
 * Verdicts on failures that were seen before: a table of places by the hash of everything a verdict
 * depends on, where a new failure takes the place of the one that was there. Of a place, 56 bits
 * are the hash's and 8 the cause's: with 2^18 places a wrong verdict comes once in 2^56 names.
 */
final class Verdicts {
  private static final Cause[] CAUSES = Cause.values();
  private static final long CAUSE_BITS = 0xff;

  private final long seed;
  private final long[] places;
  private long hash;

  /**
   * @param seed of the hash; any secret number
   * @param places how many are remembered, a power of two
   */
  Verdicts(long seed, int places) {
    if (Integer.bitCount(places) != 1) {
      throw new IllegalArgumentException("a power of two");
    }
    this.seed = seed;
    this.places = new long[places];
  }

  /** The verdict on a failure; null when there is none. */
  @Nullable Cause find(FailureReader failure) {
    hash = Mixing.hash(failure.key(), 0, failure.keyOctets(), seed) & ~CAUSE_BITS;
    long verdict = places[place()];
    return verdict != 0 && (verdict & ~CAUSE_BITS) == hash
        ? CAUSES[(int) (verdict & CAUSE_BITS) - 1]
        : null;
  }

  /** Remembers the verdict on the failure that was looked for last. */
  void put(Cause cause) {
    places[place()] = hash | (cause.ordinal() + 1);
  }

  private int place() {
    return (int) (hash >>> 20) & (places.length - 1);
  }

  /** Forgets all, when what verdicts depend on has changed. */
  void forget() {
    Arrays.fill(places, 0);
  }
}
