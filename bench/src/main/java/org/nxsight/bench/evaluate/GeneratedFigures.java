package org.nxsight.bench.evaluate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.nxsight.analysis.dga.DgaModel;
import org.nxsight.analysis.dga.DgaScorer;
import org.nxsight.analysis.dga.families.Families;
import org.nxsight.analysis.dga.families.Family;
import org.nxsight.analysis.dga.training.Evaluation;
import org.nxsight.analysis.dga.training.TrainingName;

/** How well the shipped model tells generated names, of seeds and days it has not learned from. */
final class GeneratedFigures {
  private static final int BENIGN = 30_000;
  private static final int LISTS = 5;
  private static final int NAMES_A_LIST = 60;
  private static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);
  private static final int DAYS = 700;

  private GeneratedFigures() {}

  static Evaluation of(long seed) {
    Dice dice = new Dice(seed);
    PlainNames plain = new PlainNames(dice);
    List<TrainingName> names = new ArrayList<>();
    for (int i = 0; i < BENIGN; i++) {
      names.add(new TrainingName(DgaScorer.wire(plain.label()), false, "benign"));
    }
    for (Family family : Families.all()) {
      for (int list = 0; list < LISTS; list++) {
        family.names(
            dice.bits() >>> 34,
            FIRST_DAY.plusDays(dice.below(DAYS)),
            NAMES_A_LIST,
            name -> names.add(generated(name, family.name())));
      }
    }
    return Evaluation.of(DgaModel.shipped(), names);
  }

  private static TrainingName generated(String name, String family) {
    int end = name.length() - MalwareNames.suffix(name).length();
    String label = name.substring(0, Math.max(1, end)).replaceAll("\\.$", "");
    return new TrainingName(
        DgaScorer.wire(label.substring(label.lastIndexOf('.') + 1)), true, family);
  }
}
