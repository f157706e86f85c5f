package org.nxsight.store.pdns;

import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Ends what takes too long, on a thread of its own. */
final class Deadlines implements AutoCloseable {
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("deadlines").factory());

  /** Does this in so many nanoseconds, unless the result is cancelled before. */
  Future<?> in(long nanos, Runnable end) {
    return clock.schedule(end, Math.max(0, nanos), TimeUnit.NANOSECONDS);
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
