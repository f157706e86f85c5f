package org.nxsight.exchange;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The bounded way of batches from the thread that fills them through the stages behind it, each in
 * a thread of its own. Eight batches go round: when all wait for a later stage, the first thread
 * waits too, which for files is all the back-pressure there need be.
 */
public final class BatchQueue {
  private static final int BATCHES = 8;

  /** Room for all batches, and for the end told by whoever is before and by whoever gives up. */
  private static final int ROOM = BATCHES + 3;

  /** What comes when there will be no more. */
  private final ExchangeBatch end = new ExchangeBatch();

  private final BlockingQueue<ExchangeBatch> empty = new ArrayBlockingQueue<>(ROOM);
  private final List<Stage> stages;
  private volatile boolean abandoned;

  /** A way through one stage. */
  public BatchQueue() {
    this(1);
  }

  /**
   * @param stages how many there are; 1 or more
   */
  public BatchQueue(int stages) {
    this.stages = IntStream.range(0, stages).mapToObj(Stage::new).toList();
    for (int i = 0; i < BATCHES; i++) {
      empty.add(new ExchangeBatch());
    }
  }

  /** One of the stages, in the order in which a batch passes them. */
  public Stage stage(int index) {
    return stages.get(index);
  }

  /**
   * An empty batch to fill; waits for one.
   *
   * @throws AbandonedException when a stage has stopped working
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
    stages.getFirst().full.add(batch);
  }

  /** Whether the first stage has nothing to do. */
  boolean isIdle() {
    return stages.getFirst().full.isEmpty();
  }

  /**
   * Waits until all stages have worked off all they were handed. What they did happens before this
   * returns, and they do no more until they are handed another batch.
   *
   * @throws AbandonedException when a stage has stopped working
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
    stages.getFirst().full.add(end);
  }

  private static ExchangeBatch takeFrom(BlockingQueue<ExchangeBatch> queue) {
    try {
      return queue.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AbandonedException();
    }
  }

  /** What a stage does. */
  public interface Work {
    /** Takes an exchange, which is good during the call only. */
    void onExchange(ExchangeView exchange) throws IOException;

    /** Hears how far time has come, in nanoseconds since 1970; only live runs tell. */
    void onTime(long reachedNanos) throws IOException;

    /** Hears that all of a batch has been worked off. */
    default void onBatch() throws IOException {}
  }

  /** The side of a stage: where its thread takes batches and passes them on. */
  public final class Stage {
    private final BlockingQueue<ExchangeBatch> full = new ArrayBlockingQueue<>(ROOM);
    private final int index;

    private Stage(int index) {
      this.index = index;
    }

    /**
     * The next filled batch; waits for one. Null when there will be no more, or when a stage has
     * stopped.
     */
    public @Nullable ExchangeBatch take() {
      ExchangeBatch batch = takeFrom(full);
      return batch == end || abandoned ? null : batch;
    }

    /** Works off all batches, until there will be no more or a stage has stopped. */
    public void workOff(Work work) throws IOException {
      ExchangeView exchange = new ExchangeView();
      for (ExchangeBatch batch = take(); batch != null; batch = take()) {
        exchange.wrap(batch);
        while (exchange.next()) {
          work.onExchange(exchange);
        }
        if (batch.reachedNanos() != ExchangeBatch.UNKNOWN) {
          work.onTime(batch.reachedNanos());
        }
        work.onBatch();
        passOn(batch);
      }
    }

    /** Passes a batch on that has been worked off: to the next stage, or back to be filled. */
    public void passOn(ExchangeBatch batch) {
      next().add(batch);
    }

    /** Says that this stage has worked off all batches. */
    public void end() {
      if (index + 1 < stages.size()) {
        next().add(end);
      }
    }

    /** Says that this stage has stopped, so that all others stop too. */
    public void abandon() {
      abandoned = true;
      empty.offer(end);
      stages.forEach(stage -> stage.full.offer(end));
    }

    /** Whether any stage has stopped before the end. */
    public boolean isAbandoned() {
      return abandoned;
    }

    private BlockingQueue<ExchangeBatch> next() {
      return index + 1 < stages.size() ? stages.get(index + 1).full : empty;
    }
  }

  /** A stage has stopped; its own failure says why. */
  public static final class AbandonedException extends RuntimeException {
    AbandonedException() {
      super("a later stage has stopped");
    }
  }
}
