package org.nxsight.analysis.dga;

/**
 * The features of the linear model: hashed 1..4-grams of symbols, 6-grams, which know the words of
 * generators that use words, and the length.
 *
 * <p>Feature hashing after Weinberger et al., "Feature hashing for large scale multitask learning"
 * (ICML 2009), without the sign: with 2^18 places and some 60 n-grams a name, collisions are few
 * among the n-grams that matter.
 */
public final class NgramHash {
  /** The bits of a place. */
  public static final int BITS = 18;

  /** How many places there are. */
  public static final int SIZE = 1 << BITS;

  /** N-grams that end with a symbol: of one to four and of six symbols. */
  public static final int PER_SYMBOL = 5;

  /** No run has more. */
  public static final int MAX_FEATURES = PER_SYMBOL * (SymbolRun.MAX_OCTETS + 1) + 1;

  private static final int MULTIPLIER = 0x9e3779b1;
  private static final long LONG_MULTIPLIER = 0x9e3779b97f4a7c15L;

  /** The bits of a window of six symbols. */
  private static final long SIX = (1L << (6 * Symbols.BITS)) - 1;

  private static final int LENGTH_STEP = 2;
  private static final int MAX_LENGTH = 40;

  private NgramHash() {}

  /**
   * Writes the places of the run's features.
   *
   * @param out room for {@link #MAX_FEATURES}
   * @return how many were written
   */
  public static int features(SymbolRun run, int[] out) {
    byte[] symbols = run.symbols;
    long window = 0;
    int count = 0;
    for (int i = 1; i < run.length; i++) {
      window = ((window << Symbols.BITS) | symbols[i]) & SIX;
      int four = (int) window & 0xffffff;
      out[count++] = place(four & 0x3f, 1);
      out[count++] = place(four & 0xfff, 2);
      out[count++] = place(four & 0x3ffff, 3);
      out[count++] = place(four, 4);
      out[count++] = (int) ((window * LONG_MULTIPLIER) >>> (Long.SIZE - BITS));
    }
    out[count++] = place(Math.min(run.length, MAX_LENGTH) / LENGTH_STEP, 6);
    return count;
  }

  /** A place of its own for each window of each kind of feature, but for collisions. */
  private static int place(int window, int kind) {
    return ((window | (kind << 24)) * MULTIPLIER) >>> (Integer.SIZE - BITS);
  }
}
