package org.nxsight.app;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nxsight.analysis.causes.Knowledge;
import org.nxsight.analysis.condensing.Seeds;
import org.nxsight.app.bus.Bus;
import org.nxsight.app.live.InputTally;
import org.nxsight.app.live.LiveView;
import org.nxsight.app.live.TrafficReading;
import org.nxsight.capture.DnsPackets;
import org.nxsight.capture.DnstapMessages;
import org.nxsight.capture.Intake;
import org.nxsight.capture.PacketCounts;
import org.nxsight.capture.Source;
import org.nxsight.channels.Publishing;
import org.nxsight.channels.Records;
import org.nxsight.channels.SealedFiles;
import org.nxsight.channels.privacy.AddressMask;
import org.nxsight.channels.privacy.Privacy;
import org.nxsight.exchange.BatchQueue;
import org.nxsight.exchange.Observations;
import org.nxsight.exchange.Pairing;
import org.nxsight.exchange.Split;
import org.nxsight.exchange.selection.Selection;
import org.nxsight.store.writing.Storing;
import org.nxsight.store.writing.ToldFindings;

/**
 * The way of the data: packets become DNS messages, messages become exchanges, the split sends
 * these on, a second thread publishes the channels, a third looks for the causes of failures, and a
 * fourth keeps what exists and what does not in the store.
 */
final class Pipeline implements AutoCloseable {
  private final RunPlan plan;
  private final SecureRandom random = new SecureRandom();
  private final BatchQueue queue;
  private final Split split;
  private final Selection selection;
  private final Pairing pairing;
  private final PacketCounts packets = new PacketCounts();
  private final DnsPackets dnsPackets;
  private final Observations observations;
  private final Intake intake;
  private final @Nullable Privacy privacy;
  private final Publishing publishing;
  private final @Nullable OpenStore store;
  private final @Nullable Analyses analyses;
  private final @Nullable Storing storing;
  private final StageThreads threads = new StageThreads();
  private final @Nullable Showing showing;
  private final @Nullable Bus bus;

  /**
   * A pipeline whose channel files get their names as soon as they are whole.
   *
   * @param live whether time is told by {@link #advance}, and the store is to grow as it passes
   */
  Pipeline(RunPlan plan, OutputDirectory output, boolean live) throws IOException {
    this(plan, output, null, live);
  }

  /**
   * A pipeline that goes on from {@link #cut} to cut.
   *
   * @param sealed takes the channel files that are whole, to give them their names later
   */
  Pipeline(RunPlan plan, OutputDirectory output, SealedFiles sealed) throws IOException {
    this(plan, output, sealed, false);
  }

  private Pipeline(RunPlan plan, OutputDirectory output, @Nullable SealedFiles sealed, boolean live)
      throws IOException {
    this.plan = plan;
    bus =
        plan.kafka() == null
            ? null
            : Bus.open(plan.kafka(), output.kafkaSpill(), live, Notices::say);
    Knowledge knowledge = plan.knowledge();
    LiveView view = plan.view();
    int analysing = knowledge == null ? 0 : 1;
    int stores = plan.recordsWanted() ? 1 : 0;
    queue = new BatchQueue(1 + analysing + stores + (view == null ? 0 : 1));
    split =
        new Split(
            plan.unpairedToo(),
            plan.recordsWanted(),
            plan.isInKafka(ChannelName.EXCHANGES),
            random.nextLong(),
            queue);
    selection = new Selection(plan.wanted(), split, split);
    pairing =
        new Pairing(plan.limits(), random.nextLong(), plan.wanted().isAll() ? split : selection);
    dnsPackets = new DnsPackets(plan.ports(), packets, random.nextLong(), pairing);
    observations = new Observations(packets, pairing, selection, selection);
    intake =
        new Intake(
            dnsPackets, new DnstapMessages(plan.dnstapRoles(), packets, pairing), observations);
    AddressMask mask = plan.mask();
    privacy = mask == null ? null : new Privacy(mask);
    ChannelOutputs channels = new ChannelOutputs(plan, output, random, sealed, bus);
    publishing =
        new Publishing(
            queue.stage(0),
            new Records(privacy),
            channels.of(ChannelName.EXCHANGES),
            channels.of(ChannelName.ERRORS),
            channels.of(ChannelName.NXDOMAIN));
    threads.add("publishing", publishing);
    store =
        plan.storeWanted() ? OpenStore.open(output.store(), plan.mask(), plan.retention()) : null;
    ToldFindings told = new ToldFindings();
    analyses =
        knowledge == null
            ? null
            : new Analyses(
                plan,
                knowledge,
                channels,
                live || sealed != null ? Seeds.from(random) : Seeds.ofCaptures(),
                queue.stage(1),
                store == null ? null : told,
                live);
    storing =
        plan.recordsWanted()
            ? new Storing(
                queue.stage(1 + analysing),
                store == null ? null : store.writer(),
                channels.of(ChannelName.ANSWERS),
                random.nextLong(),
                live && store != null
                    ? new LiveCommit(store, analyses == null ? null : analyses.findings())
                    : null,
                told)
            : null;
    if (analyses != null) {
      threads.add("analysing", analyses.stage());
    }
    if (storing != null) {
      threads.add("storing", storing);
    }
    showing =
        view == null
            ? null
            : new Showing(view, queue.stage(1 + analysing + stores), plan.mask(), this::traffic);
    if (showing != null) {
      threads.add("live", showing.stage());
    }
    if (view != null && bus != null) {
      view.setBus(bus);
    }
  }

  /** Starts the stages that have a thread of their own. */
  void start() {
    if (bus != null) {
      bus.start();
    }
    threads.start();
    if (analyses != null) {
      analyses.begin();
    }
  }

  /**
   * Takes what a source has at once.
   *
   * @return false when the source has ended
   */
  boolean poll(Source source) throws IOException {
    if (showing == null) {
      return source.poll(intake);
    }
    long before = packets.packets();
    try {
      return source.poll(intake);
    } finally {
      showing.onPoll(source, packets.packets() - before);
    }
  }

  private TrafficReading traffic(InputTally inputs) {
    return TrafficReading.of(
        packets, split.counts(), pairing.openQueries(), pairing.evicted(), inputs);
  }

  /**
   * Tells all stages how far time has come when no message brings it, and lets what has gathered go
   * on.
   */
  void advance(long reachedNanos) {
    dnsPackets.expire(reachedNanos);
    pairing.expire(reachedNanos);
    split.flush(reachedNanos);
    if (showing != null) {
      showing.look();
    }
  }

  /**
   * Publishes all there is to publish of what came in so far, and ends the files there: those of
   * the channels, and those that are to become part of the store. What stays are queries without a
   * response, and messages of which a part is missing.
   *
   * @throws BatchQueue.AbandonedException when something could not be written; finish says why
   */
  void cut() throws IOException {
    pairing.giveUpEarlyResponses();
    split.flush();
    queue.awaitIdle();
    publishing.cut();
    if (analyses != null) {
      analyses.cut();
    }
    if (storing != null) {
      storing.cut();
    }
    if (showing != null) {
      showing.tell();
    }
  }

  /**
   * Makes what has been sealed a part of the store, and keeps what is known about findings; only
   * while nothing is under way.
   */
  void commit() throws IOException {
    if (store != null) {
      store.commit();
    }
    if (analyses != null) {
      analyses.findings().save();
    }
  }

  /** The same at the end of a run, when the store can be put in order at once. */
  void commitAndTidy() throws IOException {
    if (store != null) {
      store.commitAndTidy();
    }
    if (analyses != null) {
      analyses.findings().save();
    }
  }

  /** Where what exists and what does not is kept; null when it is not. */
  @Nullable OpenStore store() {
    return store;
  }

  /** The time of the packet that came last, or {@link PacketCounts#NEVER}. */
  long mostRecentNanos() {
    return packets.mostRecentNanos();
  }

  /** The packets that came in so far. */
  long packets() {
    return packets.packets();
  }

  /** The queries that wait for their response now. */
  int openQueries() {
    return pairing.openQueries();
  }

  /**
   * Lets everything that is under way come to its end.
   *
   * @throws IOException when a channel or the store could not be written
   */
  void finish() throws IOException {
    try {
      dnsPackets.finish();
      pairing.finish();
      split.flush();
    } catch (BatchQueue.AbandonedException e) {
      // the stage's own failure, told below, says more
    }
    queue.end();
    threads.join();
    if (bus != null) {
      bus.finish();
    }
    StageThreads.tell("publishing", publishing.failure());
    if (analyses != null) {
      StageThreads.tell("analysing", analyses.failure());
    }
    if (showing != null) {
      showing.close();
      StageThreads.tell("live", showing.failure());
    }
    if (storing != null) {
      StageThreads.tell("storing", storing.failure());
    }
    if (bus != null) {
      StageThreads.tell("kafka", bus.failure());
    }
  }

  /** Gives the store up to others; what has not become part of it is removed. */
  @Override
  public void close() throws IOException {
    for (Notifier notifier : plan.findings().notifying()) {
      notifier.close();
      Notices.say(notifier.summary());
    }
    if (store != null) {
      store.close();
    }
  }

  /** The NMSG payloads of types that are not read, by name. */
  Map<String, Long> otherPayloads() {
    return OtherPayloads.byName(observations);
  }

  /** What has been counted, complete once the pipeline has finished. */
  Counts counts() {
    return new Counts(
        packets,
        dnsPackets.streamCounts(),
        split.counts(),
        selection,
        privacy == null ? null : privacy.counts(),
        pairing.evicted(),
        pairing.malformedRecords() + observations.malformedRecords(),
        storing == null ? null : storing.answerCounts(),
        analyses == null ? null : analyses.explaining().counts(),
        analyses == null ? null : analyses.findings().counts(),
        analyses == null ? Learned.NOTHING : analyses.learned(),
        store == null ? null : store.counts(),
        bus == null ? null : bus.counts());
  }
}
