package org.nxsight.analysis.dga.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nxsight.analysis.dga.DgaModel;
import org.nxsight.analysis.dga.DgaScorer;
import org.nxsight.analysis.dga.ModelFile;
import org.nxsight.analysis.dga.families.Families;
import org.nxsight.analysis.dga.training.benign.BenignNames;
import org.nxsight.analysis.dga.training.benign.Part;
import org.nxsight.analysis.dga.training.benign.ShortLists;

class TrainingTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

  private static List<String> benignLines() {
    List<String> lines = new ArrayList<>(List.of("# benign", ""));
    new BenignNames(JdkLists.make(), new ShortLists(), Part.LINEAR, 1)
        .names(4_000, (name, kind) -> lines.add(name.replace('.', '-') + ".com"));
    return lines;
  }

  private static List<String> dgaLines() {
    List<String> lines = new ArrayList<>();
    for (String name : List.of("cryptolocker", "ramnit", "qakbot", "necurs", "ranbyus")) {
      Families.all().stream()
          .filter(family -> family.name().equals(name))
          .forEach(family -> family.names(7, DAY, 400, line -> lines.add(line + '\t' + name)));
    }
    return lines;
  }

  @Test
  void aSmallTrainingTellsTheClassesApart() {
    Training training = Training.of(benignLines(), dgaLines(), 1);

    Evaluation evaluation = training.evaluation();
    assertThat(evaluation.areaUnderCurve()).isGreaterThan(0.97);
    assertThat(evaluation.perFamily())
        .containsOnlyKeys("cryptolocker", "ramnit", "qakbot", "necurs", "ranbyus");
    DgaScorer scorer = new DgaScorer(training.model());
    assertThat(scorer.score("qxvkzjwpfhtrmgk")).isGreaterThan(0.9f);
    assertThat(scorer.score("hostnamemanager")).isLessThan(0.3f);
  }

  @Test
  void theSameListsAndSeedMakeTheSameModel() throws IOException {
    assertThat(octets(Training.of(benignLines(), dgaLines(), 3).model()))
        .isEqualTo(octets(Training.of(benignLines(), dgaLines(), 3).model()));
  }

  private static byte[] octets(DgaModel model) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ModelFile.write(model, out);
    return out.toByteArray();
  }

  @Test
  void namesWithoutFamiliesAreOneFamily() {
    List<String> bare = dgaLines().stream().map(line -> line.replaceAll("\t.*", "")).toList();

    assertThat(Training.of(benignLines(), bare, 1).evaluation().perFamily())
        .containsOnlyKeys("generated");
  }

  @Test
  void tellsThatAListIsTooShort() {
    assertThatThrownBy(() -> Training.of(benignLines(), List.of("abc.com", "abc.com"), 1))
        .hasMessage(
            "The list of generated names has 1 distinct names; a training needs 100 or more, one a line.");
  }
}
