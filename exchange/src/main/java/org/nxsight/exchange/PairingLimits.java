package org.nxsight.exchange;

/**
 * How long and how many queries are kept.
 *
 * @param queryTimeoutNanos how long a query waits for its response, on packet time
 * @param reorderNanos how long a response waits for a query that is captured after it
 * @param maxOpenQueries the queries kept at most; the oldest makes room
 */
public record PairingLimits(long queryTimeoutNanos, long reorderNanos, int maxOpenQueries) {
  /** 10 s, as long as any resolver waits for one server; 1,048,576 queries; 100 ms of disorder. */
  public static final PairingLimits DEFAULT =
      new PairingLimits(10_000_000_000L, 100_000_000L, 1 << 20);

  /** The largest table: {@link OpenQueries} needs two slots a query in one array. */
  public static final int MOST_OPEN_QUERIES = 1 << 24;

  public PairingLimits {
    if (queryTimeoutNanos <= 0 || reorderNanos < 0) {
      throw new IllegalArgumentException("a query must be given some time");
    }
    if (maxOpenQueries < 1 || maxOpenQueries > MOST_OPEN_QUERIES) {
      throw new IllegalArgumentException("1.." + MOST_OPEN_QUERIES + " open queries");
    }
  }
}
