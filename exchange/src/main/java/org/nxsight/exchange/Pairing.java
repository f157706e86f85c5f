package org.nxsight.exchange;

import org.jspecify.annotations.Nullable;
import org.nxsight.capture.CapturedMessage;
import org.nxsight.capture.MessageHandler;
import org.nxsight.capture.Unreachable;
import org.nxsight.wire.dns.DnsMessageView;

/**
 * Joins each response to its query, on packet time.
 *
 * <p>A response belongs to the open query with the same nine of {@link ExchangeKey}; one without a
 * question to the one with the same six, and only when its rcode is one that servers give without
 * having understood the question. A response that comes first waits a moment for its query. A query
 * that finds no response in time is unanswered; when there is no room, the oldest one that promises
 * nothing ({@link TrackRecord}) goes early.
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
  private final long seed;

  /** Set while so many queries are open that some may have to make room. */
  private @Nullable TrackRecord crowd;

  private long nextExpiryNanos = Long.MAX_VALUE;
  private long evicted;
  private long malformedRecords;

  /**
   * @param limits how long and how many queries are kept
   * @param seed of the hash; any secret number
   * @param next gets the exchanges
   */
  public Pairing(PairingLimits limits, long seed, ExchangeHandler next) {
    this.limits = limits;
    this.seed = seed;
    this.next = next;
    key = new ExchangeKey(seed);
    open = new OpenQueries(limits.maxOpenQueries());
  }

  /** The rcodes that servers give without a question section. */
  static boolean maySkipQuestion(int rcode) {
    return rcode == FORMERR || rcode == SERVFAIL || rcode == NOTIMP || rcode == REFUSED;
  }

  @Override
  public void onMessage(CapturedMessage captured) {
    if (captured.epochNanos() > nextExpiryNanos) {
      expire(captured.epochNanos());
    }
    long hash = key.hash(captured);
    if (captured.message().isResponse()) {
      onResponse(hash, captured);
    } else {
      onQuery(hash, captured);
    }
  }

  @Override
  public boolean onUnreachable(CapturedMessage quoted, Unreachable reason) {
    if (quoted.epochNanos() > nextExpiryNanos) {
      expire(quoted.epochNanos());
    }
    int hash = (int) (key.hash(quoted) >>> 32);
    int ref =
        quoted.message().hasQuestion()
            ? open.findCopy(hash, quoted)
            : open.findCopyBySix(hash, quoted);
    if (ref == QuerySlab.NONE) {
      return false;
    }
    giveUp(ref, UnansweredReason.of(reason));
    return true;
  }

  private void onQuery(long hash, CapturedMessage captured) {
    if (!early.isEmpty() && early.take(hash, captured)) {
      query.wrap(captured);
      answered(hash, early.captured());
      return;
    }
    int hash32 = (int) (hash >>> 32);
    if (open.findCopy(hash32, captured) != QuerySlab.NONE) {
      next.onRepeatedQuery(captured);
      return;
    }
    int octets = captured.datagram().length();
    for (int ref; (ref = open.inTheWayOf(octets, crowd)) != QuerySlab.NONE; ) {
      evicted++;
      giveUp(ref, UnansweredReason.EVICTED);
    }
    open.add(hash32, captured);
    if (crowd == null && open.isCrowded()) {
      crowd = new TrackRecord(seed);
    }
    nextExpiryNanos = Math.min(nextExpiryNanos, captured.epochNanos() + limits.queryTimeoutNanos());
  }

  private void onResponse(long hash, CapturedMessage captured) {
    DnsMessageView message = captured.message();
    if (!message.scanRecords() && !captured.isCutOff()) {
      malformedRecords++;
    }
    int ref = findQuery((int) (hash >>> 32), captured);
    if (ref != QuerySlab.NONE) {
      open.read(ref, query);
      open.remove(ref);
      answered(hash, captured);
    } else if (isRecentlyAnswered(hash, captured)) {
      next.onDuplicateResponse(captured);
    } else {
      waitForQuery(hash, captured);
    }
  }

  private boolean isRecentlyAnswered(long hash, CapturedMessage response) {
    return answered.contains(
        ExchangeKey.hashWithQuestion(hash, response.message()),
        response.epochNanos(),
        limits.queryTimeoutNanos());
  }

  private int findQuery(int hash, CapturedMessage captured) {
    if (captured.message().hasQuestion()) {
      return open.findAnswered(hash, captured);
    }
    return maySkipQuestion(captured.message().headerRcode())
        ? open.findAnsweredBySix(hash, captured)
        : QuerySlab.NONE;
  }

  private void answered(long hash, CapturedMessage response) {
    answered.add(ExchangeKey.hashWithQuestion(hash, response.message()), response.epochNanos());
    if (crowd != null) {
      crowd.onAnswered(query);
    }
    next.onAnswered(query, response);
  }

  private void waitForQuery(long hash, CapturedMessage response) {
    if (limits.reorderNanos() == 0) {
      next.onUnsolicited(response);
      return;
    }
    while (early.isFullFor(EarlyResponses.octets(response))) {
      giveUpEarly();
    }
    early.add(hash, response);
    nextExpiryNanos = Math.min(nextExpiryNanos, response.epochNanos() + limits.reorderNanos());
  }

  /**
   * Gives up what has waited too long at this time, which a message need not have brought, and
   * notes when to look again.
   */
  public void expire(long nowNanos) {
    nextExpiryNanos = Long.MAX_VALUE;
    for (int ref = open.oldest(); ref != QuerySlab.NONE; ref = open.oldest()) {
      long expiryNanos = open.nanos(ref) + limits.queryTimeoutNanos();
      if (nowNanos <= expiryNanos) {
        nextExpiryNanos = expiryNanos;
        break;
      }
      giveUp(ref, UnansweredReason.TIMEOUT);
    }
    while (!early.isEmpty()) {
      long expiryNanos = early.oldestNanos() + limits.reorderNanos();
      if (nowNanos <= expiryNanos) {
        nextExpiryNanos = Math.min(nextExpiryNanos, expiryNanos);
        break;
      }
      giveUpEarly();
    }
  }

  private void giveUp(int ref, UnansweredReason reason) {
    open.read(ref, query);
    open.remove(ref);
    if (crowd != null) {
      crowd.onGivenUp(query);
      crowd = open.isQuiet() ? null : crowd;
    }
    next.onUnanswered(query, reason);
  }

  private void giveUpEarly() {
    boolean taken = early.oldestIsTaken();
    long hash = early.oldestHash();
    early.removeOldest();
    if (taken) {
      return;
    }
    if (isRecentlyAnswered(hash, early.captured())) {
      next.onDuplicateResponse(early.captured());
    } else {
      next.onUnsolicited(early.captured());
    }
  }

  /**
   * Lets no response wait for its query any longer, so that nothing to be published is kept back.
   */
  public void giveUpEarlyResponses() {
    while (!early.isEmpty()) {
      giveUpEarly();
    }
  }

  /** Gives up everything that still waits: there will be no more messages. */
  public void finish() {
    for (int ref = open.oldest(); ref != QuerySlab.NONE; ref = open.oldest()) {
      giveUp(ref, UnansweredReason.ENDED);
    }
    giveUpEarlyResponses();
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
