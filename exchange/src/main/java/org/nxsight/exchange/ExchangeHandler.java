package org.nxsight.exchange;

import org.nxsight.capture.CapturedMessage;

/**
 * Takes the outcome of pairing: each DNS message that was captured comes by exactly once. All views
 * are only good during the call, and the records of a response have been scanned.
 */
public interface ExchangeHandler {
  /** A response to a query that was seen. */
  void onAnswered(QueryView query, CapturedMessage response);

  /** A query that is given up without a response. */
  void onUnanswered(QueryView query, UnansweredReason reason);

  /** A response to no query that was seen. */
  void onUnsolicited(CapturedMessage response);

  /** One more response to a query that has just been answered. */
  void onDuplicateResponse(CapturedMessage response);

  /** One more copy of a query that is still open. */
  void onRepeatedQuery(CapturedMessage query);
}
