package org.nxsight.exchange;

/** Where the split sends an exchange. One exchange can go to several. */
public enum Channel {
  /** Every response whose extended rcode is not 0: DNS Errors. */
  ERRORS,
  /** Every NXDOMAIN that answers a query. */
  NXDOMAIN,
  /** Every successful response to a query. */
  ANSWERS,
  /** Every error and NXDOMAIN with a question whose response can be believed. */
  FAILURES,
  /** Every response, with its query when that was seen: raw passive DNS. */
  EXCHANGES;

  int bit() {
    return 1 << ordinal();
  }
}
