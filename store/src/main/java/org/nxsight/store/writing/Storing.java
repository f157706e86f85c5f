package org.nxsight.store.writing;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsight.channels.Destination;
import org.nxsight.channels.answers.AnswerCounts;
import org.nxsight.channels.answers.Answers;
import org.nxsight.channels.answers.DedupeRecords;
import org.nxsight.channels.answers.Deduplication;
import org.nxsight.channels.answers.Placement;
import org.nxsight.channels.answers.ResponseKind;
import org.nxsight.channels.answers.RootServers;
import org.nxsight.channels.answers.Rrset;
import org.nxsight.channels.answers.RrsetHandler;
import org.nxsight.channels.answers.SeenRrset;
import org.nxsight.channels.answers.ZoneSource;
import org.nxsight.exchange.BatchQueue;
import org.nxsight.exchange.Channel;
import org.nxsight.exchange.ExchangeView;
import org.nxsight.exchange.Outcome;
import org.nxsight.store.Dataset;
import org.nxsight.wire.Bytes;

/**
 * The stage that keeps what exists and what does not: RRsets of answers, counted in a window, go to
 * the store and to channel 204; failures, with the causes that were noted on them, findings, and
 * missing types go to the store. It runs in a thread of its own, behind all others.
 *
 * <p>The window is emptied every ten minutes of record time, so that a reader of a live store is
 * not further behind than that.
 */
public final class Storing implements Runnable {
  /** Half of what sets with a place have: they are rarely asked for. */
  private static final int UNPLACED_OCTETS = Deduplication.MAX_OCTETS / 2;

  private static final Placement NOWHERE = new Placement(null, ZoneSource.NOTHING);

  private final BatchQueue.Stage stage;
  private final @Nullable StoreWriter writer;
  private final List<Destination> answersChannel;
  private final @Nullable Commit commit;
  private final ToldFindings findings;
  private final Periods periods = new Periods();
  private final DedupeRecords records = new DedupeRecords();
  private final Deduplication placed;
  private final Deduplication unplaced;
  private final Answers answers = new Answers(RootServers.addresses(), new Windows());
  private @Nullable Throwable failure;

  /**
   * @param stage where the exchanges come from
   * @param writer of the store; null when none is kept
   * @param answersChannel where the records of channel 204 go
   * @param seed of a hash; any secret number
   * @param commit makes what was sealed part of the store, as time is told to pass; null when that
   *     is done by others, and records tell the time
   * @param findings those that are to be stored
   */
  public Storing(
      BatchQueue.Stage stage,
      @Nullable StoreWriter writer,
      List<Destination> answersChannel,
      long seed,
      @Nullable Commit commit,
      ToldFindings findings) {
    this.stage = stage;
    this.writer = writer;
    this.answersChannel = answersChannel;
    this.commit = commit;
    this.findings = findings;
    placed = new Deduplication(Deduplication.MAX_OCTETS, seed, this::keep);
    unplaced = new Deduplication(UNPLACED_OCTETS, seed, this::keepUnplaced);
  }

  @Override
  public void run() {
    try {
      stage.workOff(
          new BatchQueue.Work() {
            @Override
            public void onExchange(ExchangeView exchange) throws IOException {
              take(exchange);
            }

            @Override
            public void onTime(long reachedNanos) throws IOException {
              tellTime(reachedNanos);
            }
          });
      if (stage.isAbandoned()) {
        abort();
      } else {
        finish();
      }
    } catch (IOException | RuntimeException | Error e) { // whoever waits for this thread tells it
      fail(e);
    }
  }

  private void take(ExchangeView exchange) throws IOException {
    if (commit == null) {
      reach(exchange.responseNanos());
    }
    if (writer == null && answersChannel.isEmpty()) {
      return;
    }
    ResponseKind kind = null;
    if (exchange.isIn(Channel.ANSWERS) || hasAliases(exchange)) {
      kind = answers.onExchange(exchange);
    }
    if (writer == null) {
      return;
    }
    if (kind == ResponseKind.NODATA) {
      writer.onNodata(exchange);
    } else if (exchange.isIn(Channel.FAILURES)) {
      writer.onFailure(exchange, CauseNote.read(exchange));
    }
  }

  /** Whether it is a name that does not exist and others, which exist, led to it. */
  private static boolean hasAliases(ExchangeView exchange) {
    return exchange.isIn(Channel.NXDOMAIN)
        && exchange.outcome() != Outcome.OBSERVED
        && Bytes.u16(exchange.bytes(), exchange.messageOffset() + 6) > 0;
  }

  private void tellTime(long reachedNanos) throws IOException {
    for (Destination destination : answersChannel) {
      destination.onTime(reachedNanos);
    }
    reach(reachedNanos);
  }

  private void reach(long epochNanos) throws IOException {
    if (writer != null) {
      findings.drainTo(writer);
    }
    if (!periods.reach(epochNanos)) {
      return;
    }
    if (writer != null) {
      writer.onTime(epochNanos);
    }
    if (!periods.isFirst()) {
      drain();
      if (writer != null && commit != null) {
        commit.prepare();
        findings.drainTo(writer);
        writer.seal();
        commit.commit();
      }
    }
  }

  private void drain() throws IOException {
    placed.drain();
    unplaced.drain();
  }

  /**
   * Writes all there is to write of what came in so far; only while the stage is idle, from the
   * thread that fills the queue.
   *
   * @return the store's files that are whole and not yet part of it, as {@link StoreWriter#seal}
   */
  public List<String> cut() throws IOException {
    drain();
    for (Destination destination : answersChannel) {
      destination.cut();
    }
    if (writer == null) {
      return List.of();
    }
    findings.drainTo(writer);
    return writer.seal();
  }

  private void finish() throws IOException {
    drain();
    for (Destination destination : answersChannel) {
      destination.close();
    }
    if (writer != null) {
      findings.drainTo(writer);
      writer.seal();
    }
    stage.end();
  }

  private void fail(Throwable cause) {
    failure = cause;
    abort();
    stage.abandon();
  }

  private void abort() {
    answersChannel.forEach(Destination::abort);
  }

  private void keep(SeenRrset seen) throws IOException {
    for (Destination destination : answersChannel) {
      destination.put(seen.lastNanos(), records.dnsdedupe(seen));
    }
    if (writer != null) {
      writer.onRrset(Dataset.ofPlaced(seen.rrset().rrtype()), seen);
    }
  }

  private void keepUnplaced(SeenRrset seen) throws IOException {
    if (writer != null) {
      writer.onRrset(Dataset.PDNS_UNPLACED, seen);
    }
  }

  /** Makes what was sealed part of the store. */
  public interface Commit {
    /** Takes what is to become known with it; findings told before that are in the store then. */
    default void prepare() {}

    void commit() throws IOException;
  }

  /** Where the answers' RRsets are counted. */
  private final class Windows implements RrsetHandler {
    @Override
    public void onAccepted(Rrset rrset, Placement placement, long epochNanos) throws IOException {
      placed.add(rrset, placement, epochNanos);
    }

    @Override
    public void onUnplaced(Rrset rrset, long epochNanos) throws IOException {
      unplaced.add(rrset, NOWHERE, epochNanos);
    }
  }

  /** What became of the answers. */
  public AnswerCounts answerCounts() {
    return answers.counts();
  }

  /** Why this stage stopped before the end, once its thread has ended; null when it did not. */
  public @Nullable Throwable failure() {
    return failure;
  }
}
