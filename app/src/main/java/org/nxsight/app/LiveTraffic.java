package org.nxsight.app;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.nxsight.capture.Clock;
import org.nxsight.capture.PacketCounts;
import org.nxsight.capture.Source;

/**
 * The sources of a live run, polled in turn by one thread until the run is to end. When nothing
 * comes, time goes on all the same: {@link LiveTime}.
 */
final class LiveTraffic {
  /** How often time is told to the stages; also how long a record waits for its batch to go on. */
  private static final long TICK_NANOS = 250_000_000L;

  private static final long DROPS_INTERVAL_NANOS = 10_000_000_000L;

  /** What came before the wish to end is waited for: the kernel gives it out within 50 ms. */
  private static final long LAST_NANOS = 200_000_000L;

  /** The rings' contents take less; a source that goes on for ever is cut off. */
  private static final long MOST_LAST_NANOS = 10_000_000_000L;

  private final List<Source> sources;
  private final Clock clock;
  private final List<String> complaints = new ArrayList<>();
  private final Map<String, Long> counters = new LinkedHashMap<>();
  private final LiveTime time = new LiveTime();
  private long droppedByEnded;
  private long droppedReported;
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
    nextTickNanos = clock.monotonicNanos();
    nextDropsNanos = nextTickNanos + DROPS_INTERVAL_NANOS;
    while (!sources.isEmpty() && !stop.isRequested()) {
      pollAll(pipeline, progress);
    }
    drain(pipeline, progress);
  }

  private void pollAll(Pipeline pipeline, LiveProgress progress) {
    sources.removeIf(source -> !poll(source, pipeline));
    long nowNanos = clock.monotonicNanos();
    if (nowNanos - nextTickNanos >= 0) {
      nextTickNanos = nowNanos + TICK_NANOS;
      tick(nowNanos, pipeline);
      progress.update(nowNanos, pipeline.packets(), dropped(), pipeline.openQueries());
    }
  }

  /** Hands on what came before the wish to end, and nothing that comes later. */
  private void drain(Pipeline pipeline, LiveProgress progress) {
    sources.removeIf(source -> !end(source));
    long beginNanos = clock.monotonicNanos();
    long before = -1;
    while (!sources.isEmpty() && isMore(clock.monotonicNanos() - beginNanos, before, pipeline)) {
      before = pipeline.packets();
      pollAll(pipeline, progress);
    }
  }

  private static boolean isMore(long passedNanos, long before, Pipeline pipeline) {
    return passedNanos < LAST_NANOS
        || (pipeline.packets() != before && passedNanos < MOST_LAST_NANOS);
  }

  /** False when the source has failed. */
  private boolean end(Source source) {
    try {
      source.end();
      return true;
    } catch (IOException e) {
      complaints.add(Faults.describe(e, "live source"));
      close(source);
      return false;
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
    if (time.tick(nowNanos, pipeline.mostRecentNanos()) != PacketCounts.NEVER) {
      pipeline.advance(time.reachedNanos());
    }
    if (nowNanos - nextDropsNanos >= 0) {
      nextDropsNanos = nowNanos + DROPS_INTERVAL_NANOS;
      reportDrops();
    }
  }

  private void reportDrops() {
    long dropped = dropped();
    if (dropped > droppedReported) {
      Notices.say(
          String.format(
              Locale.ROOT,
              "the kernel dropped %,d packets in the last 10 s, %,d in all;"
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
