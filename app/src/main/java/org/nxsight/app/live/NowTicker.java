package org.nxsight.app.live;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.nxsight.capture.Clock;

/** Makes the state of a run once a second, for as many as look. */
public final class NowTicker implements AutoCloseable {
  private static final long PERIOD_NANOS = 1_000_000_000;

  private final LiveView view;
  private final Clock clock;
  private final InstantSource time;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Thread thread;
  private NowState.Moment before;
  private String state;
  private long number;
  private boolean ended;

  /** A state, and its number among all. */
  record Numbered(long number, String json) {}

  /** Starts a thread for it. */
  public NowTicker(LiveView view, Clock clock, InstantSource time) {
    this.view = view;
    this.clock = clock;
    this.time = time;
    before = NowState.Moment.of(view, clock.monotonicNanos());
    state = NowState.json(now(), before, before, view);
    thread = Thread.ofPlatform().daemon().name("now").start(this::work);
  }

  private String now() {
    return time.instant().truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private void work() {
    lock.lock();
    try {
      while (!ended) {
        if (changed.awaitNanos(PERIOD_NANOS) <= 0) {
          tick();
        }
      }
    } catch (InterruptedException e) {
      ended = true; // nobody interrupts it but at the end of the program
    } finally {
      lock.unlock();
    }
  }

  private void tick() {
    NowState.Moment moment = NowState.Moment.of(view, clock.monotonicNanos());
    state = NowState.json(now(), before, moment, view);
    before = moment;
    number++;
    changed.signalAll();
  }

  /** The state as it was told last. */
  Numbered current() {
    lock.lock();
    try {
      return new Numbered(number, state);
    } finally {
      lock.unlock();
    }
  }

  /** The state after the one with this number; null when it does not come in so long, or never. */
  @Nullable Numbered after(long known, long millis) throws InterruptedException {
    lock.lock();
    try {
      long left = TimeUnit.MILLISECONDS.toNanos(millis);
      while (number == known && !ended && left > 0) {
        left = changed.awaitNanos(left);
      }
      return number == known ? null : new Numbered(number, state);
    } finally {
      lock.unlock();
    }
  }

  boolean isEnded() {
    lock.lock();
    try {
      return ended;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      ended = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
