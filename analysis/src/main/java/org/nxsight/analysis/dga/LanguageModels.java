package org.nxsight.analysis.dga;

/**
 * Letter models of order two, one for each group of languages: how surprising a letter is behind
 * the two before it.
 *
 * <p>The alphabet is the 26 letters and one symbol for everything else, which also begins and ends
 * a word. A surprise is {@code -log2 p} in steps of 1/16 bit, 255 at most.
 *
 * @param groups the names of the groups
 * @param surprises for each group 27^3 surprises, the index being {@code (first * 27 + second) * 27
 *     + letter}
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares these, and nobody writes to them
public record LanguageModels(String[] groups, byte[][] surprises) {
  /** The letters and the symbol for everything else. */
  public static final int LETTERS = 27;

  /** The surprises of a group. */
  public static final int TABLE = LETTERS * LETTERS * LETTERS;

  /** Steps of a surprise in a bit. */
  public static final int STEPS_PER_BIT = 16;

  /** The letter of a symbol: 0 for all that is no letter. */
  public static int letter(int symbol) {
    return Symbols.isLetter(symbol) ? symbol : 0;
  }

  /**
   * Writes each group's mean surprise a letter, in bits.
   *
   * @param out room for each group
   */
  void meanBits(SymbolRun run, float[] out) {
    for (int group = 0; group < surprises.length; group++) {
      out[group] = meanBits(surprises[group], run);
    }
  }

  private static float meanBits(byte[] table, SymbolRun run) {
    int context = 0;
    int sum = 0;
    for (int i = 1; i < run.length; i++) {
      int at = context * LETTERS + letter(run.symbols[i]);
      sum += table[at] & 0xff;
      context = at % (LETTERS * LETTERS);
    }
    return (float) sum / (STEPS_PER_BIT * Math.max(1, run.length - 1));
  }

  /** The most surprising four letters in a row of one group, in bits a letter. */
  float worstBits(int group, SymbolRun run) {
    byte[] table = surprises[group];
    int context = 0;
    int worst = 0;
    int recent = 0; // the last four surprises, an octet each
    for (int i = 1; i < run.length; i++) {
      int at = context * LETTERS + letter(run.symbols[i]);
      recent = recent << 8 | (table[at] & 0xff);
      context = at % (LETTERS * LETTERS);
      worst = Math.max(worst, sumOfOctets(recent));
    }
    return worst / (4f * STEPS_PER_BIT);
  }

  private static int sumOfOctets(int four) {
    return (four >>> 24) + (four >>> 16 & 0xff) + (four >>> 8 & 0xff) + (four & 0xff);
  }
}
