package org.nxsight.analysis.dga.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.nxsight.analysis.dga.DgaModel;
import org.nxsight.analysis.dga.DgaScorer;
import org.nxsight.analysis.dga.LanguageModels;
import org.nxsight.analysis.dga.WordFilter;
import org.nxsight.analysis.dga.training.benign.BenignNames;
import org.nxsight.analysis.dga.training.benign.Lists;
import org.nxsight.analysis.dga.training.benign.Part;
import org.nxsight.analysis.dga.training.benign.ShortLists;
import org.nxsight.analysis.dga.training.benign.Vocabulary;

/** The training of the model that stands in this program, from lists and generators. */
public final class ShippedTraining {
  private static final int WORD_FILTER_BITS = 1 << 19;

  private final Lists lists;
  private final ShortLists shorts = new ShortLists();
  private final LanguageModels languages;
  private final WordFilter words;

  /** Trains the languages and the words. */
  public ShippedTraining(Lists lists) {
    this.lists = lists;
    Vocabulary vocabulary = new Vocabulary(lists, shorts);
    languages = LanguageTrainer.train(vocabulary.groups());
    words = WordFilter.ofBits(WORD_FILTER_BITS);
    for (String word : vocabulary.known()) {
      words.add(WordFilter.hash(word));
    }
  }

  /** Names of both classes of a part, in random order; the same seed gives the same names. */
  public List<TrainingName> names(Part part, int benign, int perFamily, long seed) {
    List<TrainingName> names = new ArrayList<>();
    new BenignNames(lists, shorts, part, seed)
        .names(
            benign, (name, kind) -> names.add(new TrainingName(DgaScorer.wire(name), false, kind)));
    names.addAll(FamilyNames.of(part, perFamily, seed));
    Collections.shuffle(names, new Random(seed));
    return names;
  }

  /** A model from names of the parts for training. */
  public DgaModel train(List<TrainingName> linearNames, List<TrainingName> stackNames, long seed) {
    return new Trainer(languages, words, seed).train(linearNames, stackNames, "");
  }

  /** How well models trained without a family catch it. */
  public UnseenFamilies unseen(
      List<TrainingName> linearNames,
      List<TrainingName> stackNames,
      List<TrainingName> testNames,
      long seed) {
    return UnseenFamilies.of(
        new Trainer(languages, words, seed), linearNames, stackNames, testNames);
  }
}
