package org.nxsight.store.pdns;

import org.jspecify.annotations.Nullable;

/**
 * Keys from one on up to before another, and what else their rows must be.
 *
 * @param from the first key
 * @param to the first key behind; null when there is none
 * @param also what else must hold of a row
 * @param sparse whether few of the rows are expected to be so
 */
record KeyRange(String from, @Nullable String to, Condition also, boolean sparse) {
  /** Behind all keys that begin with {@code com.example.} is {@code com.example/}. */
  private static final char BEHIND_DOT = '/';

  /** The least character of a key: all before it are escaped, so nothing is between. */
  private static final char LEAST = '!';

  static KeyRange all(Condition also) {
    return new KeyRange("", null, also, false);
  }

  /** All keys, of which few are wanted. */
  static KeyRange few(Condition also) {
    return new KeyRange("", null, also, true);
  }

  static KeyRange of(String key, Condition also) {
    return between(key, key, also);
  }

  /** From a first to a last key, both taken. */
  static KeyRange between(String first, String last, Condition also) {
    return new KeyRange(first, last + LEAST, also, false);
  }

  /** All keys of names at and below the one with this key. */
  static KeyRange below(String key, Condition also) {
    return key.equals(".")
        ? all(also)
        : new KeyRange(key, key.substring(0, key.length() - 1) + BEHIND_DOT, also, false);
  }

  /** Whether this is one key. */
  boolean isOne() {
    return to != null && to.equals(from + LEAST);
  }

  /** The rows of this range, given the column with the key. */
  Condition condition(String column) {
    if (isOne()) {
      return Condition.of(column + " = ?", from).and(also);
    }
    Condition range = Condition.of(column + " >= ?", from);
    if (to != null) {
      range = range.and(Condition.of(column + " < ?", to));
    }
    return range.and(also);
  }
}
