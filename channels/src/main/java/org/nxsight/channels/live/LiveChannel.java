package org.nxsight.channels.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.nxsight.capture.Clock;
import org.nxsight.channels.Destination;
import org.nxsight.wire.nmsg.NmsgPayload;
import org.nxsight.wire.protobuf.ByteRange;

/**
 * A channel for those who listen to it now. One thread at a time publishes; it never waits for a
 * subscriber, of whom each has a queue of its own and hears what it lost.
 */
public final class LiveChannel implements Destination {
  private final String name;
  private final Set<WatchKind> watchable;
  private final LiveHub hub;
  private final Clock clock;
  private final long seed;
  private final WatchedFields fields = new WatchedFields();
  private final LongAdder delivered = new LongAdder();
  private final LongAdder lost = new LongAdder();
  private final LongAdder published = new LongAdder();
  private volatile Audience audience;
  private volatile boolean over;
  private long subscribed;

  LiveChannel(String name, Set<WatchKind> watchable, LiveHub hub, Clock clock, long seed) {
    this.name = name;
    this.watchable = watchable;
    this.hub = hub;
    this.clock = clock;
    this.seed = seed;
    audience = new Audience(List.of(), seed);
  }

  /** The channel's name, as in {@code ch221}. */
  public String name() {
    return name;
  }

  // ---- the publisher's thread ----

  /** Whether anybody listens. */
  public boolean isHeard() {
    return !audience.isEmpty();
  }

  /** Whether anybody watches the owners of SOAs. */
  boolean wantsSoa() {
    return audience.wantsSoa();
  }

  @Override
  public void put(long epochNanos, NmsgPayload payload) {
    put(epochNanos, payload, 0, null);
  }

  /**
   * Takes one record with what it does not tell itself.
   *
   * @param cause its number, from 1 on; 0 when nobody knows
   * @param soa the owner of the response's SOA; null when the record tells it, or nobody does
   */
  void put(long epochNanos, NmsgPayload payload, int cause, @Nullable ByteRange soa) {
    published.increment();
    Audience now = audience;
    if (now.isEmpty()) {
      return;
    }
    fields.read(payload);
    fields.cause = cause;
    if (soa != null) {
      fields.soa.set(soa.bytes(), soa.offset(), soa.length());
    }
    if (now.match(fields) > 0) {
      byte[] octets = new byte[payload.encodedOctets()];
      payload.encode(octets, 0);
      deliver(now, new LiveRecord(payload.vendor(), payload.messageType(), epochNanos, octets));
    }
  }

  /**
   * Takes a record that is a line of JSON.
   *
   * @param line in UTF-8, without its end; kept
   * @param watched what watches see of it
   */
  public void putLine(long epochNanos, byte[] line, WatchedFields watched) {
    published.increment();
    Audience now = audience;
    if (!now.isEmpty() && now.match(watched) > 0) {
      deliver(now, new LiveRecord(LiveRecord.NO_VENDOR, 0, epochNanos, line));
    }
  }

  private void deliver(Audience now, LiveRecord record) {
    long mostOctets = hub.shareOctets();
    for (int i = 0; i < now.matchedCount(); i++) {
      Subscription subscription = now.matched(i);
      if (subscription.isPassedOver()) {
        continue;
      }
      if (subscription.isLimited() && subscription.isOverRate(clock.monotonicNanos())) {
        subscription.lose(record.epochNanos(), true);
        lost.increment();
      } else {
        (subscription.offer(record, mostOctets) ? delivered : lost).increment();
      }
    }
  }

  /** Wakes those for whom something has come. */
  public void flush() {
    for (Subscription each : audience.subscriptions()) {
      each.flush();
    }
  }

  @Override
  public void onTime(long reachedNanos) {
    flush();
  }

  @Override
  public void cut() {
    flush();
  }

  @Override
  public void close() {
    List<Subscription> last;
    synchronized (this) {
      over = true;
      last = audience.subscriptions();
    }
    last.forEach(Subscription::end);
  }

  @Override
  public void abort() {
    close();
  }

  // ---- any thread ----

  /**
   * Lets somebody listen from now on.
   *
   * @throws IllegalArgumentException with a line when a watch looks at what no record here has
   */
  Subscription subscribe(Wishes wishes) {
    for (Watch watch : wishes.watches()) {
      if (!watchable.contains(watch.kind())) {
        throw new IllegalArgumentException(
            "watch: records of " + name + " have no " + watch.kind().word());
      }
    }
    synchronized (this) {
      Subscription subscription =
          new Subscription(this, wishes, seed + ++subscribed * 0x9e37_79b9_7f4a_7c15L);
      List<Subscription> all = new ArrayList<>(audience.subscriptions());
      all.add(subscription);
      audience = new Audience(all, seed);
      if (over) {
        subscription.end();
      }
      return subscription;
    }
  }

  void leave(Subscription subscription) {
    synchronized (this) {
      List<Subscription> all = new ArrayList<>(audience.subscriptions());
      if (!all.remove(subscription)) {
        return;
      }
      audience = new Audience(all, seed);
    }
    hub.onLeft();
  }

  /** Whether nothing will come any more. */
  public boolean isOver() {
    return over;
  }

  /** How many listen. */
  public int subscribers() {
    return audience.subscriptions().size();
  }

  /** The records that came, whether anybody listened or not. */
  public long published() {
    return published.sum();
  }

  /** How often a record went to a subscriber. */
  public long delivered() {
    return delivered.sum();
  }

  /** How often one could not. */
  public long lost() {
    return lost.sum();
  }
}
