package org.nxsight.analysis.dga;

import java.util.Arrays;

/**
 * How much of a run its dictionary words cover: the set of words without overlap that covers most,
 * few long words before many short ones.
 *
 * <p>Found from left to right (weighted interval scheduling): at most {@link WordFilter#MAX_WORD}
 * look-ups a letter.
 */
final class WordCover {
  /** What each further word costs, in letters. */
  private static final int WORD_COST = 2;

  private final WordFilter words;
  private final int[] best = new int[SymbolRun.MAX_OCTETS + 2];
  private final byte[] lastWord = new byte[SymbolRun.MAX_OCTETS + 2];

  int coveredLetters;
  int wordCount;
  int longestWord;
  int longestGap;

  WordCover(WordFilter words) {
    this.words = words;
  }

  /** Covers the run; the fields hold the outcome until the next call. */
  void cover(SymbolRun run) {
    Arrays.fill(best, 0, run.length + 1, 0);
    Arrays.fill(lastWord, 0, run.length + 1, (byte) 0);
    for (int start = 0; start < run.length; start++) {
      offer(start + 1, best[start], 0);
      long hash = WordFilter.EMPTY_WORD;
      int limit = Math.min(run.length, start + WordFilter.MAX_WORD);
      for (int i = start; i < limit && Symbols.isLetter(run.symbols[i]); i++) {
        hash = WordFilter.longer(hash, run.symbols[i]);
        int letters = i + 1 - start;
        if (letters >= WordFilter.MIN_WORD && words.mayContain(hash)) {
          offer(i + 1, best[start] + letters - WORD_COST, letters);
        }
      }
    }
    collect(run);
  }

  private void offer(int end, int score, int word) {
    if (score > best[end] || (score == best[end] && word == 0)) {
      best[end] = score;
      lastWord[end] = (byte) word;
    }
  }

  private void collect(SymbolRun run) {
    coveredLetters = 0;
    wordCount = 0;
    longestWord = 0;
    longestGap = 0;
    int gap = 0;
    for (int end = run.length; end > 0; ) {
      int word = lastWord[end];
      if (word > 0) {
        coveredLetters += word;
        wordCount++;
        longestWord = Math.max(longestWord, word);
        gap = 0;
        end -= word;
      } else {
        end--;
        gap = Symbols.isLetter(run.symbols[end]) ? gap + 1 : 0;
        longestGap = Math.max(longestGap, gap);
      }
    }
  }
}
