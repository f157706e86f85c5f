package org.nxsight.analysis.dga.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.nxsight.analysis.dga.DgaModel;
import org.nxsight.analysis.dga.DgaScorer;
import org.nxsight.analysis.dga.training.benign.Part;
import org.nxsight.analysis.dga.training.benign.RunText;

/**
 * A training on somebody's own lists: half of the names teach the linear model, three tenths the
 * second opinion, and two tenths measure both. Languages and words are those of the model that
 * stands in this program.
 *
 * <p>A line is a name, or a name, a tab and its family. Empty lines and lines that begin with
 * {@code #} are left out, and so are names that come twice.
 */
public final class Training {
  /** A class with fewer names teaches nothing. */
  public static final int FEWEST_NAMES = 100;

  private static final String NO_FAMILY = "generated";
  private static final int SALT = 3;
  private static final int LINEAR_TENTHS = 5;
  private static final int TEST_FROM_TENTH = 8;

  private final List<TrainingName> linearNames = new ArrayList<>();
  private final List<TrainingName> stackNames = new ArrayList<>();
  private final List<TrainingName> testNames = new ArrayList<>();
  private final Trainer trainer;
  private final DgaModel model;

  private Training(
      List<String> benignLines,
      List<String> dgaLines,
      long seed,
      UnaryOperator<String> missingPart,
      DgaModel base) {
    int benign = take(benignLines, false, missingPart);
    int generated = take(dgaLines, true, missingPart);
    Random random = new Random(seed);
    List.of(linearNames, stackNames, testNames)
        .forEach(names -> Collections.shuffle(names, random));
    trainer = new Trainer(base.languages(), base.words(), seed);
    model =
        trainer.train(
            linearNames,
            stackNames,
            "trained on own lists%nseed %d%nbenign names %d%ngenerated names %d%n"
                .formatted(seed, benign, generated));
  }

  /**
   * Trains on lists, the missing part of a name being its registrable label.
   *
   * @throws IllegalArgumentException if a list has too few names, in one line for the user
   */
  public static Training of(List<String> benignLines, List<String> dgaLines, long seed) {
    return of(benignLines, dgaLines, seed, RunText::registrableLabelOrName);
  }

  /**
   * Trains on lists.
   *
   * @param missingPart cuts what is missing out of a name; empty if there is nothing
   */
  public static Training of(
      List<String> benignLines,
      List<String> dgaLines,
      long seed,
      UnaryOperator<String> missingPart) {
    return new Training(benignLines, dgaLines, seed, missingPart, DgaModel.shipped());
  }

  /**
   * How good a model is on whole lists; a model that was trained on them looks better than it is.
   *
   * @throws IllegalArgumentException if a list has too few names, in one line for the user
   */
  public static Evaluation evaluate(
      DgaModel model, List<String> benignLines, List<String> dgaLines) {
    List<TrainingName> names = new ArrayList<>();
    read(benignLines, false, RunText::registrableLabelOrName, names);
    read(dgaLines, true, RunText::registrableLabelOrName, names);
    return Evaluation.of(model, names);
  }

  private int take(List<String> lines, boolean generated, UnaryOperator<String> missingPart) {
    List<TrainingName> names = new ArrayList<>();
    List<String> texts = read(lines, generated, missingPart, names);
    for (int i = 0; i < names.size(); i++) {
      part(texts.get(i)).add(names.get(i));
    }
    return names.size();
  }

  /** Adds the names of a list, and returns them as text in the same order. */
  private static List<String> read(
      List<String> lines,
      boolean generated,
      UnaryOperator<String> missingPart,
      List<TrainingName> names) {
    Set<String> seen = new LinkedHashSet<>();
    for (String line : lines) {
      String[] fields = line.strip().split("\t", 2);
      String name = missingPart.apply(fields[0].toLowerCase(Locale.ROOT));
      if (!name.isEmpty() && !line.startsWith("#") && seen.add(name)) {
        String origin = fields.length > 1 ? fields[1] : NO_FAMILY;
        names.add(new TrainingName(DgaScorer.wire(name), generated, origin));
      }
    }
    if (seen.size() < FEWEST_NAMES) {
      throw new IllegalArgumentException(
          "The list of %s names has %d distinct names; a training needs %d or more, one a line."
              .formatted(generated ? "generated" : "benign", seen.size(), FEWEST_NAMES));
    }
    return List.copyOf(seen);
  }

  private List<TrainingName> part(String name) {
    int tenth = Part.tenth(name, SALT);
    if (tenth < LINEAR_TENTHS) {
      return linearNames;
    }
    return tenth < TEST_FROM_TENTH ? stackNames : testNames;
  }

  /** The trained model. */
  public DgaModel model() {
    return model;
  }

  /** How good it is on the names held back. */
  public Evaluation evaluation() {
    return Evaluation.of(model, testNames);
  }

  /** How good another model, such as the shipped one, is on the names held back. */
  public Evaluation evaluation(DgaModel other) {
    return Evaluation.of(other, testNames);
  }

  /** How well each family would be caught had it not been learned; trains four times more. */
  public UnseenFamilies unseenFamilies() {
    return UnseenFamilies.of(trainer, linearNames, stackNames, testNames);
  }
}
