package org.nxsight.analysis.condensing;

import java.util.Random;

/**
 * The seeds of hashes by which causes are told and findings made.
 *
 * @param causes of those by which causes are told
 * @param findings of those by which findings are made
 */
public record Seeds(long causes, long findings) {
  /**
   * Of the hashes that count what is in captures, so that the same capture gives the same findings.
   * Hashes of what goes on arriving are keyed by a secret, since whoever sends it could choose
   * names that meet.
   */
  private static final long CAPTURES = 0x6e78736967687431L;

  /** Two seeds from one. */
  public static Seeds of(long seed) {
    return from(new Random(seed));
  }

  /** Those that all runs over captures have. */
  public static Seeds ofCaptures() {
    return of(CAPTURES);
  }

  /** Two that nobody knows, when the source is a secret one. */
  public static Seeds from(Random random) {
    return new Seeds(random.nextLong(), random.nextLong());
  }
}
