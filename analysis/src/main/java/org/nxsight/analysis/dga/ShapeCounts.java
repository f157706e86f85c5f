package org.nxsight.analysis.dga;

import java.util.Arrays;

/** What a run looks like, whatever it may mean: counts of symbols, runs of a kind, changes. */
final class ShapeCounts {
  private static final String RARE_LETTERS = "jkqvwxyz";
  private static final boolean[] IS_RARE = rare();

  private final int[] bySymbol = new int[Symbols.COUNT];
  final int[] byKind = new int[Symbols.KIND_OTHER + 1];
  final int[] longestOfKind = new int[Symbols.KIND_OTHER + 1];
  int symbols;
  int letters;
  int longestLabel;
  int distinct;
  int mostOfOne;
  int hexSymbols;
  int rareLetters;
  int doubles;
  int letterDigitChanges;
  int vowelConsonantChanges;

  /** Counts a run; the fields hold its counts until the next call. */
  void count(SymbolRun run) {
    clear();
    int before = Symbols.BOUNDARY;
    int sameKind = 0;
    int label = 0;
    for (int i = 1; i < run.length; i++) {
      int symbol = run.symbols[i];
      int kind = Symbols.KIND[symbol];
      bySymbol[symbol]++;
      byKind[kind]++;
      sameKind = kind == Symbols.KIND[before] ? sameKind + 1 : 1;
      longestOfKind[kind] = Math.max(longestOfKind[kind], sameKind);
      label = symbol == Symbols.BOUNDARY ? 0 : label + 1;
      longestLabel = Math.max(longestLabel, label);
      countPair(before, symbol);
      before = symbol;
    }
    sum();
  }

  private void clear() {
    Arrays.fill(bySymbol, 0);
    Arrays.fill(byKind, 0);
    Arrays.fill(longestOfKind, 0);
    longestLabel = distinct = mostOfOne = hexSymbols = rareLetters = 0;
    doubles = letterDigitChanges = vowelConsonantChanges = 0;
  }

  private void countPair(int before, int symbol) {
    int kindBefore = Symbols.KIND[before];
    int kind = Symbols.KIND[symbol];
    boolean letterBefore = Symbols.isLetter(before);
    boolean letter = Symbols.isLetter(symbol);
    if (before == symbol && letter) {
      doubles++;
    } else if (letterBefore && letter && kindBefore != kind) {
      vowelConsonantChanges++;
    } else if ((letterBefore && kind == Symbols.KIND_DIGIT)
        || (letter && kindBefore == Symbols.KIND_DIGIT)) {
      letterDigitChanges++;
    }
  }

  private void sum() {
    symbols = 0;
    for (int symbol = 1; symbol < Symbols.COUNT; symbol++) {
      int count = bySymbol[symbol];
      if (count > 0) {
        symbols += count;
        distinct++;
        mostOfOne = Math.max(mostOfOne, count);
        boolean hex = symbol <= 6 || Symbols.KIND[symbol] == Symbols.KIND_DIGIT;
        hexSymbols += hex ? count : 0;
        rareLetters += IS_RARE[symbol] ? count : 0;
      }
    }
    letters = byKind[Symbols.KIND_CONSONANT] + byKind[Symbols.KIND_VOWEL];
  }

  /** The entropy of the run's symbols in bits. */
  float entropyBits() {
    float sum = 0;
    for (int symbol = 1; symbol < Symbols.COUNT; symbol++) {
      int count = bySymbol[symbol];
      sum += count * LOG2[count];
    }
    return symbols == 0 ? 0 : LOG2[symbols] - sum / symbols;
  }

  private static final float[] LOG2 = log2();

  private static float[] log2() {
    float[] logs = new float[SymbolRun.MAX_OCTETS + 1];
    for (int i = 1; i < logs.length; i++) {
      logs[i] = (float) (Math.log(i) / Math.log(2));
    }
    return logs;
  }

  private static boolean[] rare() {
    boolean[] rare = new boolean[Symbols.COUNT];
    for (int i = 0; i < RARE_LETTERS.length(); i++) {
      rare[Symbols.OF_OCTET[RARE_LETTERS.charAt(i)]] = true;
    }
    return rare;
  }
}
