package org.nxsight.app;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.Semaphore;
import java.util.function.BiConsumer;
import org.nxsight.analysis.causes.Knowledge;
import org.nxsight.analysis.findings.Watchlists;

/**
 * The user's lists, read again when SIGHUP comes, for a run that goes on. When one of them cannot
 * be read a line says so, and the run goes on with those it has.
 *
 * <p>The JDK's only way to hear of a signal without ending is {@code sun.misc.Signal} (module
 * jdk.unsupported, which every JDK has), called by reflection because the compiler warns of its
 * name.
 */
final class Reload {
  /**
   * What reads lists.
   *
   * @param <T> what they become
   */
  interface Reading<T> {
    /** What the files say now. */
    T read() throws Complaint;
  }

  private final Reading<Knowledge> knowledge;
  private final Reading<Watchlists> watchlists;

  /** Signals that have not been dealt with; more than one at once are one. */
  private final Semaphore signals = new Semaphore(0);

  /**
   * Takes SIGHUP from now on; what comes before {@link #begin} waits for it.
   *
   * @param knowledge reads what tells causes
   * @param watchlists reads what is watched
   */
  Reload(Reading<Knowledge> knowledge, Reading<Watchlists> watchlists) {
    this.knowledge = knowledge;
    this.watchlists = watchlists;
    try {
      takeSignals();
    } catch (ReflectiveOperationException e) {
      Throwable cause = e instanceof InvocationTargetException thrown ? thrown.getCause() : e;
      Notices.say("SIGHUP will not read the lists again here: " + cause);
    }
  }

  private void takeSignals() throws ReflectiveOperationException {
    Class<?> signal = Class.forName("sun.misc.Signal");
    Class<?> handler = Class.forName("sun.misc.SignalHandler");
    Object listener =
        Proxy.newProxyInstance(
            Reload.class.getClassLoader(),
            new Class<?>[] {handler},
            (proxy, method, arguments) -> {
              signals.release();
              return null;
            });
    signal
        .getMethod("handle", signal, handler)
        .invoke(null, signal.getConstructor(String.class).newInstance("HUP"), listener);
  }

  /** From now on reads the lists with each signal, in a thread of its own, and hands them on. */
  void begin(BiConsumer<Knowledge, Watchlists> handler) {
    Thread.ofPlatform().daemon().name("reloading").start(() -> reloadForEver(handler));
  }

  private void reloadForEver(BiConsumer<Knowledge, Watchlists> handler) {
    try {
      while (true) {
        signals.acquire();
        signals.drainPermits();
        reload(handler);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void reload(BiConsumer<Knowledge, Watchlists> handler) {
    try {
      handler.accept(knowledge.read(), watchlists.read());
      Notices.say("has read its lists again");
    } catch (Complaint e) {
      Notices.say(e.getMessage() + "; the run goes on with the lists it has");
    }
  }
}
