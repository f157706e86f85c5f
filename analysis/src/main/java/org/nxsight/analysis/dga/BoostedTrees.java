package org.nxsight.analysis.dga;

/**
 * A sum of shallow symmetric trees: all nodes of one depth ask the same question, so the answers
 * are the bits of the leaf's number.
 *
 * <p>Boosting after Friedman, "Greedy function approximation" (Annals of Statistics 29(5), 2001);
 * symmetric trees after Prokhorenkova et al., "CatBoost" (NeurIPS 2018).
 *
 * @param depth the questions of each tree
 * @param features for each tree and depth, the number of {@link NameFeatures} asked about
 * @param thresholds for each tree and depth, what it must be above
 * @param leaves for each tree {@code 2^depth} log-odds
 * @param bias what every name starts with
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares these, and nobody writes to them
public record BoostedTrees(
    int depth, byte[] features, float[] thresholds, float[] leaves, float bias) {
  int trees() {
    return features.length / depth;
  }

  /** The log-odds that the name with these {@link NameFeatures} was generated. */
  public float logOdds(float[] values) {
    float sum = bias;
    int question = 0;
    int firstLeaf = 0;
    while (question < features.length) {
      int leaf = 0;
      for (int i = 0; i < depth; i++, question++) {
        leaf = leaf << 1 | (values[features[question]] > thresholds[question] ? 1 : 0);
      }
      sum += leaves[firstLeaf + leaf];
      firstLeaf += 1 << depth;
    }
    return sum;
  }
}
