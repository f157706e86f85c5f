package org.nxsight.exchange;

import org.jspecify.annotations.Nullable;
import org.nxsight.capture.CapturedMessage;

/**
 * Sends each exchange to its channels, and counts all of them.
 *
 * <p>A response whose extended rcode is not 0 is an error, paired or not. NXDOMAIN and answers
 * count only when they answer a query, because anybody can send a response nobody asked for; unless
 * the capture is known to be one-sided.
 */
public final class Split implements ExchangeHandler, ObservationHandler {
  private static final int NOERROR = 0;
  private static final int NXDOMAIN = 3;

  private final boolean unpairedToo;
  private final boolean recordsWanted;
  private final boolean allWanted;
  private final long seed;
  private final BatchQueue queue;
  private final ExchangeCounts counts = new ExchangeCounts();
  private ExchangeBatch batch;
  private @Nullable NxdomainTwins twins;

  /**
   * @param unpairedToo whether NXDOMAIN and answers without a query go to their channels as well
   * @param recordsWanted whether anybody keeps answers and failures; if not they are counted and
   *     dropped
   * @param seed of a hash; any secret number
   * @param queue takes what goes to a channel
   */
  public Split(boolean unpairedToo, boolean recordsWanted, long seed, BatchQueue queue) {
    this(unpairedToo, recordsWanted, false, seed, queue);
  }

  /**
   * The same, for when every response may be wanted.
   *
   * @param allWanted whether somebody publishes all of them
   */
  public Split(
      boolean unpairedToo, boolean recordsWanted, boolean allWanted, long seed, BatchQueue queue) {
    this.unpairedToo = unpairedToo;
    this.recordsWanted = recordsWanted;
    this.allWanted = allWanted;
    this.seed = seed;
    this.queue = queue;
    batch = queue.takeEmpty();
  }

  /** The counts, which keep changing until pairing has finished. */
  public ExchangeCounts counts() {
    return counts;
  }

  @Override
  public void onAnswered(QueryView query, CapturedMessage response) {
    counts.answered++;
    if (query.recursionDesired()) {
      counts.answeredWithRecursionDesired++;
    }
    send(Outcome.ANSWERED, query, response);
  }

  @Override
  public void onUnanswered(QueryView query, UnansweredReason reason) {
    counts.unanswered[reason.ordinal()]++;
  }

  @Override
  public void onUnsolicited(CapturedMessage response) {
    counts.unsolicited++;
    send(Outcome.UNSOLICITED, null, response);
  }

  @Override
  public void onDuplicateResponse(CapturedMessage response) {
    counts.duplicateResponses++;
    send(Outcome.DUPLICATE, null, response);
  }

  @Override
  public void onRepeatedQuery(CapturedMessage query) {
    counts.repeatedQueries++;
  }

  @Override
  public void expectObservations() {
    twins = new NxdomainTwins(seed);
  }

  @Override
  public void onObserved(CapturedMessage response) {
    counts.observations++;
    counts.rcodes[NXDOMAIN]++;
    if (!isSecondTwin(NxdomainTwins.OBSERVATION, response)) {
      int channels = send(Channel.NXDOMAIN, true) | send(Channel.FAILURES, recordsWanted);
      append(Outcome.OBSERVED, channels, null, response);
    }
  }

  private void send(Outcome outcome, @Nullable QueryView query, CapturedMessage response) {
    int rcode = response.message().rcode();
    counts.rcodes[rcode]++;
    int channels = channels(outcome, rcode, response) | send(Channel.EXCHANGES, allWanted);
    if (channels != 0) {
      append(outcome, channels, query, response);
    }
  }

  private void append(
      Outcome outcome, int channels, @Nullable QueryView query, CapturedMessage response) {
    int octets = response.datagram().length() + Attachments.octets(response);
    if (!batch.fits(octets + (query == null ? 0 : query.length()))) {
      flush();
    }
    if (query == null) {
      batch.add(outcome, channels, response);
    } else {
      batch.add(outcome, channels, query, response);
    }
  }

  private int channels(Outcome outcome, int rcode, CapturedMessage response) {
    boolean trusted =
        outcome == Outcome.ANSWERED
            || (outcome == Outcome.UNSOLICITED && (unpairedToo || response.isTrusted()));
    if (rcode == NOERROR) {
      return trusted ? send(Channel.ANSWERS, recordsWanted) : 0;
    }
    int channels = send(Channel.ERRORS, true);
    boolean named = trusted && response.message().hasQuestion();
    if (rcode != NXDOMAIN) {
      return channels | (named ? send(Channel.FAILURES, recordsWanted) : 0);
    }
    if (!named) {
      counts.nxdomainLeftOut++;
    } else if (!isSecondTwin(NxdomainTwins.RESPONSE, response)) {
      return channels | send(Channel.NXDOMAIN, true) | send(Channel.FAILURES, recordsWanted);
    }
    return channels;
  }

  private boolean isSecondTwin(int way, CapturedMessage response) {
    if (twins == null) {
      return false;
    }
    boolean second = twins.isSecond(way, response);
    if (second) {
      counts.nxdomainTwins++;
    }
    counts.nxdomainTwinsForgotten = twins.forgotten();
    return second;
  }

  private int send(Channel channel, boolean wanted) {
    counts.channels[channel.ordinal()]++;
    return wanted ? channel.bit() : 0;
  }

  /**
   * Hands over what has gathered, and how far time has come; the latter alone only when the next
   * stage waits for something to do.
   */
  public void flush(long reachedNanos) {
    if (batch.count() > 0 || queue.isIdle()) {
      batch.setReachedNanos(reachedNanos);
      queue.putFull(batch);
      batch = queue.takeEmpty();
    }
  }

  /** Hands over what has gathered. */
  public void flush() {
    if (batch.count() > 0) {
      queue.putFull(batch);
      batch = queue.takeEmpty();
    }
  }
}
