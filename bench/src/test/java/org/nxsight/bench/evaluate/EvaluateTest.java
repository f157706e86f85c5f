package org.nxsight.bench.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.nxsight.analysis.causes.Cause;

/** Names of a seed that the rules were not looked at with; the day stands in {@link Evaluate}. */
class EvaluateTest {
  private static final long SEED = 20261124;
  private static final int NAMES = 20_000;
  private static final LocalDate DAY = LocalDate.of(2026, 3, 14);

  @Test
  void tellsTheCausesOfNewNames() {
    Evaluate.Result result = Evaluate.of(SEED, NAMES);
    assertThat(result.confusions().accuracy()).as("accuracy").isGreaterThan(0.98);
    assertThat(result.confusions().macroF1()).as("macro-F1").isGreaterThan(0.97);
    assertThat(result.figures().listPrecision()).as("list precision").isGreaterThan(0.999);
    assertThat(result.figures().listRecall()).as("list recall").isGreaterThan(0.999);
    assertThat(result.figures().rightTarget()).as("right target").isGreaterThan(0.98);
    assertThat(result.figures().falseMatch()).as("false match").isLessThan(0.005);
  }

  @Test
  void makesNamesOfEveryCauseThatOneRecordTells() {
    Set<Cause> made =
        new LabelledNames(SEED, DAY)
            .next(NAMES).stream().map(LabelledName::cause).collect(Collectors.toSet());
    assertThat(made).hasSize(28).doesNotContain(Cause.RANDOM_SUBDOMAIN_FLOOD);
  }

  @Test
  void makesTheSameNamesOfTheSameSeed() {
    assertThat(new LabelledNames(SEED, DAY).next(500))
        .isEqualTo(new LabelledNames(SEED, DAY).next(500))
        .isNotEqualTo(new LabelledNames(SEED + 1, DAY).next(500));
  }
}
