package org.nxsight.exchange;

/** What became of a response. */
public enum Outcome {
  /** It answers a query that was seen. */
  ANSWERED,
  /** No query was seen, or it had been given up. */
  UNSOLICITED,
  /** It repeats the response to a query that was answered just before. */
  DUPLICATE,
  /**
   * Somebody else has published that the name does not exist; the response was made up to hold what
   * is known of it.
   */
  OBSERVED;

  private static final Outcome[] VALUES = values();

  static Outcome of(int ordinal) {
    return VALUES[ordinal];
  }
}
