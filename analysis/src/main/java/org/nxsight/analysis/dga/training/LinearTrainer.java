package org.nxsight.analysis.dga.training;

import java.util.List;
import java.util.SplittableRandom;
import org.nxsight.analysis.dga.LinearModel;
import org.nxsight.analysis.dga.NgramHash;
import org.nxsight.analysis.dga.SymbolRun;

/**
 * Logistic regression by stochastic gradient descent with AdaGrad steps (Duchi, Hazan, Singer, JMLR
 * 12, 2011), both classes of equal weight.
 */
final class LinearTrainer {
  private static final int EPOCHS = 4;
  private static final float RATE = 0.15f;
  private static final float SHRINK = 2e-6f;
  private static final float FIRST_SQUARES = 1e-3f;

  /** Weights beyond this many root-mean-squares are cut off when rounded to a byte. */
  private static final float CLIP = 12;

  private final float[] weights = new float[NgramHash.SIZE];
  private final float[] squares = new float[NgramHash.SIZE];
  private final int[] features = new int[NgramHash.MAX_FEATURES];
  private final SymbolRun run = new SymbolRun();
  private float bias;
  private float biasSquares = FIRST_SQUARES;

  private LinearTrainer() {}

  /** The same names, weights and seed give the same model. */
  static LinearModel train(List<TrainingName> names, float[] nameWeights, long seed) {
    LinearTrainer trainer = new LinearTrainer();
    SplittableRandom random = new SplittableRandom(seed);
    int[] order = new int[names.size()];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      shuffle(order, random);
      for (int i : order) {
        trainer.learn(names.get(i), nameWeights[i]);
      }
    }
    return trainer.rounded();
  }

  private static void shuffle(int[] order, SplittableRandom random) {
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swapped = order[i];
      order[i] = order[j];
      order[j] = swapped;
    }
  }

  private void learn(TrainingName name, float weight) {
    run.read(name.run(), 0, name.run().length);
    int count = NgramHash.features(run, features);
    float share = LinearModel.rootShare(count);
    float sum = 0;
    for (int i = 0; i < count; i++) {
      sum += weights[features[i]];
    }
    float probability = (float) (1 / (1 + Math.exp(-(bias + sum * share))));
    float error = weight * (probability - (name.generated() ? 1 : 0));
    float gradient = error * share;
    for (int i = 0; i < count; i++) {
      int at = features[i];
      float step = gradient + SHRINK * weights[at];
      squares[at] += step * step;
      weights[at] -= RATE * step / (float) Math.sqrt(squares[at] + FIRST_SQUARES);
    }
    biasSquares += error * error;
    bias -= RATE * error / (float) Math.sqrt(biasSquares);
  }

  private LinearModel rounded() {
    double sumOfSquares = 0;
    float largest = 0;
    int used = 0;
    for (float weight : weights) {
      sumOfSquares += weight * weight;
      largest = Math.max(largest, Math.abs(weight));
      used += weight != 0 ? 1 : 0;
    }
    float clip = CLIP * (float) Math.sqrt(sumOfSquares / Math.max(1, used));
    float step = Math.max(Float.MIN_NORMAL, Math.min(largest, clip)) / Byte.MAX_VALUE;
    byte[] octets = new byte[weights.length];
    for (int i = 0; i < weights.length; i++) {
      octets[i] = (byte) Math.clamp(Math.round(weights[i] / step), -Byte.MAX_VALUE, Byte.MAX_VALUE);
    }
    return new LinearModel(octets, step, bias);
  }
}
