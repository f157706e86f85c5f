package org.nxsight.app;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.nxsight.analysis.causes.Explaining;
import org.nxsight.analysis.causes.Knowledge;
import org.nxsight.analysis.findings.Watchlists;
import org.nxsight.app.live.LiveView;
import org.nxsight.capture.DnsPackets;
import org.nxsight.capture.DnstapMessages;
import org.nxsight.capture.Intake;
import org.nxsight.capture.PacketCounts;
import org.nxsight.capture.Source;
import org.nxsight.channels.Destination;
import org.nxsight.channels.Destinations;
import org.nxsight.channels.Publishing;
import org.nxsight.channels.Records;
import org.nxsight.channels.SealedFiles;
import org.nxsight.channels.form.MessageTypes;
import org.nxsight.channels.privacy.AddressMask;
import org.nxsight.channels.privacy.Privacy;
import org.nxsight.exchange.BatchQueue;
import org.nxsight.exchange.Observations;
import org.nxsight.exchange.Pairing;
import org.nxsight.exchange.Split;
import org.nxsight.exchange.selection.Selection;
import org.nxsight.store.writing.Analysing;
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
  private final @Nullable Explaining explaining;
  private final @Nullable FindingStage findings;
  private final ToldFindings told = new ToldFindings();
  private final @Nullable Analysing analysing;
  private final @Nullable Storing storing;
  private final StageThreads threads = new StageThreads();
  private final @Nullable Showing showing;

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
    Knowledge knowledge = plan.knowledge();
    LiveView view = plan.view();
    int analyses = knowledge == null ? 0 : 1;
    int stores = plan.recordsWanted() ? 1 : 0;
    queue = new BatchQueue(1 + analyses + stores + (view == null ? 0 : 1));
    split = new Split(plan.unpairedToo(), plan.recordsWanted(), random.nextLong(), queue);
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
    publishing =
        new Publishing(
            queue.stage(0),
            new Records(privacy),
            destinations(ChannelName.ERRORS, output, sealed),
            destinations(ChannelName.NXDOMAIN, output, sealed));
    threads.add("publishing", publishing);
    store =
        plan.storeWanted() ? OpenStore.open(output.store(), plan.mask(), plan.retention()) : null;
    explaining =
        knowledge == null
            ? null
            : new Explaining(knowledge, random.nextLong(), plan.rememberedNames());
    findings =
        explaining == null
            ? null
            : new FindingStage(
                plan,
                output,
                random.nextLong(),
                explaining,
                store == null ? null : told,
                sealed,
                live);
    analysing = explaining == null ? null : analysing(queue.stage(1), explaining, findings, live);
    storing =
        plan.recordsWanted()
            ? new Storing(
                queue.stage(1 + analyses),
                store == null ? null : store.writer(),
                destinations(ChannelName.ANSWERS, output, sealed),
                random.nextLong(),
                live && store != null ? new LiveCommit(store, findings) : null,
                told)
            : null;
    if (analysing != null) {
      threads.add("analysing", analysing);
    }
    if (storing != null) {
      threads.add("storing", storing);
    }
    AddressMask liveMask = view == null ? null : plan.mask();
    showing =
        view == null
            ? null
            : new Showing(
                view,
                queue.stage(1 + analyses + stores),
                new Records(liveMask == null ? null : new Privacy(liveMask)));
    if (showing != null) {
      threads.add("live", showing.stage());
    }
  }

  private static Analysing analysing(
      BatchQueue.Stage stage,
      Explaining explaining,
      @Nullable FindingStage findings,
      boolean live) {
    return findings == null
        ? new Analysing(stage, explaining, null, null, () -> {})
        : new Analysing(
            stage,
            explaining,
            findings.condensing(),
            findings.outputs(),
            live ? findings::keep : () -> {});
  }

  private List<Destination> destinations(
      String channel, OutputDirectory output, @Nullable SealedFiles sealed) throws IOException {
    List<Destination> destinations = new ArrayList<>();
    if (plan.answersWanted() || !channel.equals(ChannelName.ANSWERS)) {
      destinations.add(
          sealed == null
              ? Destinations.files(output.channels(), channel, plan.form(), plan.rotateSeconds())
              : Destinations.files(
                  output.channels(), channel, plan.form(), plan.rotateSeconds(), sealed));
    }
    if (plan.view() != null && channel.equals(ChannelName.ANSWERS)) {
      destinations.add(plan.view().answers());
    }
    for (Publication publication : plan.publications(channel)) {
      destinations.add(Destinations.udp(publication.address(), random.nextLong()));
    }
    return destinations;
  }

  /** Starts the stages that have a thread of their own. */
  void start() {
    threads.start();
    Reload reload = plan.findings().reload();
    if (reload != null) {
      reload.begin(this::replaceLists);
    }
  }

  /** Goes on with other lists of the user's; any thread may call it. */
  private void replaceLists(Knowledge knowledge, Watchlists watchlists) {
    if (explaining != null && findings != null) {
      explaining.replace(knowledge);
      findings.replace(watchlists);
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
      look(showing, false);
    }
  }

  private void look(Showing showing, boolean last) {
    if (last || showing.isLookDue()) {
      showing.look(packets, split.counts(), pairing.openQueries(), pairing.evicted());
    }
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
      look(showing, false);
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
    if (analysing != null) {
      analysing.cut();
    }
    if (storing != null) {
      storing.cut();
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
    if (findings != null) {
      findings.save();
    }
  }

  /** The same at the end of a run, when the store can be put in order at once. */
  void commitAndTidy() throws IOException {
    if (store != null) {
      store.commitAndTidy();
    }
    if (findings != null) {
      findings.save();
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
    StageThreads.tell("publishing", publishing.failure());
    if (analysing != null) {
      StageThreads.tell("analysing", analysing.failure());
    }
    if (showing != null) {
      look(showing, true);
      showing.close();
      StageThreads.tell("live", showing.failure());
    }
    if (storing != null) {
      StageThreads.tell("storing", storing.failure());
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
    Map<String, Long> byName = new TreeMap<>();
    observations
        .otherTypes()
        .forEach((type, count) ->
            byName.put(
                "nmsg_payloads_of "
                    + (type < 0
                        ? "more types"
                        : MessageTypes.name((int) (type >>> 32), type.intValue())),
                count));
    return byName;
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
        explaining == null ? null : explaining.counts(),
        findings == null ? null : findings.counts(),
        explaining == null
            ? Learned.NOTHING
            : new Learned(explaining.learnedLists(), explaining.popularNames()),
        store == null ? null : store.counts());
  }
}
