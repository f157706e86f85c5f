package org.nxsight.analysis.dga.training;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nxsight.analysis.dga.families.Families;
import org.nxsight.analysis.dga.families.Family;

/**
 * Weights that make both classes count the same, and each family the same among the generated names
 * but for families of words, which count less; 1 in the mean.
 */
final class Balance {
  /**
   * What a family of dictionary words counts: one such name looks like a brand's, so the model may
   * miss it rather than take brands for generated. Groups and exact lists find these families.
   */
  private static final float SHARE_OF_WORDS = 0.6f;

  private static final Set<String> OF_WORDS =
      Families.all().stream()
          .filter(Family::ofWords)
          .map(Family::name)
          .collect(toUnmodifiableSet());

  private Balance() {}

  private static float share(String family) {
    return OF_WORDS.contains(family) ? SHARE_OF_WORDS : 1;
  }

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
    float shares = 0;
    for (String family : perFamily.keySet()) {
      shares += share(family);
    }
    float[] weights = new float[names.size()];
    for (int i = 0; i < weights.length; i++) {
      TrainingName name = names.get(i);
      int alike = name.generated() ? perFamily.getOrDefault(name.origin(), 1) : benign;
      float share = name.generated() ? share(name.origin()) / shares : 1;
      weights[i] = names.size() * share / (2f * alike);
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
