package org.nxsight.analysis.dga.training;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.nxsight.analysis.dga.DgaModel;

/**
 * How well a model tells generated names from benign ones; each family counts the same.
 *
 * @param areaUnderCurve of the receiver operating characteristic
 * @param caughtAtOnePercent the share of generated names above the score that 1 % of benign names
 *     are above
 * @param caughtAtOnePerMille the same for 0.1 %
 * @param groupsCaughtAtOnePerMille the same for the mean log-odds of groups of ten names
 * @param perFamily what is caught of each family at 1 % and 0.1 %
 * @param benignNames how many benign names were scored
 * @param generatedNames how many generated names
 */
public record Evaluation(
    double areaUnderCurve,
    double caughtAtOnePercent,
    double caughtAtOnePerMille,
    double groupsCaughtAtOnePerMille,
    Map<String, double[]> perFamily,
    int benignNames,
    int generatedNames) {
  private static final int GROUPS = 50_000;
  private static final long GROUP_SEED = 10;

  /** Scores names that the model must not have learned from. */
  public static Evaluation of(DgaModel model, List<TrainingName> names) {
    return of(new Scores(model, names));
  }

  static Evaluation of(Scores scores) {
    float onePercent = Scores.threshold(scores.benign, 0.01);
    float onePerMille = Scores.threshold(scores.benign, 0.001);
    Map<String, double[]> perFamily = new TreeMap<>();
    int generated = 0;
    for (Map.Entry<String, float[]> family : scores.perFamily.entrySet()) {
      float[] of = family.getValue();
      perFamily.put(
          family.getKey(),
          new double[] {Scores.shareAbove(of, onePercent), Scores.shareAbove(of, onePerMille)});
      generated += of.length;
    }
    float[] benignGroups = Scores.groups(scores.perKind, GROUPS, GROUP_SEED);
    float[] familyGroups = Scores.groups(scores.perFamily, GROUPS, GROUP_SEED);
    return new Evaluation(
        scores.areaUnderCurve(),
        mean(perFamily, 0),
        mean(perFamily, 1),
        Scores.shareAbove(familyGroups, Scores.threshold(benignGroups, 0.001)),
        perFamily,
        scores.benign.length,
        generated);
  }

  static double mean(Map<String, double[]> perFamily, int column) {
    return perFamily.values().stream().mapToDouble(caught -> caught[column]).average().orElse(0);
  }

  /** The figures in lines, the totals first. */
  public String text() {
    return "AUC %.4f%ncaught at 1%% false positives %.1f%%%ncaught at 0.1%% %.1f%%%n"
            .formatted(areaUnderCurve, 100 * caughtAtOnePercent, 100 * caughtAtOnePerMille)
        + "groups of ten caught at 0.1%% %.1f%%%n".formatted(100 * groupsCaughtAtOnePerMille)
        + "names %d benign, %d generated%n".formatted(benignNames, generatedNames)
        + perFamily.entrySet().stream().map(Evaluation::line).collect(Collectors.joining());
  }

  private static String line(Map.Entry<String, double[]> family) {
    double[] caught = family.getValue();
    return "  %-24s %5.1f%% %5.1f%%%n".formatted(family.getKey(), 100 * caught[0], 100 * caught[1]);
  }
}
