package org.nxsight.app;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The wish that a run ends early but in good order: SIGTERM, SIGINT, or SIGHUP where {@link Reload}
 * does not take it.
 *
 * <p>A JVM that is ended by a signal has the exit status 128 and more, unless it is halted with
 * another one; so the shutdown hook waits until the run has finished and halts with the run's own.
 */
final class StopSignal {
  private final Thread hook = new Thread(this::onShutdown, "stopping");
  private final CountDownLatch finished = new CountDownLatch(1);
  private volatile boolean requested;
  private volatile int exitStatus = Complaint.FAILED;
  private @Nullable Thread reader;

  /** From now on a signal does not end the program, but sets {@link #isRequested}. */
  void listen() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** From now on a signal ends the program, unless one has come already. */
  void ignore() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // One has come: the hook waits for exit().
    }
  }

  /** Whether the run is to end. */
  boolean isRequested() {
    return requested;
  }

  /** Ends the program with this status, whether a signal has come or not. */
  void exit(int status) {
    exitStatus = status;
    finished.countDown();
    System.exit(status);
  }

  /**
   * Says that this thread goes into a call that may last for ever, and wants to be interrupted.
   *
   * @return false when the run is to end already
   */
  synchronized boolean beginReading() {
    reader = requested ? null : Thread.currentThread();
    return !requested;
  }

  /** Says that the call is over, and takes an interrupt back. */
  synchronized void endReading() {
    reader = null;
    Thread.interrupted();
  }

  /** Waits, unless the run is to end, and no longer than until it is. */
  void await(long nanos) {
    if (!beginReading()) {
      return;
    }
    try {
      TimeUnit.NANOSECONDS.sleep(nanos);
    } catch (InterruptedException e) {
      // The run is to end.
    } finally {
      endReading();
    }
  }

  /** Waits until the run is to end. */
  void await() {
    while (!isRequested()) {
      await(Long.MAX_VALUE);
    }
  }

  /** Wishes that the run ends. */
  synchronized void request() {
    requested = true;
    if (reader != null) {
      reader.interrupt();
    }
  }

  private void onShutdown() {
    request();
    try {
      finished.await();
    } catch (InterruptedException e) {
      // Nobody interrupts a shutdown.
    }
    System.out.flush();
    Runtime.getRuntime().halt(exitStatus);
  }
}
