package org.nxsight.analysis.dga.training;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.nxsight.analysis.dga.ModelFile;
import org.nxsight.analysis.dga.families.Family;
import org.nxsight.analysis.dga.training.benign.Lists;
import org.nxsight.analysis.dga.training.benign.Part;

/**
 * Models that have not seen some families, to measure with how families are found that nobody knows
 * yet: each leaves out one fourth of them. They are made as {@link ShippedModel} is.
 */
public final class UnseenModels {
  /** How many models there are; each family is left out of one. */
  public static final int FOLDS = 4;

  private UnseenModels() {}

  /** The number of the model that has not seen a family. */
  public static int fold(Family family) {
    return Balance.fold(family.name(), FOLDS);
  }

  /** The file of a model. */
  public static Path file(Path directory, int fold) {
    return directory.resolve("unseen-" + fold + ".model");
  }

  /** Trains all of them and writes their files: {@code LISTS DIRECTORY}. */
  public static void main(String[] arguments) {
    if (arguments.length != 2) {
      fail("Give the folder of lists that `lab/dga-lists` writes, and a directory for the models.");
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

  private static void write(Path lists, Path directory) throws IOException {
    Files.createDirectories(directory);
    ShippedTraining training = new ShippedTraining(Lists.read(lists));
    List<TrainingName> linearNames =
        training.names(
            Part.LINEAR,
            ShippedModel.LINEAR_BENIGN,
            ShippedModel.LINEAR_PER_FAMILY,
            ShippedModel.LINEAR_SEED);
    List<TrainingName> stackNames =
        training.names(
            Part.SECOND_OPINION,
            ShippedModel.STACK_BENIGN,
            ShippedModel.STACK_PER_FAMILY,
            ShippedModel.STACK_SEED);
    for (int fold = 0; fold < FOLDS; fold++) {
      try (OutputStream out = Files.newOutputStream(file(directory, fold))) {
        ModelFile.write(
            training
                .train(
                    UnseenFamilies.without(linearNames, fold),
                    UnseenFamilies.without(stackNames, fold),
                    ShippedModel.TRAINER_SEED)
                .withAbout("a model that has not seen a fourth of the families: fold " + fold),
            out);
      }
    }
  }
}
