package org.nxsight.analysis.dga;

/**
 * The scores of labels that were asked for lately, so that only new labels cost a score: one place
 * for each hash, where a new label displaces the one that was there. For one thread.
 *
 * <p>A score is kept as its log-odds in steps of 1/8 from -16 to 16. Of a place, 56 bits are the
 * hash's and 8 the score's; 2^17 places take 1 MB.
 */
public final class RememberedScores {
  private static final int PLACES = 1 << 17;
  private static final long HASH_BITS = ~0xffL;
  private static final float STEPS = 8;
  private static final int MIDDLE = 128;

  private final DgaScorer scorer;
  private final long[] places = new long[PLACES];

  /**
   * @param scorer of the same thread
   */
  public RememberedScores(DgaScorer scorer) {
    this.scorer = scorer;
  }

  /**
   * The log-odds that the labels between two offsets were generated.
   *
   * @param hash of these octets
   */
  public float logOdds(byte[] octets, int from, int to, long hash) {
    int place = (int) (hash >>> 20) & (PLACES - 1);
    long there = places[place];
    if (there != 0 && ((there ^ hash) & HASH_BITS) == 0) {
      return ((int) (there & 0xff) - MIDDLE) / STEPS;
    }
    double probability = scorer.score(octets, from, to);
    double logOdds = Math.log(probability / (1 - probability));
    int step = (int) Math.clamp(MIDDLE + Math.floor(logOdds * STEPS), 1, 2 * MIDDLE - 1);
    places[place] = (hash & HASH_BITS) | step;
    return (step - MIDDLE) / STEPS;
  }
}
