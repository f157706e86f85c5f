package org.nxsight.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * The bounded way of batches from one stage's thread to the next one's. Eight batches go round:
 * when all wait for the second stage, the first one waits too, which for files is all the
 * back-pressure there need be.
 */
public final class BatchQueue {
  private static final int BATCHES = 8;

  /** What the first stage sends when there will be no more. */
  private final ExchangeBatch end = new ExchangeBatch();

  private final BlockingQueue<ExchangeBatch> empty = new ArrayBlockingQueue<>(BATCHES + 1);
  private final BlockingQueue<ExchangeBatch> full = new ArrayBlockingQueue<>(BATCHES + 1);
  private volatile boolean abandoned;

  public BatchQueue() {
    for (int i = 0; i < BATCHES; i++) {
      empty.add(new ExchangeBatch());
    }
  }

  /**
   * An empty batch to fill; waits for one.
   *
   * @throws AbandonedException when the second stage has stopped working
   */
  ExchangeBatch takeEmpty() {
    ExchangeBatch batch = takeFrom(empty);
    if (abandoned) {
      throw new AbandonedException();
    }
    batch.clear();
    return batch;
  }

  /** Hands a filled batch over. */
  void putFull(ExchangeBatch batch) {
    full.add(batch);
  }

  /** Whether the second stage has nothing to do. */
  boolean isIdle() {
    return full.isEmpty();
  }

  /**
   * Waits until the second stage has worked off all it was handed. What it did happens before this
   * returns, and it does no more until it is handed another batch.
   *
   * @throws AbandonedException when the second stage has stopped working
   */
  public void awaitIdle() {
    List<ExchangeBatch> all = new ArrayList<>();
    for (int i = 1; i < BATCHES; i++) { // one batch is being filled
      all.add(takeEmpty());
    }
    empty.addAll(all);
  }

  /** Says that there will be no more batches. */
  public void end() {
    full.add(end);
  }

  /** The next filled batch; waits for one. Null when there will be no more. */
  public @Nullable ExchangeBatch takeFull() {
    ExchangeBatch batch = takeFrom(full);
    return batch == end ? null : batch;
  }

  /** Gives a batch back that has been worked off. */
  public void giveBack(ExchangeBatch batch) {
    empty.add(batch);
  }

  /** Says that the second stage will take no more batches. */
  public void abandon() {
    abandoned = true;
    empty.offer(end);
  }

  private static ExchangeBatch takeFrom(BlockingQueue<ExchangeBatch> queue) {
    try {
      return queue.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AbandonedException();
    }
  }

  /** The next stage has stopped; its own failure says why. */
  public static final class AbandonedException extends RuntimeException {
    AbandonedException() {
      super("the next stage has stopped");
    }
  }
}
