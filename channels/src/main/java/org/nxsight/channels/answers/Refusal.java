package org.nxsight.channels.answers;

/** Why an RRset is refused. */
public enum Refusal {
  /** Nothing tells which zone's servers were asked. */
  ZONE_UNKNOWN,
  /** Only the response itself tells its zone, and the set is not what was asked for. */
  ZONE_UNCONFIRMED,
  /** It is outside of the zone whose servers were asked, and of all this server is known for. */
  OUTSIDE_BAILIWICK,
  /** It claims authority without the AA bit: not a delegation from above, and not its glue. */
  NOT_AUTHORITATIVE,
  /** Its type is no data: 0 or 128 to 255 (RFC 6895, section 3.1). */
  META_TYPE,
  /** Its class is not Internet. */
  OTHER_CLASS;

  /** Whether the set may well be true, and nothing more than its place is not known. */
  public boolean isUnplaced() {
    return this == ZONE_UNKNOWN || this == ZONE_UNCONFIRMED || this == NOT_AUTHORITATIVE;
  }
}
