package org.nxsight.analysis.dga;

/**
 * The numbers that the second opinion looks at: the linear model's log-odds, shape, languages and
 * words of a run.
 *
 * <p>Their order is part of the model file's format ({@link #VERSION}).
 */
public final class NameFeatures {
  static final int VERSION = 1;

  private static final int OF_SHAPE = 22;
  private static final int OF_WORDS = 6;
  private static final int OF_LANGUAGES = 3;

  private final LanguageModels languages;
  private final WordCover cover;
  private final ShapeCounts shape = new ShapeCounts();
  private final float[] bits;

  /** Room for the numbers of a name at a time. */
  public NameFeatures(LanguageModels languages, WordFilter words) {
    this.languages = languages;
    this.cover = new WordCover(words);
    this.bits = new float[languages.groups().length];
  }

  /** How many numbers there are. */
  public int count() {
    return 1 + OF_SHAPE + OF_WORDS + OF_LANGUAGES + bits.length;
  }

  /** Writes the numbers of a run to {@code out}. */
  public void fill(SymbolRun run, float linearLogOdds, float[] out) {
    out[0] = linearLogOdds;
    shape.count(run);
    int at = fillShape(run, out, 1);
    at = fillWords(run, out, at);
    fillLanguages(run, out, at);
  }

  private int fillShape(SymbolRun run, float[] out, int start) {
    float symbols = Math.max(1, shape.symbols);
    float letters = Math.max(1, shape.letters);
    int at = start;
    out[at++] = shape.symbols;
    out[at++] = run.labels;
    out[at++] = shape.longestLabel;
    out[at++] = shape.letters;
    out[at++] = shape.byKind[Symbols.KIND_DIGIT] / symbols;
    out[at++] = shape.byKind[Symbols.KIND_DIGIT];
    out[at++] = shape.byKind[Symbols.KIND_OTHER];
    out[at++] = shape.byKind[Symbols.KIND_VOWEL] / letters;
    out[at++] = shape.longestOfKind[Symbols.KIND_CONSONANT];
    out[at++] = shape.longestOfKind[Symbols.KIND_VOWEL];
    out[at++] = shape.longestOfKind[Symbols.KIND_DIGIT];
    out[at++] = shape.distinct / symbols;
    out[at++] = shape.distinct;
    out[at++] = shape.entropyBits();
    out[at++] = shape.mostOfOne / symbols;
    out[at++] = shape.hexSymbols / symbols;
    out[at++] = shape.rareLetters / letters;
    out[at++] = shape.doubles;
    out[at++] = shape.letterDigitChanges;
    out[at++] = shape.vowelConsonantChanges / letters;
    out[at++] = Symbols.KIND[run.symbols[run.length > 1 ? 1 : 0]];
    out[at++] = Symbols.KIND[run.symbols[Math.max(0, run.length - 2)]];
    return at;
  }

  private int fillWords(SymbolRun run, float[] out, int start) {
    cover.cover(run);
    float letters = Math.max(1, shape.letters);
    int at = start;
    out[at++] = cover.coveredLetters / letters;
    out[at++] = cover.coveredLetters;
    out[at++] = cover.wordCount;
    out[at++] = cover.longestWord;
    out[at++] = cover.longestWord / letters;
    out[at++] = cover.longestGap;
    return at;
  }

  private void fillLanguages(SymbolRun run, float[] out, int start) {
    languages.meanBits(run, bits);
    int nearest = 0;
    float sum = 0;
    for (int group = 0; group < bits.length; group++) {
      nearest = bits[group] < bits[nearest] ? group : nearest;
      sum += bits[group];
    }
    int at = start;
    out[at++] = bits[nearest];
    out[at++] = sum / bits.length - bits[nearest];
    out[at++] = languages.worstBits(nearest, run);
    System.arraycopy(bits, 0, out, at, bits.length);
  }
}
