package org.nxsight.analysis.findings.lists;

/** What a list said about an item. */
enum Said {
  /** NXDOMAIN, or no record: it is not on the list (RFC 5782, section 2.1). */
  NOT_LISTED,
  /** An address in 127.0.0.0/8, or a text. */
  LISTED,
  /** REFUSED, or an address in 127.255.255.0/24: this resolver gets no answers. */
  REFUSED,
  /** An address outside of 127.0.0.0/8, which no list gives: somebody else has the zone now. */
  FOREIGN,
  /** Any other error. */
  FAILED
}
