package org.nxsight.app.bus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.nxsight.analysis.findings.FindingHandler;
import org.nxsight.app.bus.BusCounts.Fate;
import org.nxsight.channels.Destination;

/**
 * Channels as topics of Kafka: stages hand records over, and a thread of its own sends them.
 *
 * <p>A run over captures can wait: when too much is under way, whoever hands over waits, and when
 * nothing is acknowledged for a while the run fails. A live run cannot: what finds no room goes to
 * disk up to a limit ({@link Spill}), and what finds none there is lost and counted. Either way
 * records go in their order, and once.
 */
public final class Bus {
  /** What may be under way without acknowledgement: 100 MB/s over a way of 160 ms. */
  static final int UNDER_WAY_OCTETS = 16 << 20;

  /** Records that wait for the thread; at most 32 MiB of containers. */
  private static final int QUEUE_RECORDS = 256;

  /** How often one that waits looks whether the thread has failed. */
  private static final long LOOK_MILLIS = 100;

  /** How long brokers may take to answer before a run over captures begins. */
  private static final int FIRST_ANSWER_MILLIS = 10_000;

  /** The same before a live run begins, which goes on without. */
  private static final int LIVE_ANSWER_MILLIS = 3_000;

  private final KafkaPlan plan;
  private final BlockingQueue<OutgoingRecord> queue = new ArrayBlockingQueue<>(QUEUE_RECORDS);
  private final BusCounts counts;
  private final Sending sending;
  private final Thread thread;
  private final boolean live;

  private Bus(KafkaPlan plan, BusCounts counts, Sending sending, boolean live) {
    this.plan = plan;
    this.counts = counts;
    this.sending = sending;
    this.live = live;
    thread = new Thread(() -> sending.run(queue), "kafka");
    thread.setDaemon(true); // whoever cannot finish does not hold up the end of the program
  }

  /**
   * Finds the brokers and topics.
   *
   * @param spillDirectory where records wait on disk
   * @param live whether the run cannot wait
   * @param notices takes lines for a person
   * @throws IOException with one line when the run cannot begin so
   */
  public static Bus open(
      KafkaPlan plan, Path spillDirectory, boolean live, Consumer<String> notices)
      throws IOException {
    BusCounts counts = new BusCounts(plan.channels());
    KafkaLink link = null;
    try {
      link = KafkaLink.open(plan, live ? LIVE_ANSWER_MILLIS : FIRST_ANSWER_MILLIS);
    } catch (KafkaFault e) {
      if (!live || !e.isAway()) {
        throw e;
      }
      notices.accept(e.getMessage() + " What is published waits in " + spillDirectory);
    }
    Spill spill = Spill.open(spillDirectory, live ? plan.spillOctets() : 0);
    return new Bus(plan, counts, new Sending(plan, counts, spill, link, live, notices), live);
  }

  /** Starts to send. */
  public void start() {
    thread.start();
  }

  /** A channel of NMSG payloads as a topic. */
  public Destination containers(String channel, Random random) {
    return new BucketedContainers(this, plan.topic(channel), random);
  }

  /** Findings as a topic. */
  public FindingHandler findings(String channel) {
    return new PublishedFindings(this, plan.topic(channel));
  }

  /** Takes a record over; a live run never waits. */
  void put(OutgoingRecord record) throws IOException {
    String channel = plan.channel(record.topic());
    counts.add(channel, Fate.HANDED, record.observations());
    if (live) {
      if (!queue.offer(record)) {
        counts.add(channel, Fate.LOST, record.observations());
      }
      return;
    }
    try {
      while (!queue.offer(record, LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        requireSound();
      }
      requireSound();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("kafka: interrupted while it waited", e);
    }
  }

  /** Waits until all that was handed over has been acknowledged. */
  void awaitDelivered() throws IOException {
    while (counts.waiting() > 0) {
      requireSound();
      sending.awaitAcknowledgement();
    }
    requireSound();
  }

  private void requireSound() throws IOException {
    Throwable failure = sending.failure();
    if (failure != null) {
      throw failure instanceof KafkaFault fault
          ? fault
          : new IOException("kafka " + plan.brokers() + ": " + failure, failure);
    }
  }

  /** Lets all that was handed over come to its end; in a live run what cannot waits on disk. */
  public void finish() {
    try {
      while (thread.isAlive() && !queue.offer(Sending.END, LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        // The thread makes room, or has failed and ended.
      }
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What became of all that was handed over. */
  public BusCounts counts() {
    return counts;
  }

  /** The octets that wait on disk. */
  public long spilledOctets() {
    return sending.spilledOctets();
  }

  /** Why it stopped before the end; null when it did not. */
  public @Nullable Throwable failure() {
    return sending.failure();
  }
}
