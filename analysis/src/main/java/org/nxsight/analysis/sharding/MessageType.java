package org.nxsight.analysis.sharding;

/** What a message holds; of those of one moment, in the order in which they count. */
enum MessageType {
  /** What is popular from a moment on. */
  LOOK,
  /** What was popular for ten minutes, as far as one task saw it. */
  POPULAR,
  /** What operators sighted when they heard of the time. */
  SIGHTINGS,
  /** How often each cause was told in all of the stream. */
  TOTALS,
  /** That operators are to hear of the time. */
  TICK,
  /** Sums of failures. */
  COUNTS,
  /** Exchanges, with marks. */
  RECORDS;

  private static final MessageType[] VALUES = values();

  static MessageType of(int ordinal) {
    if (ordinal >= VALUES.length) {
      throw new IllegalArgumentException("not a message of this version");
    }
    return VALUES[ordinal];
  }
}
