package org.nxsight.app;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The word that somebody may have meant who wrote another one. */
final class NearestWord {
  /** One slip in three letters, and two at least. */
  private static final int LETTERS_A_SLIP = 3;

  private static final int LEAST_SLIPS = 2;

  private NearestWord() {}

  /** The word that is fewest slips away, if it is near at all. */
  static Optional<String> of(String written, Collection<String> words) {
    int most = Math.max(LEAST_SLIPS, written.length() / LETTERS_A_SLIP);
    return words.stream()
        .filter(word -> distance(written, word) <= most)
        .min(Comparator.comparingInt(word -> distance(written, word)));
  }

  /** Letters to be inserted, removed or replaced (Levenshtein, 1966), row by row. */
  private static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
