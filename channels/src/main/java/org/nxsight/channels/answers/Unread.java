package org.nxsight.channels.answers;

/** Why no RRset is taken from a response. */
public enum Unread {
  /** Its opcode is not QUERY: an update, a notification (RFC 1996, RFC 2136). */
  OTHER_OPCODE,
  /** It has no question. */
  NO_QUESTION,
  /** The question's class is not Internet, and zones are those of the Internet class. */
  OTHER_CLASS,
  /** It transfers a zone: AXFR or IXFR (RFC 5936, RFC 1995). */
  ZONE_TRANSFER,
  /** It is truncated, so that any of its sets may be incomplete (RFC 2181, section 9). */
  TRUNCATED
}
