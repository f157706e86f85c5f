package org.nxsight.analysis.dga.training;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.nxsight.analysis.dga.BoostedTrees;

/**
 * Gradient boosting of symmetric trees on logistic loss with second-order gains (Chen and Guestrin,
 * "XGBoost", KDD 2016), over binned features; each tree sees half of the names and of the features.
 */
final class TreesTrainer {
  private static final int TREES = 160;
  private static final int DEPTH = 6;
  private static final double RATE = 0.15;
  private static final double LEAF_PENALTY = 5;
  private static final double SHARE_OF_NAMES = 0.5;
  private static final double SHARE_OF_FEATURES = 0.6;

  private final Bins bins;
  private final boolean[] generated;
  private final float[] weights;
  private final int features;
  private final SplittableRandom random;
  private final double[] logOdds;
  private final float[] gradients;
  private final float[] curvatures;
  private final byte[] leafOfName;
  private final byte[] questions = new byte[TREES * DEPTH];
  private final float[] thresholds = new float[TREES * DEPTH];
  private final float[] leaves = new float[TREES << DEPTH];

  private TreesTrainer(
      float[][] values, int features, boolean[] generated, float[] weights, long seed) {
    this.bins = new Bins(values, features);
    this.features = features;
    this.generated = generated;
    this.weights = weights;
    this.random = new SplittableRandom(seed);
    int names = values.length;
    logOdds = new double[names];
    gradients = new float[names];
    curvatures = new float[names];
    leafOfName = new byte[names];
  }

  /** The same values, weights and seed give the same trees. */
  static BoostedTrees train(
      float[][] values, int features, boolean[] generated, float[] weights, long seed) {
    return new TreesTrainer(values, features, generated, weights, seed).train();
  }

  private BoostedTrees train() {
    for (int tree = 0; tree < TREES; tree++) {
      int[] sample = sampleWithGradients();
      Arrays.fill(leafOfName, (byte) 0);
      for (int level = 0; level < DEPTH; level++) {
        ask(tree * DEPTH + level, sample, level);
      }
      fillLeaves(tree, sample);
    }
    return new BoostedTrees(DEPTH, questions, thresholds, leaves, 0);
  }

  private int[] sampleWithGradients() {
    int[] sample = new int[logOdds.length];
    int count = 0;
    for (int i = 0; i < logOdds.length; i++) {
      if (random.nextDouble() < SHARE_OF_NAMES) {
        double probability = 1 / (1 + Math.exp(-logOdds[i]));
        gradients[i] = (float) (weights[i] * ((generated[i] ? 1 : 0) - probability));
        curvatures[i] = (float) (weights[i] * probability * (1 - probability));
        sample[count++] = i;
      }
    }
    return Arrays.copyOf(sample, count);
  }

  /** Finds the question that parts the leaves of this level best, and asks all names. */
  private void ask(int question, int[] sample, int level) {
    double bestGain = Double.NEGATIVE_INFINITY;
    int bestFeature = 0;
    int bestBorder = 0;
    for (int feature = 0; feature < features; feature++) {
      int borders = bins.borders[feature].length;
      if (borders == 0 || (feature > 0 && random.nextDouble() > SHARE_OF_FEATURES)) {
        continue;
      }
      double[] gains = gains(feature, sample, level);
      for (int border = 0; border < borders; border++) {
        if (gains[border] > bestGain) {
          bestGain = gains[border];
          bestFeature = feature;
          bestBorder = border;
        }
      }
    }
    questions[question] = (byte) bestFeature;
    thresholds[question] =
        bins.borders[bestFeature].length == 0 ? 0 : bins.borders[bestFeature][bestBorder];
    byte[] binOfName = bins.binOfName[bestFeature];
    for (int i = 0; i < leafOfName.length; i++) {
      leafOfName[i] = (byte) (leafOfName[i] << 1 | (binOfName[i] > bestBorder ? 1 : 0));
    }
  }

  /** For each border of a feature, what parting all leaves there gains. */
  private double[] gains(int feature, int[] sample, int level) {
    int leafCount = 1 << level;
    double[] g = new double[leafCount * Bins.MOST];
    double[] h = new double[leafCount * Bins.MOST];
    byte[] binOfName = bins.binOfName[feature];
    for (int i : sample) {
      int at = leafOfName[i] * Bins.MOST + binOfName[i];
      g[at] += gradients[i];
      h[at] += curvatures[i];
    }
    double[] gains = new double[Bins.MOST];
    for (int leaf = 0; leaf < leafCount; leaf++) {
      addGains(g, h, leaf * Bins.MOST, gains);
    }
    return gains;
  }

  private static void addGains(double[] g, double[] h, int start, double[] gains) {
    double gAll = 0;
    double hAll = 0;
    for (int bin = 0; bin < Bins.MOST; bin++) {
      gAll += g[start + bin];
      hAll += h[start + bin];
    }
    double gLow = 0;
    double hLow = 0;
    for (int bin = 0; bin < Bins.MOST; bin++) {
      gLow += g[start + bin];
      hLow += h[start + bin];
      gains[bin] += gain(gLow, hLow) + gain(gAll - gLow, hAll - hLow);
    }
  }

  private static double gain(double g, double h) {
    return g * g / (h + LEAF_PENALTY);
  }

  private void fillLeaves(int tree, int[] sample) {
    double[] g = new double[1 << DEPTH];
    double[] h = new double[1 << DEPTH];
    for (int i : sample) {
      g[leafOfName[i]] += gradients[i];
      h[leafOfName[i]] += curvatures[i];
    }
    int start = tree << DEPTH;
    for (int leaf = 0; leaf < g.length; leaf++) {
      leaves[start + leaf] = (float) (RATE * g[leaf] / (h[leaf] + LEAF_PENALTY));
    }
    for (int i = 0; i < logOdds.length; i++) {
      logOdds[i] += leaves[start + leafOfName[i]];
    }
  }
}
