package org.nxsight.analysis.causes;

import org.nxsight.analysis.cut.Cut;
import org.nxsight.exchange.ExchangeView;

/**
 * The cut of the exchange that was looked at last, for those who look at the same one after: told
 * by where it lies and when it was answered.
 */
final class LastCut {
  private byte[] bytes = {};
  private int offset;
  private long nanos;
  private Cut cut = new Cut();
  private int by;

  /**
   * @param cut stays what it is until the next exchange
   * @param by how much further to the right a qname stands at the start of an array
   */
  void set(ExchangeView exchange, Cut cut, int by) {
    bytes = exchange.bytes();
    offset = exchange.messageOffset();
    nanos = exchange.responseNanos();
    this.cut = cut;
    this.by = by;
  }

  /** Gives the cut for a qname at the start of its array; false when it is of another exchange. */
  @SuppressWarnings("ReferenceEquality") // it is the array that matters, not what it holds
  boolean copy(ExchangeView exchange, Cut into) {
    if (exchange.bytes() != bytes
        || exchange.messageOffset() != offset
        || exchange.responseNanos() != nanos) {
      return false;
    }
    into.become(cut, by);
    return true;
  }
}
