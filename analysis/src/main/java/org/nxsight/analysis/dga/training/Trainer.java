package org.nxsight.analysis.dga.training;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.nxsight.analysis.dga.BoostedTrees;
import org.nxsight.analysis.dga.Calibration;
import org.nxsight.analysis.dga.DgaModel;
import org.nxsight.analysis.dga.LanguageModels;
import org.nxsight.analysis.dga.LinearModel;
import org.nxsight.analysis.dga.NameFeatures;
import org.nxsight.analysis.dga.NgramHash;
import org.nxsight.analysis.dga.SymbolRun;
import org.nxsight.analysis.dga.WordFilter;

/**
 * Makes a model: the linear part from some names, the second opinion from others.
 *
 * <p>Stacking after Wolpert (Neural Networks 5(2), 1992): the trees learn from names that the
 * linear model has not seen, and half of the time from a linear model that has not even seen the
 * name's family, so that they do not trust it more than an unknown family deserves.
 */
final class Trainer {
  private static final int FOLDS = 4;
  private static final float GREY_ABOVE = 0.02f;
  private static final float GREY_BELOW = 0.998f;

  private final LanguageModels languages;
  private final WordFilter words;
  private final long seed;
  private final SymbolRun run = new SymbolRun();
  private final int[] ngrams = new int[NgramHash.MAX_FEATURES];

  Trainer(LanguageModels languages, WordFilter words, long seed) {
    this.languages = languages;
    this.words = words;
    this.seed = seed;
  }

  /**
   * @param linearNames what the linear model learns from
   * @param stackNames what the second opinion and the calibration learn from
   * @param about what to say about the model
   */
  DgaModel train(List<TrainingName> linearNames, List<TrainingName> stackNames, String about) {
    LinearModel linear = linear(linearNames, seed);
    List<LinearModel> withoutFold = new ArrayList<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      withoutFold.add(withoutFold(linearNames, linear, fold));
    }
    List<TrainingName> treeNames = new ArrayList<>();
    List<TrainingName> scaleNames = new ArrayList<>();
    for (int i = 0; i < stackNames.size(); i++) {
      (i % 5 == 4 ? scaleNames : treeNames).add(stackNames.get(i));
    }
    BoostedTrees trees = trees(treeNames, linear, withoutFold);
    return new DgaModel(
        linear,
        linearScale(linear, scaleNames),
        languages,
        words,
        trees,
        treesScale(linear, trees, scaleNames),
        new DgaModel.GreyZone(GREY_ABOVE, GREY_BELOW),
        about);
  }

  /** A linear model without the fold's families; the full one if they are all or none. */
  private LinearModel withoutFold(List<TrainingName> names, LinearModel full, int fold) {
    List<TrainingName> rest = names.stream().filter(name -> fold(name) != fold).toList();
    boolean trainable =
        rest.size() < names.size() && rest.stream().anyMatch(TrainingName::generated);
    return trainable ? linear(rest, seed + 1 + fold) : full;
  }

  private static LinearModel linear(List<TrainingName> names, long seed) {
    return LinearTrainer.train(names, Balance.weights(names), seed);
  }

  /** The fold in which a family is left out; for a benign name any. */
  private static int fold(TrainingName name) {
    return name.generated() ? Balance.fold(name.origin(), FOLDS) : FOLDS;
  }

  private BoostedTrees trees(
      List<TrainingName> names, LinearModel linear, List<LinearModel> withoutFold) {
    SplittableRandom random = new SplittableRandom(seed);
    NameFeatures features = new NameFeatures(languages, words);
    float[][] values = new float[names.size()][features.count()];
    for (int i = 0; i < values.length; i++) {
      TrainingName name = names.get(i);
      int fold = name.generated() ? fold(name) : random.nextInt(FOLDS);
      LinearModel asked = random.nextBoolean() ? linear : withoutFold.get(fold);
      run.read(name.run(), 0, name.run().length);
      features.fill(run, asked.logOdds(run, ngrams), values[i]);
    }
    return TreesTrainer.train(
        values, features.count(), Balance.generated(names), Balance.weights(names), seed);
  }

  private Calibration linearScale(LinearModel linear, List<TrainingName> names) {
    float[] logOdds = new float[names.size()];
    for (int i = 0; i < logOdds.length; i++) {
      run.read(names.get(i).run(), 0, names.get(i).run().length);
      logOdds[i] = linear.logOdds(run, ngrams);
    }
    return PlattScaling.fit(logOdds, Balance.generated(names), Balance.weights(names));
  }

  private Calibration treesScale(LinearModel linear, BoostedTrees trees, List<TrainingName> names) {
    NameFeatures features = new NameFeatures(languages, words);
    float[] values = new float[features.count()];
    float[] logOdds = new float[names.size()];
    for (int i = 0; i < logOdds.length; i++) {
      run.read(names.get(i).run(), 0, names.get(i).run().length);
      features.fill(run, linear.logOdds(run, ngrams), values);
      logOdds[i] = trees.logOdds(values);
    }
    return PlattScaling.fit(logOdds, Balance.generated(names), Balance.weights(names));
  }
}
