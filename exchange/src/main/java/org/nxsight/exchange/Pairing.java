package org.nxsight.exchange;

import org.nxsight.capture.MessageHandler;
import org.nxsight.wire.dns.DnsMessageView;
import org.nxsight.wire.ip.DatagramView;

/**
 * Joins each response to its query, on packet time.
 *
 * <p>A response belongs to the open query with the same nine of {@link ExchangeKey}; one without a
 * question to the one with the same six, and only when its rcode is one that servers give without
 * having understood the question. A response that comes first waits a moment for its query. A query
 * that finds no response in time is unanswered; when there is no room, the oldest one goes early.
 */
public final class Pairing implements MessageHandler {
  private static final int FORMERR = 1;
  private static final int SERVFAIL = 2;
  private static final int NOTIMP = 4;
  private static final int REFUSED = 5;

  private final PairingLimits limits;
  private final ExchangeHandler next;
  private final ExchangeKey key;
  private final OpenQueries open;
  private final EarlyResponses early = new EarlyResponses();
  private final RecentAnswers answered = new RecentAnswers();
  private final QueryView query = new QueryView();
  private long evicted;
  private long malformedRecords;

  /**
   * @param limits how long and how many queries are kept
   * @param seed of the hash; any secret number
   * @param next gets the exchanges
   */
  public Pairing(PairingLimits limits, long seed, ExchangeHandler next) {
    this.limits = limits;
    this.next = next;
    key = new ExchangeKey(seed);
    open = new OpenQueries(limits.maxOpenQueries());
  }

  /** The rcodes that servers give without a question section. */
  static boolean maySkipQuestion(int rcode) {
    return rcode == FORMERR || rcode == SERVFAIL || rcode == NOTIMP || rcode == REFUSED;
  }

  @Override
  public void onMessage(DatagramView datagram, DnsMessageView message, long epochNanos) {
    expire(epochNanos);
    long hash = key.hash(datagram, message);
    if (message.isResponse()) {
      onResponse(hash, datagram, message, epochNanos);
    } else {
      onQuery(hash, datagram, message, epochNanos);
    }
  }

  private void onQuery(long hash, DatagramView datagram, DnsMessageView message, long nanos) {
    if (!early.isEmpty() && early.take(hash, datagram, message)) {
      query.wrap(datagram, message, nanos);
      answered(hash, early.datagram(), early.message(), early.epochNanos());
      return;
    }
    int hash32 = (int) (hash >>> 32);
    if (open.findCopy(hash32, datagram, message) != QuerySlab.NONE) {
      next.onRepeatedQuery(datagram, message, nanos);
      return;
    }
    int oldest = open.inTheWayOf(datagram.length());
    if (oldest != QuerySlab.NONE) {
      evicted++;
      giveUp(oldest);
    }
    query.wrap(datagram, message, nanos);
    open.add(hash32, query);
  }

  private void onResponse(long hash, DatagramView datagram, DnsMessageView message, long nanos) {
    if (!message.scanRecords()) {
      malformedRecords++;
    }
    int hash32 = (int) (hash >>> 32);
    int ref =
        message.hasQuestion()
            ? open.findAnswered(hash32, datagram, message)
            : maySkipQuestion(message.headerRcode())
                ? open.findAnsweredBySix(hash32, datagram, message)
                : QuerySlab.NONE;
    if (ref != QuerySlab.NONE) {
      open.read(ref, query);
      open.remove(ref);
      answered(hash, datagram, message, nanos);
    } else if (answered.contains(hash, nanos, limits.queryTimeoutNanos())) {
      next.onDuplicateResponse(datagram, message, nanos);
    } else {
      waitForQuery(hash, datagram, message, nanos);
    }
  }

  private void answered(long hash, DatagramView datagram, DnsMessageView message, long nanos) {
    answered.add(hash, nanos);
    next.onAnswered(query, datagram, message, nanos);
  }

  private void waitForQuery(long hash, DatagramView datagram, DnsMessageView message, long nanos) {
    if (limits.reorderNanos() == 0) {
      next.onUnsolicited(datagram, message, nanos);
      return;
    }
    while (early.isFullFor(datagram.length())) {
      giveUpEarly();
    }
    early.add(hash, datagram, nanos);
  }

  /** Gives up what has waited too long at this time. */
  private void expire(long nowNanos) {
    for (int ref = open.oldest();
        ref != QuerySlab.NONE && nowNanos - open.nanos(ref) > limits.queryTimeoutNanos();
        ref = open.oldest()) {
      giveUp(ref);
    }
    while (!early.isEmpty() && nowNanos - early.oldestNanos() > limits.reorderNanos()) {
      giveUpEarly();
    }
  }

  private void giveUp(int ref) {
    open.read(ref, query);
    open.remove(ref);
    next.onUnanswered(query);
  }

  private void giveUpEarly() {
    boolean taken = early.oldestIsTaken();
    early.removeOldest();
    if (!taken) {
      next.onUnsolicited(early.datagram(), early.message(), early.epochNanos());
    }
  }

  /** Gives up everything that still waits: there will be no more messages. */
  public void finish() {
    for (int ref = open.oldest(); ref != QuerySlab.NONE; ref = open.oldest()) {
      giveUp(ref);
    }
    while (!early.isEmpty()) {
      giveUpEarly();
    }
  }

  /** The queries that are open now. */
  public int openQueries() {
    return open.size();
  }

  /** The memory that holds them, in octets. */
  public long openQueriesOctets() {
    return open.octets();
  }

  /** The queries that had to make room before their time was up. */
  public long evicted() {
    return evicted;
  }

  /** The responses whose records are malformed somewhere; they are counted elsewhere as well. */
  public long malformedRecords() {
    return malformedRecords;
  }
}
