package org.nxsight.app.live;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.nxsight.analysis.causes.Cause;
import org.nxsight.app.bus.Bus;
import org.nxsight.capture.Clock;
import org.nxsight.channels.live.LiveChannel;
import org.nxsight.channels.live.LiveHub;
import org.nxsight.exchange.BatchQueue;

/**
 * What a run shows while it runs. Each stage tells what it has counted from its own thread; others
 * see what was told last.
 */
public final class LiveView {
  private static final String ERRORS = "ch220";
  private static final String NXDOMAIN = "ch221";
  private static final String ANSWERS = "ch204";
  private static final String FINDINGS = "findings";

  /** How often the main thread tells what it has counted. */
  private static final long LOOK_NANOS = 250_000_000;

  private final Clock clock;
  private final LiveHub hub;
  private final FindingBoard findings;
  private final TopCuts cuts;
  private long nextLookNanos;
  private volatile TrafficReading traffic = TrafficReading.NOTHING;
  private volatile @Nullable Supplier<long[]> notes;
  private volatile @Nullable Bus bus;
  private volatile boolean over;

  /**
   * @param causesKnown whether the run looks for causes
   * @param seed any secret number
   */
  public LiveView(boolean causesKnown, Clock clock, long seed) {
    this.clock = clock;
    List<String> causes =
        causesKnown ? Arrays.stream(Cause.values()).map(Cause::name).toList() : List.of();
    hub = new LiveHub(ERRORS, NXDOMAIN, ANSWERS, FINDINGS, causes, clock, seed);
    findings = new FindingBoard(channel(FINDINGS));
    cuts = new TopCuts(clock, seed);
    nextLookNanos = clock.monotonicNanos();
  }

  private LiveChannel channel(String name) {
    return Objects.requireNonNull(hub.channel(name));
  }

  /** The live channels. */
  public LiveHub hub() {
    return hub;
  }

  /** Of every error. */
  public LiveChannel errors() {
    return channel(ERRORS);
  }

  /** Of every name that does not exist. */
  public LiveChannel nxdomain() {
    return channel(NXDOMAIN);
  }

  /** Of every RRset. */
  public LiveChannel answers() {
    return channel(ANSWERS);
  }

  /** What was found. */
  public FindingBoard findings() {
    return findings;
  }

  /** What looks at every exchange to tell the top cuts. */
  public BatchQueue.Work cuts() {
    return cuts;
  }

  /** Whether it is time to tell what the main thread has counted. */
  public boolean isLookDue() {
    long nowNanos = clock.monotonicNanos();
    boolean due = nowNanos - nextLookNanos >= 0;
    if (due) {
      nextLookNanos = nowNanos + LOOK_NANOS;
    }
    return due;
  }

  /** Hears what the main thread has counted. */
  public void onTraffic(TrafficReading reading) {
    traffic = reading;
  }

  /**
   * Hears who knows how many exchanges had each cause.
   *
   * @param notes by the causes' numbers, from 1 on
   */
  public void setNotes(Supplier<long[]> notes) {
    this.notes = notes;
  }

  /** Hears what publishes to Kafka. */
  public void setBus(Bus bus) {
    this.bus = bus;
  }

  /** What publishes to Kafka; null when nothing does. */
  @Nullable Bus bus() {
    return bus;
  }

  /** Hears that nothing more will come; the stages' threads have ended. */
  public void close() {
    cuts.close();
    over = true;
    answers().close();
    findings.close();
  }

  /** Whether nothing more will come. */
  boolean isOver() {
    return over;
  }

  /** What the main thread had counted when it told last. */
  TrafficReading traffic() {
    return traffic;
  }

  /** The failures with each cause that occurred. */
  Map<String, Long> causes() {
    Map<String, Long> causes = new LinkedHashMap<>();
    Supplier<long[]> told = notes;
    if (told != null) {
      long[] counts = told.get();
      for (Cause cause : Cause.values()) {
        if (counts[1 + cause.ordinal()] > 0) {
          causes.put(cause.name(), counts[1 + cause.ordinal()]);
        }
      }
    }
    return causes;
  }

  List<TopCuts.Rate> topCuts() {
    return cuts.top();
  }
}
