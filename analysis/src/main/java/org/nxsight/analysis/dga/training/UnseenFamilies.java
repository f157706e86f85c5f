package org.nxsight.analysis.dga.training;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How well families are caught that the model has never seen: each fourth of the families is left
 * out of a training of its own, and measured against the benign names.
 *
 * @param caughtAtOnePercent the share of names caught at 1 % false positives, each family the same
 * @param caughtAtOnePerMille the same at 0.1 %
 * @param groupsCaughtAtOnePerMille the same for groups of ten names
 * @param areaUnderCurve the mean of the trainings
 * @param perFamily what is caught of each family at 1 % and 0.1 %
 */
public record UnseenFamilies(
    double caughtAtOnePercent,
    double caughtAtOnePerMille,
    double groupsCaughtAtOnePerMille,
    double areaUnderCurve,
    Map<String, double[]> perFamily) {
  private static final int FOLDS = UnseenModels.FOLDS;

  /** Trains once for each fold and measures on names that no training has seen. */
  static UnseenFamilies of(
      Trainer trainer,
      List<TrainingName> linearNames,
      List<TrainingName> stackNames,
      List<TrainingName> testNames) {
    Map<String, double[]> perFamily = new TreeMap<>();
    Map<String, Double> groups = new HashMap<>();
    double areas = 0;
    for (int fold = 0; fold < FOLDS; fold++) {
      int left = fold;
      Evaluation seen =
          Evaluation.of(
              trainer.train(without(linearNames, left), without(stackNames, left), ""),
              testNames.stream().filter(name -> !name.generated() || isIn(name, left)).toList());
      perFamily.putAll(seen.perFamily());
      seen.perFamily().keySet().forEach(name -> groups.put(name, seen.groupsCaughtAtOnePerMille()));
      areas += seen.areaUnderCurve() * seen.perFamily().size();
    }
    return new UnseenFamilies(
        Evaluation.mean(perFamily, 0),
        Evaluation.mean(perFamily, 1),
        groups.values().stream().mapToDouble(caught -> caught).average().orElse(0),
        areas / perFamily.size(),
        perFamily);
  }

  static List<TrainingName> without(List<TrainingName> names, int fold) {
    return names.stream().filter(name -> !isIn(name, fold)).toList();
  }

  private static boolean isIn(TrainingName name, int fold) {
    return name.generated() && Balance.fold(name.origin(), FOLDS) == fold;
  }

  /** The totals in lines. */
  public String text() {
    return "unseen families: auc %.4f%n  caught at 1%% %.1f%%%n  caught at 0.1%% %.1f%%%n"
            .formatted(areaUnderCurve, 100 * caughtAtOnePercent, 100 * caughtAtOnePerMille)
        + "  groups of ten caught at 0.1%% %.1f%%%n".formatted(100 * groupsCaughtAtOnePerMille);
  }
}
