package org.nxsight.analysis.dga.training;

import static org.nxsight.analysis.dga.LanguageModels.LETTERS;
import static org.nxsight.analysis.dga.LanguageModels.STEPS_PER_BIT;
import static org.nxsight.analysis.dga.LanguageModels.TABLE;

import java.util.List;
import java.util.Map;
import org.nxsight.analysis.dga.LanguageModels;

/**
 * Counts letters behind their two predecessors; a context seen seldom leans on the shorter one
 * (Witten and Bell, IEEE Trans. Inf. Theory 37(4), 1991, with a constant in place of the number of
 * distinct letters).
 */
final class LanguageTrainer {
  private static final double LEAN = 8;

  private LanguageTrainer() {}

  /** A model for each group of words in a..z. */
  static LanguageModels train(Map<String, List<String>> groups) {
    String[] names = groups.keySet().toArray(String[]::new);
    byte[][] surprises = new byte[names.length][];
    for (int i = 0; i < names.length; i++) {
      surprises[i] = surprises(groups.getOrDefault(names[i], List.of()));
    }
    return new LanguageModels(names, surprises);
  }

  private static byte[] surprises(List<String> words) {
    int[] ones = new int[LETTERS + 1];
    int[] twos = new int[LETTERS * (LETTERS + 1)];
    int[] threes = new int[LETTERS * LETTERS * (LETTERS + 1)];
    for (String word : words) {
      int context = 0;
      for (int i = 0; i <= word.length(); i++) {
        int letter = i < word.length() ? letter(word.charAt(i)) : 0;
        count(ones, 0, letter);
        count(twos, context % LETTERS, letter);
        count(threes, context, letter);
        context = (context * LETTERS + letter) % (LETTERS * LETTERS);
      }
    }
    byte[] surprises = new byte[TABLE];
    for (int at = 0; at < TABLE; at++) {
      int letter = at % LETTERS;
      int context = at / LETTERS;
      double even = 1.0 / LETTERS;
      double one = lean(ones, 0, letter, even);
      double two = lean(twos, context % LETTERS, letter, one);
      double bits = -Math.log(lean(threes, context, letter, two)) / Math.log(2);
      surprises[at] = (byte) Math.min(255, Math.round(bits * STEPS_PER_BIT));
    }
    return surprises;
  }

  /** Each context has its letters' counts, then their sum. */
  private static void count(int[] counts, int context, int letter) {
    counts[context * (LETTERS + 1) + letter]++;
    counts[context * (LETTERS + 1) + LETTERS]++;
  }

  private static double lean(int[] counts, int context, int letter, double shorter) {
    int start = context * (LETTERS + 1);
    return (counts[start + letter] + LEAN * shorter) / (counts[start + LETTERS] + LEAN);
  }

  private static int letter(char c) {
    return c >= 'a' && c <= 'z' ? c - 'a' + 1 : 0;
  }
}
