package org.nxsight.app.bus;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.nxsight.app.bus.BusCounts.Fate;

/**
 * What the bus's thread does: it takes records from the queue, sends them in their order, and hears
 * what became of them. In front go those whose producer failed, then those on disk, then new ones.
 */
final class Sending {
  /** Says that there will be no more records. */
  static final OutgoingRecord END =
      new OutgoingRecord("", new byte[0], OutgoingRecord.NO_BUCKET, 0, 0, new byte[0]);

  private static final long TICK_MILLIS = 20;

  /** How long without an acknowledgement a live run tells of. */
  private static final long SILENCE_NANOS = 10_000_000_000L;

  /** How long a live run that ends waits for a broker that acknowledges nothing. */
  private static final long LAST_NANOS = 5_000_000_000L;

  /** What has been sent may still be acknowledged so long when a producer is given up. */
  private static final Duration CLOSING = Duration.ofSeconds(2);

  private final KafkaPlan plan;
  private final BusCounts counts;
  private final Spill spill;
  private final Connecting connecting;
  private final boolean live;
  private final Consumer<String> notices;
  private final Semaphore told = new Semaphore(0);
  private final Deque<Pending> underWay = new ArrayDeque<>();
  private final Deque<Pending> again = new ArrayDeque<>();
  private @Nullable KafkaLink link;
  private long underWayOctets;
  private long progressNanos = System.nanoTime();
  private boolean silent;
  private boolean refusalTold;
  private volatile long spilledOctets;
  private volatile @Nullable Throwable failure;

  /**
   * @param link null when no broker has answered yet
   */
  Sending(
      KafkaPlan plan,
      BusCounts counts,
      Spill spill,
      @Nullable KafkaLink link,
      boolean live,
      Consumer<String> notices) {
    this.plan = plan;
    this.counts = counts;
    this.spill = spill;
    this.link = link;
    this.live = live;
    this.notices = notices;
    connecting = new Connecting(plan);
    silent = link == null;
    spilledOctets = spill.octets();
  }

  /** Works until there will be no more records, or it fails. */
  void run(BlockingQueue<OutgoingRecord> queue) {
    try {
      OutgoingRecord record = null;
      while (record != END) {
        step();
        record = mayTake() ? queue.poll(TICK_MILLIS, TimeUnit.MILLISECONDS) : pause();
        if (record != null && record != END) {
          take(record);
        }
      }
      drain();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException | Error e) { // whoever hands over or waits tells it
      failure = e;
    } finally {
      end();
    }
  }

  /** Hears what was told, sends what may be sent, and looks whether that still goes on. */
  private void step() throws IOException {
    settle();
    if (link == null) {
      link = connecting.tried(notices);
      progressNanos = link == null ? progressNanos : System.nanoTime();
    }
    sendWaiting();
    watch();
  }

  private boolean mayTake() {
    return live || (again.isEmpty() && spill.isEmpty() && hasRoom());
  }

  private @Nullable OutgoingRecord pause() throws InterruptedException {
    if (told.tryAcquire(TICK_MILLIS, TimeUnit.MILLISECONDS)) {
      told.drainPermits();
    }
    return null;
  }

  private boolean hasRoom() {
    return link != null && underWayOctets < Bus.UNDER_WAY_OCTETS;
  }

  private void take(OutgoingRecord record) {
    if (again.isEmpty() && spill.isEmpty() && hasRoom()) {
      send(new Pending(record, null));
      return;
    }
    String channel = plan.channel(record.topic());
    boolean added = false;
    try {
      added = spill.add(record);
      spilledOctets = spill.octets();
    } catch (IOException e) {
      tellOnce("kafka: nothing can wait on disk (" + e.getMessage() + "); it is lost");
    }
    counts.add(channel, added ? Fate.SPILLED : Fate.LOST, record.observations());
    if (!added) {
      tellOnce("kafka: what waits on disk has reached --kafka-spill; what comes now is lost");
    }
  }

  private void tellOnce(String line) {
    if (!refusalTold) {
      refusalTold = true;
      notices.accept(line);
    }
  }

  private void sendWaiting() throws IOException {
    while (hasRoom() && !again.isEmpty()) {
      send(again.removeFirst());
    }
    while (hasRoom() && !spill.isEmpty()) {
      Spill.Spilled next = spill.next();
      if (next == null) {
        return;
      }
      if (next.carried()) {
        counts.add(
            plan.channel(next.outgoing().topic()), Fate.CARRIED, next.outgoing().observations());
      }
      send(new Pending(next.outgoing(), next.end()));
    }
  }

  private void send(Pending pending) {
    KafkaLink to = link;
    if (to == null) {
      again.addLast(pending);
      return;
    }
    if (underWay.isEmpty()) {
      progressNanos = System.nanoTime();
    }
    underWay.addLast(pending);
    underWayOctets += pending.octets();
    to.send(pending, told::release);
  }

  /** Takes out what has been acknowledged or refused, from the oldest on. */
  private void settle() throws IOException {
    for (Pending oldest = underWay.peekFirst();
        oldest != null && oldest.isDone();
        oldest = underWay.peekFirst()) {
      Exception fault = oldest.failure();
      if (fault != null && !KafkaFault.isRefusal(fault)) {
        onFault(fault);
        return;
      }
      underWay.removeFirst();
      underWayOctets -= oldest.octets();
      progressNanos = System.nanoTime();
      settle(oldest, fault);
    }
  }

  private void settle(Pending oldest, @Nullable Exception refusal) throws IOException {
    String channel = plan.channel(oldest.outgoing().topic());
    int observations = oldest.outgoing().observations();
    if (refusal == null) {
      counts.addOctets(channel, oldest.octets());
      counts.add(channel, Fate.ACKNOWLEDGED, observations);
    } else {
      tellOnce("kafka: a record was refused (" + refusal.getMessage() + "); such are lost");
      counts.add(channel, Fate.LOST, observations);
    }
    Spill.Position spilledTo = oldest.spilledTo();
    if (spilledTo != null) {
      spill.release(spilledTo);
      spilledOctets = spill.octets();
    }
  }

  /** What the producer did not take is sent once more; all else needs another producer. */
  private void onFault(Exception fault) throws IOException {
    if (!KafkaFault.isUntaken(fault)) {
      if (!live) {
        throw KafkaFault.of(plan.brokers(), fault, 0);
      }
      notices.accept(KafkaFault.of(plan.brokers(), fault, 0).getMessage() + "; begins anew");
      closeLink();
    }
    again.clear();
    List<Pending> left = new ArrayList<>(underWay);
    underWay.clear();
    underWayOctets = 0;
    for (Pending each : left) {
      if ((link != null && !each.isDone()) || each.isAcknowledged()) {
        underWay.addLast(each);
        underWayOctets += each.octets();
      } else {
        if (link == null) {
          counts.add(
              plan.channel(each.outgoing().topic()), Fate.RESENT, each.outgoing().observations());
        }
        each.reset();
        again.addLast(each);
      }
    }
  }

  private void closeLink() {
    KafkaLink old = link;
    link = null;
    if (old != null) {
      old.close(CLOSING);
    }
  }

  /** Tells when a broker falls silent and comes back; a run that can wait gives up at last. */
  private void watch() throws KafkaFault {
    boolean waits = !underWay.isEmpty() || link == null;
    long silentNanos = waits ? System.nanoTime() - progressNanos : 0;
    if (!live && silentNanos > plan.patienceNanos()) {
      throw KafkaFault.of(
          plan.brokers(),
          String.format(
              Locale.ROOT,
              "nothing was acknowledged for %.0f s; --kafka-patience waits longer",
              plan.patienceNanos() / 1e9));
    }
    if (silent != silentNanos > SILENCE_NANOS && (silentNanos > SILENCE_NANOS || link != null)) {
      silent = !silent;
      notices.accept(
          "kafka "
              + plan.brokers()
              + (silent
                  ? ": acknowledges nothing; what is published waits"
                  : ": acknowledges again"));
    }
  }

  /** At the end: all that waits, as long as it is acknowledged. */
  private void drain() throws IOException, InterruptedException {
    long patienceNanos = live ? LAST_NANOS : plan.patienceNanos();
    long beginNanos = System.nanoTime();
    while (!underWay.isEmpty() || !again.isEmpty() || !spill.isEmpty()) {
      step();
      long nowNanos = System.nanoTime();
      if (live && nowNanos - Math.max(progressNanos, beginNanos) > patienceNanos) {
        return;
      }
      pause();
    }
  }

  /** Ends the producer; in a live run what was not acknowledged waits on disk for the next run. */
  private void end() {
    closeLink();
    try {
      while (!underWay.isEmpty() && underWay.getFirst().isAcknowledged()) {
        settle(underWay.removeFirst(), null);
      }
      if (live) {
        keep();
      }
      spill.close();
    } catch (IOException e) {
      failure = failure == null ? e : failure;
    }
  }

  private void keep() throws IOException {
    List<OutgoingRecord> left = new ArrayList<>();
    for (Deque<Pending> each : List.of(underWay, again)) {
      for (Pending pending : each) {
        if (!pending.isAcknowledged() && pending.spilledTo() == null) {
          left.add(pending.outgoing());
        }
      }
    }
    spill.addFirst(left);
    spilledOctets = spill.octets();
    if (!spill.isEmpty()) {
      notices.accept(
          String.format(
              Locale.ROOT,
              "kafka: %,d observations wait on disk for the next run",
              counts.waiting()));
    }
  }

  /** Waits a moment, or until something is acknowledged. */
  void awaitAcknowledgement() throws IOException {
    try {
      TimeUnit.MILLISECONDS.sleep(TICK_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("kafka: interrupted while it waited", e);
    }
  }

  long spilledOctets() {
    return spilledOctets;
  }

  @Nullable Throwable failure() {
    return failure;
  }
}
