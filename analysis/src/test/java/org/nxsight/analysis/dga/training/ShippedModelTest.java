package org.nxsight.analysis.dga.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nxsight.analysis.dga.DgaModel;
import org.nxsight.analysis.dga.DgaScorer;
import org.nxsight.analysis.dga.training.benign.BenignNames;
import org.nxsight.analysis.dga.training.benign.Part;
import org.nxsight.analysis.dga.training.benign.ShortLists;

/**
 * The model that stands in this program, on names of other lists and seeds than it learned from.
 */
class ShippedModelTest {
  private static final long SEED = 20_261_124;

  private static List<TrainingName> freshNames() {
    List<TrainingName> names = new ArrayList<>(FamilyNames.of(Part.TEST, 100, SEED));
    new BenignNames(JdkLists.make(), new ShortLists(), Part.TEST, SEED)
        .names(
            20_000, (name, kind) -> names.add(new TrainingName(DgaScorer.wire(name), false, kind)));
    return names;
  }

  @Test
  void reachesItsFloorOnFreshNames() {
    Evaluation evaluation = Evaluation.of(DgaModel.shipped(), freshNames());

    assertThat(evaluation.areaUnderCurve()).isGreaterThan(0.98);
    assertThat(evaluation.caughtAtOnePercent()).isGreaterThan(0.80);
    assertThat(evaluation.caughtAtOnePerMille()).isGreaterThan(0.55);
    assertThat(evaluation.groupsCaughtAtOnePerMille()).isGreaterThan(0.93);
  }

  @Test
  void saysHowItWasMadeAndHowGoodItIs() {
    assertThat(DgaModel.shipped().about())
        .contains("training of 20", "seeds linear", "auc 0.9", "unseen families: auc 0.9");
  }

  @Test
  void loadsInUnderATenthOfASecondOnceWarm() {
    DgaModel.shipped();
    long start = System.nanoTime();
    DgaModel.shipped();

    assertThat(System.nanoTime() - start).isLessThan(100_000_000);
  }

  @Test
  void keepsBrandsAndCountriesBelowEvenOdds() {
    DgaScorer scorer = new DgaScorer(DgaModel.shipped());

    assertThat(
            List.of(
                "wikipedia",
                "netherlands",
                "srv01-fra",
                "ip-10-1-2-3",
                "51job",
                "taobao",
                "hauptstrasse"))
        .allSatisfy(name -> assertThat(scorer.score(name)).as(name).isLessThan(0.5f));
  }
}
