package org.nxsight.bench.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nxsight.analysis.findings.FindingKind;
import org.nxsight.bench.scenarios.Play;

/** A small mixture through the whole program. */
class EvaluateFindingsTest {
  private static final long SEED = 20261124;

  @Test
  void findsTheFloodsOfAMixtureAndNoOthers(@TempDir Path directory) throws Exception {
    Score score = EvaluateFindings.of(Play.SHORT, SEED, directory);

    assertThat(score.recall(FindingKind.RANDOM_SUBDOMAIN_FLOOD)).as(score.text()).isEqualTo(1);
    assertThat(score.wrong(FindingKind.RANDOM_SUBDOMAIN_FLOOD)).as(score.text()).isZero();
  }

  @Test
  void playsTheSameOfTheSameSeed(@TempDir Path directory) throws Exception {
    Play.SHORT.write(SEED, directory.resolve("once"));
    Play.SHORT.write(SEED, directory.resolve("again"));
    Play.SHORT.write(SEED + 1, directory.resolve("other"));

    for (String file : new String[] {"traffic.pcap", "truth.json"}) {
      assertThat(
              Files.mismatch(directory.resolve("once/" + file), directory.resolve("again/" + file)))
          .isEqualTo(-1);
      assertThat(
              Files.mismatch(directory.resolve("once/" + file), directory.resolve("other/" + file)))
          .isNotEqualTo(-1);
    }
  }
}
