package org.nxsight.store.pdns;

import java.time.Duration;

/**
 * What questions may use.
 *
 * @param questions how many run at once; the next ones wait
 * @param threads how many threads work on them, all together
 * @param memoryOctets the memory of the database engine
 * @param longest how long one may take, its waiting included
 */
public record PdnsLimits(int questions, int threads, long memoryOctets, Duration longest) {
  /**
   * Four questions on two threads, within 256 MiB and 30 seconds. A question holds the rows of one
   * slice of a table, 200,000 of about 300 octets, which makes 60 MB.
   */
  public static final PdnsLimits DEFAULT = new PdnsLimits(4, 2, 256L << 20, Duration.ofSeconds(30));
}
