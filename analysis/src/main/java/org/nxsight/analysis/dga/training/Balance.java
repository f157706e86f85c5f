package org.nxsight.analysis.dga.training;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Weights that make both classes count the same, and each family the same among the generated
 * names; 1 in the mean.
 */
final class Balance {
  private Balance() {}

  static float[] weights(List<TrainingName> names) {
    Map<String, Integer> perFamily = new HashMap<>();
    int benign = 0;
    for (TrainingName name : names) {
      if (name.generated()) {
        perFamily.merge(name.origin(), 1, Integer::sum);
      } else {
        benign++;
      }
    }
    float[] weights = new float[names.size()];
    for (int i = 0; i < weights.length; i++) {
      TrainingName name = names.get(i);
      int alike = name.generated() ? perFamily.getOrDefault(name.origin(), 1) : benign;
      int groups = name.generated() ? perFamily.size() : 1;
      weights[i] = names.size() / (2f * groups * alike);
    }
    return weights;
  }

  static boolean[] generated(List<TrainingName> names) {
    boolean[] generated = new boolean[names.size()];
    for (int i = 0; i < generated.length; i++) {
      generated[i] = names.get(i).generated();
    }
    return generated;
  }

  /**
   * Puts a family in one of so many folds, always the same; {@code x-a} and {@code x-b} together.
   */
  static int fold(String family, int folds) {
    int hash = family.split("-", 2)[0].hashCode() * 0x9e3779b1;
    return Integer.remainderUnsigned(hash ^ hash >>> 16, folds);
  }
}
