package org.nxsight.analysis.typo;

import org.jspecify.annotations.Nullable;

/**
 * The one edit between two runs of octets whose optimal string alignment distance is 1: an
 * omission, insertion, replacement or transposition of neighbours (Damerau, 1964).
 *
 * <p>What the common beginning and end leave over says which; it is reused, and costs one pass.
 */
final class SingleEdit {
  private static final String VOWELS = "aeiouy";

  private @Nullable TypoClass kind;
  private float cost;

  /**
   * Compares what was typed with what was meant.
   *
   * @return whether they are one edit apart
   */
  boolean read(byte[] typed, int from, int length, byte[] meant, int meantFrom, int meantLength) {
    kind = null;
    if (Math.abs(length - meantLength) > 1) {
      return false;
    }
    int shorter = Math.min(length, meantLength);
    int start = 0;
    while (start < shorter && typed[from + start] == meant[meantFrom + start]) {
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && typed[from + length - 1 - end] == meant[meantFrom + meantLength - 1 - end]) {
      end++;
    }
    int left = length - start - end;
    int meantLeft = meantLength - start - end;
    int at = from + start;
    int meantAt = meantFrom + start;
    boolean last = end == 0;
    if (left == 1 && meantLeft == 1) {
      replaced(typed[at], meant[meantAt]);
    } else if (left == 2 && meantLeft == 2) {
      if (typed[at] == meant[meantAt + 1] && typed[at + 1] == meant[meantAt]) {
        set(TypoClass.TRANSPOSITION, 0.4f);
      }
    } else if (left == 1 && meantLeft == 0) {
      inserted(typed, at, from, from + length, last);
    } else if (left == 0 && meantLeft == 1) {
      omitted(meant, meantAt, meantFrom, last);
    }
    // The first character is seldom the wrong one.
    cost += start == 0 ? 0.15f : 0;
    return kind != null;
  }

  private void replaced(byte typed, byte meant) {
    if (typed == '-' || meant == '-') {
      set(TypoClass.HYPHEN, 0.6f);
    } else if (isVowel(typed) && isVowel(meant)) {
      set(TypoClass.VOWEL_SWAP, 0.45f);
    } else if (Keyboards.areNeighbours(typed, meant)) {
      set(TypoClass.REPLACEMENT, 0.45f);
    } else if (Integer.bitCount((typed ^ meant) & 0xff) == 1) {
      set(TypoClass.BIT_FLIP, 0.65f);
    } else {
      set(TypoClass.REPLACEMENT, 0.8f);
    }
  }

  private void inserted(byte[] typed, int at, int from, int to, boolean last) {
    byte octet = typed[at];
    byte before = at > from ? typed[at - 1] : 0;
    byte after = at + 1 < to ? typed[at + 1] : 0;
    if (octet == '-') {
      set(TypoClass.HYPHEN, 0.4f);
    } else if (octet == before || octet == after) {
      set(TypoClass.REPETITION, 0.35f);
    } else if (last && octet == 's') {
      set(TypoClass.PLURAL, 0.4f);
    } else if (Keyboards.areNeighbours(octet, before) || Keyboards.areNeighbours(octet, after)) {
      set(TypoClass.INSERTION, 0.5f);
    } else {
      set(TypoClass.INSERTION, 0.75f);
    }
  }

  private void omitted(byte[] meant, int at, int from, boolean last) {
    byte octet = meant[at];
    if (octet == '-') {
      set(TypoClass.HYPHEN, 0.4f);
    } else if (last && octet == 's') {
      set(TypoClass.PLURAL, 0.4f);
    } else {
      boolean doubled = at > from && meant[at - 1] == octet;
      set(TypoClass.OMISSION, doubled ? 0.35f : 0.5f);
    }
  }

  private static boolean isVowel(byte octet) {
    return VOWELS.indexOf(octet) >= 0;
  }

  private void set(TypoClass found, float itsCost) {
    kind = found;
    cost = itsCost;
  }

  /** What the edit is; null when the runs are the same or further apart. */
  @Nullable TypoClass kind() {
    return kind;
  }

  /** How unlikely a slip it is, 0 to 1. */
  float cost() {
    return cost;
  }
}
