package org.nxsight.app.live;

import java.util.Map;
import org.nxsight.app.bus.Bus;
import org.nxsight.app.bus.BusCounts;
import org.nxsight.app.bus.BusCounts.Fate;

/** The metrics of what is published to Kafka, by channel. */
final class BusMetrics {
  private BusMetrics() {}

  static void addTo(Metrics metrics, LiveView view) {
    add(metrics, view, "handed_over", "Observations handed over for Kafka.", Fate.HANDED);
    add(metrics, view, "acknowledged", "Observations that Kafka has taken.", Fate.ACKNOWLEDGED);
    add(metrics, view, "lost", "Observations that found no room or were refused.", Fate.LOST);
    add(metrics, view, "spilled", "Observations that waited on disk.", Fate.SPILLED);
    metrics.counters(
        "nxsight_kafka_octets",
        "Octets that Kafka has taken, before it compresses them.",
        "channel",
        () -> {
          Bus bus = view.bus();
          return bus == null ? Map.of() : bus.counts().octets();
        });
    metrics.gauge(
        "nxsight_kafka_waiting",
        "Observations that Kafka has not taken yet.",
        () -> {
          Bus bus = view.bus();
          return bus == null ? 0 : bus.counts().waiting();
        });
    metrics.gauge(
        "nxsight_kafka_spill_octets",
        "Octets that wait on disk for Kafka.",
        () -> {
          Bus bus = view.bus();
          return bus == null ? 0 : bus.spilledOctets();
        });
  }

  private static void add(Metrics metrics, LiveView view, String name, String help, Fate fate) {
    metrics.counters("nxsight_kafka_" + name, help, "channel", () -> of(view, fate));
  }

  private static Map<String, Long> of(LiveView view, Fate fate) {
    Bus bus = view.bus();
    if (bus == null) {
      return Map.of();
    }
    BusCounts counts = bus.counts();
    return counts.of(fate);
  }
}
