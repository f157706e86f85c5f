package org.nxsight.channels.live;

import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.nxsight.capture.Clock;

/** The live channels of a run, and what their subscribers may take up together. */
public final class LiveHub {
  /** The most subscribers; each has a thread, a connection and a queue. */
  public static final int MOST_SUBSCRIBERS = 1_024;

  /** What waits in all queues: an eighth of the heap of 512 MiB, each record counted everywhere. */
  private static final long MAX_OCTETS = 64L << 20;

  /** What waits in one queue at most, when there are few: some 8,000 records of channel 220. */
  private static final long MAX_OCTETS_OF_ONE = 4L << 20;

  private static final Set<WatchKind> OF_ERRORS = EnumSet.allOf(WatchKind.class);
  private static final Set<WatchKind> OF_RRSETS =
      EnumSet.of(WatchKind.DNS, WatchKind.IP, WatchKind.QTYPE);
  private static final Set<WatchKind> OF_FINDINGS = EnumSet.of(WatchKind.DNS, WatchKind.IP);

  private final Map<String, LiveChannel> channels = new LinkedHashMap<>();
  private final List<String> causes;
  private final AtomicInteger subscribers = new AtomicInteger();

  /**
   * @param errors the name of the channel of errors
   * @param nxdomain of that of NXDOMAIN
   * @param rrsets of that of RRsets
   * @param findings of that of findings
   * @param causes the names of causes, in the order of their numbers; none when nobody looks
   * @param seed any secret number
   */
  public LiveHub(
      String errors,
      String nxdomain,
      String rrsets,
      String findings,
      List<String> causes,
      Clock clock,
      long seed) {
    this.causes = List.copyOf(causes);
    Set<WatchKind> ofErrors = EnumSet.copyOf(OF_ERRORS);
    if (causes.isEmpty()) {
      ofErrors.remove(WatchKind.CAUSE);
    }
    add(errors, ofErrors, clock, seed);
    add(nxdomain, ofErrors, clock, seed);
    add(rrsets, OF_RRSETS, clock, seed);
    add(findings, OF_FINDINGS, clock, seed);
  }

  private void add(String name, Set<WatchKind> watchable, Clock clock, long seed) {
    channels.put(name, new LiveChannel(name, watchable, this, clock, seed));
  }

  /** A channel; null when none has this name. */
  public @Nullable LiveChannel channel(String name) {
    return channels.get(name);
  }

  /** All channels. */
  public Collection<LiveChannel> channels() {
    return channels.values();
  }

  /** The names of causes, in the order of their numbers from 1 on. */
  public List<String> causes() {
    return causes;
  }

  /**
   * Lets somebody listen to a channel from now on, until the subscription is closed.
   *
   * @return null when too many listen already
   * @throws IllegalArgumentException with a line when a watch looks at what no record there has
   */
  public @Nullable Subscription subscribe(LiveChannel channel, Wishes wishes) {
    if (subscribers.incrementAndGet() > MOST_SUBSCRIBERS) {
      subscribers.decrementAndGet();
      return null;
    }
    try {
      return channel.subscribe(wishes);
    } catch (IllegalArgumentException e) {
      subscribers.decrementAndGet();
      throw e;
    }
  }

  void onLeft() {
    subscribers.decrementAndGet();
  }

  /** How many octets of records may wait for each subscriber now. */
  long shareOctets() {
    return Math.min(MAX_OCTETS_OF_ONE, MAX_OCTETS / Math.max(1, subscribers.get()));
  }
}
