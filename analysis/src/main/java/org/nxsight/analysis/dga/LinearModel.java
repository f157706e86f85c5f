package org.nxsight.analysis.dga;

/**
 * A logistic regression over {@link NgramHash} features: one byte a weight, and one scale for all.
 *
 * @param weights {@link NgramHash#SIZE} weights in steps of {@code step}
 * @param step what a weight of 1 adds
 * @param bias what every name starts with
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares these, and nobody writes to them
public record LinearModel(byte[] weights, float step, float bias) {
  /**
   * The log-odds that the run was generated: the sum of its features' weights over the root of
   * their number, so that long names do not win by length alone.
   *
   * @param features scratch room for {@link NgramHash#MAX_FEATURES}
   */
  public float logOdds(SymbolRun run, int[] features) {
    int count = NgramHash.features(run, features);
    int sum = 0;
    for (int i = 0; i < count; i++) {
      sum += weights[features[i]];
    }
    return bias + step * sum * ROOT_SHARE[count];
  }

  /** One over the root of each number of features. */
  private static final float[] ROOT_SHARE = rootShare();

  /** One over the root of a number of features. */
  public static float rootShare(int features) {
    return ROOT_SHARE[features];
  }

  private static float[] rootShare() {
    float[] shares = new float[NgramHash.MAX_FEATURES + 1];
    for (int i = 1; i < shares.length; i++) {
      shares[i] = (float) (1 / Math.sqrt(i));
    }
    return shares;
  }
}
