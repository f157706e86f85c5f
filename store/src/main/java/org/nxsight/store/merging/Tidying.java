package org.nxsight.store.merging;

import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.nxsight.store.manifest.StoreDirectory;

/**
 * Keeps a store in order beside its writer: merges files and drops what is not kept any longer, in
 * a thread of its own, each time it is told that the store has grown. What goes wrong is told; the
 * store stays as the last merge left it, and the next time all is tried again.
 */
public final class Tidying implements AutoCloseable {
  private final StoreDirectory directory;
  private final Retention retention;
  private final long memoryOctets;
  private final InstantSource clock;
  private final Consumer<String> notices;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition wanted = lock.newCondition();
  private @Nullable Compaction compaction;
  private @Nullable Thread thread;
  private boolean hasGrown;
  private boolean ended;

  /**
   * @param memoryOctets such as {@link Compaction#MEMORY_OCTETS}
   * @param clock tells the time of day, which ages count from
   * @param notices takes lines for a person
   */
  public Tidying(
      StoreDirectory directory,
      Retention retention,
      long memoryOctets,
      InstantSource clock,
      Consumer<String> notices) {
    this.directory = directory;
    this.retention = retention;
    this.memoryOctets = memoryOctets;
    this.clock = clock;
    this.notices = notices;
  }

  /** Does at once what there is to do, in this thread. */
  public void run() {
    try {
      long nowSeconds = clock.instant().getEpochSecond();
      if (Compaction.isWorthwhile(directory, nowSeconds)) {
        compaction().run(nowSeconds);
      }
      retention.run(directory, nowSeconds).forEach(dropped -> notices.accept(line(dropped)));
    } catch (IOException failed) {
      notices.accept(String.valueOf(failed.getMessage()));
    }
  }

  private Compaction compaction() throws IOException {
    if (compaction == null) {
      compaction = new Compaction(directory, memoryOctets);
    }
    return compaction;
  }

  private static String line(Retention.Dropped dropped) {
    return String.format(
        Locale.ROOT,
        "%s: dropped %,d files of %,d octets with %,d rows up to %s, %s",
        dropped.dataset().tableName(),
        dropped.files(),
        dropped.octets(),
        dropped.rows(),
        LocalDateTime.ofEpochSecond(dropped.untilSeconds(), 0, ZoneOffset.UTC),
        switch (dropped.reason()) {
          case AGE -> "older than is kept";
          case SIZE -> "more than is kept";
        });
  }

  /** Tells that files were added; returns at once. */
  public void onGrown() {
    lock.lock();
    try {
      if (thread == null) {
        thread = Thread.ofPlatform().name("tidying").start(this::work);
      }
      hasGrown = true;
      wanted.signal();
    } finally {
      lock.unlock();
    }
  }

  private void work() {
    while (await()) {
      run();
    }
  }

  private boolean await() {
    lock.lock();
    try {
      while (!hasGrown && !ended) {
        wanted.awaitUninterruptibly();
      }
      hasGrown = false;
      return !ended;
    } finally {
      lock.unlock();
    }
  }

  /** Waits until a merge that is under way is done. */
  @Override
  public void close() throws IOException {
    lock.lock();
    try {
      ended = true;
      wanted.signal();
    } finally {
      lock.unlock();
    }
    if (thread != null) {
      join(thread);
    }
    if (compaction != null) {
      compaction.close();
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
