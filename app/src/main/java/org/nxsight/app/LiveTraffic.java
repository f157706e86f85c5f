package org.nxsight.app;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.nxsight.capture.Clock;
import org.nxsight.capture.Source;
import org.nxsight.exchange.Pairing;

/**
 * The sources of a live run, polled in turn by one thread until the run is to end. When nothing
 * comes, time goes on all the same: as much as has passed on the monotonic clock since the latest
 * message.
 */
final class LiveTraffic {
  /** How often time is told to the stages; also how long a record waits for its batch to go on. */
  private static final long TICK_NANOS = 250_000_000L;

  private static final long DROPS_INTERVAL_NANOS = 10_000_000_000L;

  /** What came before the wish to end is handed on: the kernel gives it out within 50 ms. */
  private static final long LAST_NANOS = 200_000_000L;

  private final List<Source> sources;
  private final Clock clock;
  private final List<String> complaints = new ArrayList<>();
  private final Map<String, Long> counters = new LinkedHashMap<>();
  private long droppedByEnded;
  private long droppedReported;
  private long latestNanos = Pairing.NEVER;
  private long latestSeenNanos;
  private long nextTickNanos;
  private long nextDropsNanos;

  LiveTraffic(List<Source> sources, Clock clock) {
    this.sources = new ArrayList<>(sources);
    this.clock = clock;
  }

  /** Whether there is any live source. */
  boolean isEmpty() {
    return sources.isEmpty();
  }

  /** Feeds the pipeline until the run is to end, or all sources have ended. */
  void feed(Pipeline pipeline, StopSignal stop, LiveProgress progress) {
    long endNanos = 0;
    nextTickNanos = clock.monotonicNanos();
    nextDropsNanos = nextTickNanos + DROPS_INTERVAL_NANOS;
    boolean ending = false;
    while (!sources.isEmpty() && !(ending && clock.monotonicNanos() - endNanos >= 0)) {
      sources.removeIf(source -> !poll(source, pipeline));
      long nowNanos = clock.monotonicNanos();
      if (nowNanos - nextTickNanos >= 0) {
        nextTickNanos = nowNanos + TICK_NANOS;
        tick(nowNanos, pipeline);
        progress.update(nowNanos, pipeline.packets(), dropped(), pipeline.openQueries());
      }
      if (!ending && stop.isRequested()) {
        ending = true;
        endNanos = nowNanos + LAST_NANOS;
      }
    }
  }

  /** False when the source has ended. */
  private boolean poll(Source source, Pipeline pipeline) {
    try {
      if (pipeline.poll(source)) {
        return true;
      }
    } catch (IOException e) {
      complaints.add(Faults.describe(e, "live source"));
    }
    close(source);
    return false;
  }

  private void tick(long nowNanos, Pipeline pipeline) {
    if (pipeline.latestNanos() != latestNanos) {
      latestNanos = pipeline.latestNanos();
      latestSeenNanos = nowNanos;
    }
    if (latestNanos != Pairing.NEVER) {
      pipeline.advance(latestNanos + (nowNanos - latestSeenNanos));
    }
    if (nowNanos - nextDropsNanos >= 0) {
      nextDropsNanos = nowNanos + DROPS_INTERVAL_NANOS;
      reportDrops();
    }
  }

  private void reportDrops() {
    long dropped = dropped();
    if (dropped > droppedReported) {
      System.err.println(
          String.format(
              Locale.ROOT,
              "nxsight: the kernel dropped %,d packets in the last 10 s, %,d in all;"
                  + " --ring-mib gives it more room",
              dropped - droppedReported,
              dropped));
      droppedReported = dropped;
    }
  }

  /** The packets that were lost before they could be taken. */
  long dropped() {
    long dropped = droppedByEnded;
    for (Source source : sources) {
      dropped += source.dropped();
    }
    return dropped;
  }

  /** What the sources that have ended had to tell besides packets, by name. */
  Map<String, Long> counters() {
    return counters;
  }

  /** What went wrong with sources, a line each. */
  List<String> complaints() {
    return complaints;
  }

  /** Closes what is still open. */
  void close() {
    sources.forEach(this::close);
    sources.clear();
  }

  private void close(Source source) {
    try {
      source.close();
    } catch (IOException e) {
      complaints.add(Faults.describe(e, "live source"));
    }
    droppedByEnded += source.dropped();
    source.counters().forEach((name, count) -> counters.merge(name, count, Long::sum));
  }
}
