package org.nxsight.app.bus;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The search for brokers while a live run goes on, in a thread of its own. */
final class Connecting {
  private static final long PAUSE_NANOS = 2_000_000_000L;
  private static final int ANSWER_MILLIS = 5_000;

  private final KafkaPlan plan;
  private @Nullable CompletableFuture<KafkaLink> attempt;
  private long nextNanos = System.nanoTime();
  private boolean complained;

  Connecting(KafkaPlan plan) {
    this.plan = plan;
  }

  /** A link, when one has been found; else null, and the search goes on. */
  @Nullable KafkaLink tried(Consumer<String> notices) {
    CompletableFuture<KafkaLink> running = attempt;
    if (running == null) {
      if (System.nanoTime() - nextNanos >= 0) {
        attempt = begin();
      }
      return null;
    }
    if (!running.isDone()) {
      return null;
    }
    attempt = null;
    nextNanos = System.nanoTime() + PAUSE_NANOS;
    try {
      return running.join();
    } catch (CompletionException e) {
      if (!complained && e.getCause() instanceof KafkaFault fault && !fault.isAway()) {
        complained = true;
        notices.accept(fault.getMessage() + "; it is tried again");
      }
      return null;
    }
  }

  private CompletableFuture<KafkaLink> begin() {
    CompletableFuture<KafkaLink> found = new CompletableFuture<>();
    Thread.ofPlatform()
        .daemon()
        .name("kafka-connecting")
        .start(() -> {
          try {
            found.complete(KafkaLink.open(plan, ANSWER_MILLIS));
          } catch (KafkaFault | RuntimeException e) { // whoever asks for the link hears it
            found.completeExceptionally(e);
          }
        });
    return found;
  }
}
