package org.nxsight.app.bus;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/**
 * What became of the observations that were handed to the bus, by channel; any thread may read
 * them. {@code handed + carried = acknowledged + lost + waiting}.
 */
public final class BusCounts {
  /** What can become of observations; the key is told to people and programs. */
  public enum Fate {
    /** Handed over by this run. */
    HANDED("handed_over"),
    /** Left on disk by an earlier run. */
    CARRIED("carried_over"),
    /** Taken by Kafka. */
    ACKNOWLEDGED("acknowledged"),
    /** Found no room, or was refused. */
    LOST("lost"),
    /** Waited on disk for a while; one of the others as well. */
    SPILLED("spilled"),
    /** Sent once more by a new producer after the old one had failed. */
    RESENT("resent");

    private final String key;

    Fate(String key) {
      this.key = key;
    }

    public String key() {
      return key;
    }
  }

  private static final String OTHER = "other";

  private final Map<String, Tally> tallies = new LinkedHashMap<>();
  private final Tally others = new Tally();

  /** Of one channel. */
  private static final class Tally {
    private final LongAdder[] observations = new LongAdder[Fate.values().length];
    private final LongAdder octets = new LongAdder();

    Tally() {
      for (int i = 0; i < observations.length; i++) {
        observations[i] = new LongAdder();
      }
    }
  }

  /**
   * @param channels that are published; what an earlier run left of others is counted together
   */
  BusCounts(List<String> channels) {
    channels.forEach(channel -> tallies.put(channel, new Tally()));
    tallies.put(OTHER, others);
  }

  private Tally tally(String channel) {
    Tally tally = tallies.get(channel);
    return tally == null ? others : tally;
  }

  void add(String channel, Fate fate, long observations) {
    tally(channel).observations[fate.ordinal()].add(observations);
  }

  /** Counts octets of a record that was acknowledged, before Kafka compresses it. */
  void addOctets(String channel, long octets) {
    tally(channel).octets.add(octets);
  }

  /** How many observations of each channel had a fate; channels without any are left out. */
  public Map<String, Long> of(Fate fate) {
    Map<String, Long> counts = new LinkedHashMap<>();
    tallies.forEach((channel, tally) -> put(counts, channel, tally.observations[fate.ordinal()]));
    return counts;
  }

  /** The octets of each channel's records that were acknowledged, before Kafka compresses them. */
  public Map<String, Long> octets() {
    Map<String, Long> counts = new LinkedHashMap<>();
    tallies.forEach((channel, tally) -> put(counts, channel, tally.octets));
    return counts;
  }

  private static void put(Map<String, Long> counts, String channel, LongAdder count) {
    if (count.sum() > 0) {
      counts.put(channel, count.sum());
    }
  }

  /** How many observations of all channels had a fate. */
  public long sum(Fate fate) {
    return tallies.values().stream()
        .mapToLong(each -> each.observations[fate.ordinal()].sum())
        .sum();
  }

  /** The observations that are neither acknowledged nor lost. */
  public long waiting() {
    return sum(Fate.HANDED) + sum(Fate.CARRIED) - sum(Fate.ACKNOWLEDGED) - sum(Fate.LOST);
  }
}
