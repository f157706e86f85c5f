package org.nxsight.analysis.dga.training;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.nxsight.analysis.dga.DgaModel;
import org.nxsight.analysis.dga.ModelFile;
import org.nxsight.analysis.dga.families.Families;
import org.nxsight.analysis.dga.training.benign.Lists;
import org.nxsight.analysis.dga.training.benign.Part;

/**
 * Makes the model file that stands in this program: {@code lab/dga-train} collects the lists and
 * runs it.
 */
public final class ShippedModel {
  /** The day this training was changed last in a way that makes another model. */
  private static final String TRAINING_OF = "2026-11-29";

  static final long LINEAR_SEED = 11;
  static final long STACK_SEED = 22;
  private static final long TEST_SEED = 33;
  static final long TRAINER_SEED = 5;
  static final int LINEAR_BENIGN = 1_000_000;
  static final int LINEAR_PER_FAMILY = 8_000;
  static final int STACK_BENIGN = 400_000;
  static final int STACK_PER_FAMILY = 4_000;
  private static final int TEST_BENIGN = 200_000;
  private static final int TEST_PER_FAMILY = 1_000;

  private ShippedModel() {}

  /** Trains from a folder of lists and writes a model file: {@code LISTS MODEL}. */
  public static void main(String[] arguments) {
    if (arguments.length != 2) {
      fail(
          "Give the folder of lists that `lab/dga-lists` writes, and the file to write the model"
              + " to.");
    }
    try {
      write(Path.of(arguments[0]), Path.of(arguments[1]));
    } catch (IOException broken) {
      fail(String.valueOf(broken.getMessage()));
    }
  }

  private static void fail(String message) {
    System.err.println(message);
    System.exit(2);
  }

  private static void write(Path folder, Path file) throws IOException {
    ShippedTraining training = new ShippedTraining(Lists.read(folder));
    List<TrainingName> linearNames =
        training.names(Part.LINEAR, LINEAR_BENIGN, LINEAR_PER_FAMILY, LINEAR_SEED);
    List<TrainingName> stackNames =
        training.names(Part.SECOND_OPINION, STACK_BENIGN, STACK_PER_FAMILY, STACK_SEED);
    List<TrainingName> testNames =
        training.names(Part.TEST, TEST_BENIGN, TEST_PER_FAMILY, TEST_SEED);
    DgaModel model = training.train(linearNames, stackNames, TRAINER_SEED);
    Evaluation seen = Evaluation.of(model, testNames);
    UnseenFamilies unseen = training.unseen(linearNames, stackNames, testNames, TRAINER_SEED);
    String about =
        "nxsight model of generated names%ntraining of %s%n".formatted(TRAINING_OF)
            + "seeds linear %d, second opinion %d, test %d, trainer %d%n"
                .formatted(LINEAR_SEED, STACK_SEED, TEST_SEED, TRAINER_SEED)
            + "names linear %d, second opinion %d; families %d%n"
                .formatted(linearNames.size(), stackNames.size(), Families.all().size())
            + seen.text()
            + unseen.text();
    try (OutputStream out = Files.newOutputStream(file)) {
      ModelFile.write(model.withAbout(about), out);
    }
    System.out.print(about);
  }
}
