package org.nxsight.analysis.typo;

/** What went wrong between a well-known name and a missing one. */
public enum TypoClass {
  /** A character was left out: {@code gogle}. */
  OMISSION,
  /** A character was typed twice: {@code gooogle}. */
  REPETITION,
  /** A character was put in: {@code goohgle}. */
  INSERTION,
  /** A character was replaced by another one: {@code goohle}. */
  REPLACEMENT,
  /** Two characters beside each other changed places: {@code googel}. */
  TRANSPOSITION,
  /** A character differs in one bit and is no neighbour on a keyboard: {@code woogle}. */
  BIT_FLIP,
  /** It looks the same: {@code g00gle}, {@code rnicrosoft}, letters of other scripts. */
  HOMOGLYPH,
  /** A dot was left out: {@code googlecom}, {@code mailgoogle.com}. */
  MISSING_DOT,
  /** {@code www} without its dot: {@code wwwgoogle.com}. */
  WWW_GLUED,
  /** One more top-level domain behind it: {@code google.com.com}. */
  TLD_DOUBLED,
  /** A mistyped end: {@code google.cmo}, {@code google.co}. */
  TLD_WRONG,
  /** A hyphen too many or too few: {@code face-book}. */
  HYPHEN,
  /** An {@code s} too many or too few at the end: {@code amazons}. */
  PLURAL,
  /** One vowel for another: {@code gaogle}. */
  VOWEL_SWAP
}
