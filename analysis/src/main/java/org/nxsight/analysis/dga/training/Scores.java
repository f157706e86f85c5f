package org.nxsight.analysis.dga.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.nxsight.analysis.dga.DgaModel;
import org.nxsight.analysis.dga.DgaScorer;

/**
 * What a model says of names whose making is known, as log-odds in rising order: of benign names,
 * and of each family.
 */
final class Scores {
  /** The least distance of a probability from 0 and 1 that a float tells. */
  private static final double EDGE = 1e-7;

  final float[] benign;
  final Map<String, float[]> perFamily = new HashMap<>();
  final Map<String, float[]> perKind = new HashMap<>();

  Scores(DgaModel model, List<TrainingName> names) {
    DgaScorer scorer = new DgaScorer(model);
    Map<String, List<Float>> families = new HashMap<>();
    Map<String, List<Float>> kinds = new HashMap<>();
    List<Float> allBenign = new ArrayList<>();
    for (TrainingName name : names) {
      float score = logOdds(scorer.score(name.run(), 0, name.run().length));
      (name.generated() ? families : kinds)
          .computeIfAbsent(name.origin(), origin -> new ArrayList<>())
          .add(score);
      if (!name.generated()) {
        allBenign.add(score);
      }
    }
    benign = array(allBenign);
    Arrays.sort(benign);
    families.forEach((family, scores) -> perFamily.put(family, array(scores)));
    kinds.forEach((kind, scores) -> perKind.put(kind, array(scores)));
  }

  private static float logOdds(float probability) {
    double inside = Math.clamp(probability, EDGE, 1 - EDGE);
    return (float) Math.log(inside / (1 - inside));
  }

  private static float[] array(List<Float> scores) {
    float[] array = new float[scores.size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = scores.get(i);
    }
    return array;
  }

  /** The score that this share of sorted scores is above. */
  static float threshold(float[] sorted, double shareAbove) {
    int at = (int) Math.floor(sorted.length * (1 - shareAbove));
    return sorted[Math.clamp(at, 0, sorted.length - 1)];
  }

  static double shareAbove(float[] scores, float threshold) {
    int above = 0;
    for (float score : scores) {
      above += score > threshold ? 1 : 0;
    }
    return (double) above / Math.max(1, scores.length);
  }

  /** Mean scores, sorted, of so many groups of ten names drawn from the same origin. */
  static float[] groups(Map<String, float[]> scores, int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<float[]> origins =
        scores.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(Map.Entry::getValue)
            .toList();
    float[] means = new float[count];
    for (int i = 0; i < count; i++) {
      float[] origin = origins.get(random.nextInt(origins.size()));
      float sum = 0;
      for (int j = 0; j < GROUP; j++) {
        sum += origin[random.nextInt(origin.length)];
      }
      means[i] = sum / GROUP;
    }
    Arrays.sort(means);
    return means;
  }

  static final int GROUP = 10;

  /**
   * The probability that a generated name scores above a benign one, each family counting the same.
   */
  double areaUnderCurve() {
    double sum = 0;
    for (float[] family : perFamily.values()) {
      double below = 0;
      for (float score : family) {
        int at = Arrays.binarySearch(benign, score);
        int low = at < 0 ? -at - 1 : at;
        int high = low;
        while (low > 0 && benign[low - 1] == score) {
          low--;
        }
        while (high < benign.length && benign[high] == score) {
          high++;
        }
        below += (low + high) / 2.0;
      }
      sum += below / family.length / benign.length;
    }
    return sum / perFamily.size();
  }
}
