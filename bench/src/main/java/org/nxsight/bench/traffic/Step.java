package org.nxsight.bench.traffic;

/** One packet of a story, or a packet and its copy. */
enum Step {
  QUERY,
  /** Stamped a little earlier than it was captured. */
  OLD_QUERY,
  RESPONSE,
  RESPONSE_WITH_QUESTION,
  RESPONSE_TWICE,
  FORGED_RESPONSE,
  SECOND_QUERY,
  SECOND_RESPONSE,
  SECOND_RESPONSE_WITH_QUESTION;

  private static final Step[] VALUES = values();
  private static final int BITS = 4;

  /** This step of one exchange as a single number. */
  long of(long exchange) {
    return exchange << BITS | ordinal();
  }

  static Step in(long number) {
    return VALUES[(int) number & ((1 << BITS) - 1)];
  }

  static long exchangeIn(long number) {
    return number >>> BITS;
  }

  /** Which round of the exchange it belongs to. */
  int round() {
    return switch (this) {
      case SECOND_QUERY, SECOND_RESPONSE, SECOND_RESPONSE_WITH_QUESTION -> 1;
      default -> 0;
    };
  }

  boolean isQuery() {
    return this == QUERY || this == OLD_QUERY || this == SECOND_QUERY;
  }

  /** Whether the question must be there, because ports and id do not tell the query. */
  boolean keepsQuestion() {
    return this == RESPONSE_WITH_QUESTION
        || this == SECOND_RESPONSE_WITH_QUESTION
        || this == FORGED_RESPONSE;
  }
}
