package org.nxsight.cluster;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.connector.datagen.source.GeneratorFunction;
import org.nxsight.exchange.Packing;

/**
 * A source of the pieces of a capture that this process has in its memory. Each of its tasks reads
 * every so-manieth piece, so that all go through time together.
 */
final class Pieces {
  /** Pieces a second where a job is to be stopped in the middle: some seconds for a capture. */
  private static final int SLOWLY = 100;

  private static volatile List<byte[]> all = List.of();
  private static final AtomicInteger FAILURES = new AtomicInteger();

  private Pieces() {}

  /** A source as fast as it is read. */
  static DataGeneratorSource<byte[]> of(List<byte[]> pieces, int tasks) {
    all = List.copyOf(pieces);
    FAILURES.set(0);
    return new DataGeneratorSource<>(new Reading(tasks, -1), length(tasks), Tags.OCTETS);
  }

  /**
   * A source that takes its time.
   *
   * @param failAt the piece at which reading fails, once; -1 for none
   */
  static DataGeneratorSource<byte[]> slowly(List<byte[]> pieces, int tasks, int failAt) {
    all = List.copyOf(pieces);
    FAILURES.set(failAt < 0 ? 0 : 1);
    return new DataGeneratorSource<>(
        new Reading(tasks, failAt),
        length(tasks),
        RateLimiterStrategy.perSecond(SLOWLY),
        Tags.OCTETS);
  }

  /** Whether the failure that was wished for is still to come. */
  static boolean isFailureToCome() {
    return FAILURES.get() > 0;
  }

  private static long length(int tasks) {
    return (long) perTask(tasks) * tasks;
  }

  private static int perTask(int tasks) {
    return (all.size() + tasks - 1) / tasks;
  }

  private record Reading(int tasks, int failAt) implements GeneratorFunction<Long, byte[]> {
    private static final long serialVersionUID = 1;

    @Override
    public byte[] map(Long index) {
      int mine = perTask(tasks);
      int at = (int) (index % mine) * tasks + (int) (index / mine);
      if (at == failAt && FAILURES.getAndSet(0) > 0) {
        throw new IllegalStateException("a failure on purpose");
      }
      return at < all.size() ? all.get(at) : Arrays.copyOf(all.getLast(), Packing.HEADER_OCTETS);
    }
  }
}
