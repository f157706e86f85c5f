package org.nxsight.app;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The stages of a pipeline that have a thread of their own. */
final class StageThreads {
  private final List<Thread> threads = new ArrayList<>();

  void add(String name, Runnable stage) {
    threads.add(new Thread(stage, name));
  }

  void start() {
    threads.forEach(Thread::start);
  }

  /** Waits until all have ended. */
  void join() {
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Throws what made a stage fail; nothing when it did not. */
  static void tell(String stage, @Nullable Throwable failure) throws IOException {
    if (failure instanceof IOException io) {
      throw io;
    }
    if (failure != null) {
      throw new IllegalStateException(stage + " has failed", failure);
    }
  }
}
