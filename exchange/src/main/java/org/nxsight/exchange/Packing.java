package org.nxsight.exchange;

import org.jspecify.annotations.Nullable;
import org.nxsight.wire.Bytes;

/**
 * Exchanges as octets for others to take, in the thread that makes them: the earliest time of all
 * (i64, nanoseconds since 1970), and the exchanges one behind the other as {@link ExchangeBatch}
 * draws them.
 */
public final class Packing {
  /** Where the first exchange stands. */
  public static final int HEADER_OCTETS = 8;

  private final BatchQueue queue = new BatchQueue();
  private final Split split;
  private final ExchangeView exchange = new ExchangeView();

  /**
   * @param unpairedToo whether NXDOMAIN and answers without a query count as well
   * @param seed of a hash; any secret number
   */
  public Packing(boolean unpairedToo, long seed) {
    split = new Split(unpairedToo, true, seed, queue);
  }

  /**
   * Where exchanges are to come. They have to be taken before they are more than a few megabytes.
   */
  public Split split() {
    return split;
  }

  /** Some of what has gathered; null when that is nothing. */
  public byte @Nullable [] take() {
    if (queue.isIdle()) {
      split.flush();
    }
    ExchangeBatch batch = queue.isIdle() ? null : queue.stage(0).take();
    if (batch == null) {
      return null;
    }
    byte[] octets = new byte[HEADER_OCTETS + batch.length()];
    System.arraycopy(batch.bytes(), 0, octets, HEADER_OCTETS, batch.length());
    long earliest = Long.MAX_VALUE;
    exchange.wrap(batch);
    while (exchange.next()) {
      earliest = Math.min(earliest, exchange.responseNanos());
    }
    Bytes.put64(octets, 0, earliest);
    queue.stage(0).passOn(batch);
    return octets;
  }

  /** The earliest time in what was taken. */
  public static long earliestNanos(byte[] octets) {
    return Bytes.i64(octets, 0);
  }
}
