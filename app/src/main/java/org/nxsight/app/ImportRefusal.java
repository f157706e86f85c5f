package org.nxsight.app;

/** Why something that was to be imported is not. */
enum ImportRefusal {
  /** A payload of another type than SIE:dnsdedupe. */
  OTHER_TYPE("payloads of another type than SIE:dnsdedupe"),
  /** A container or a payload that is malformed. */
  MALFORMED("malformed containers or payloads"),
  /** A line that is no JSON object. */
  NO_JSON("lines that are no JSON object"),
  /** A line of more octets than an RRset can have. */
  LONG_LINE("lines that are too long"),
  /** The name, type, rdata or times are missing, or of another kind than in the format. */
  INCOMPLETE("without a name, type, rdata or times"),
  /** The name or the bailiwick is no domain name. */
  BAD_NAME("with a name that is none"),
  /** The type is not known, or one of questions and not of data. */
  BAD_TYPE("with a type that records cannot have"),
  /** The class is not Internet. */
  OTHER_CLASS("of another class than IN"),
  /** The rdata does not have the form of its type. */
  BAD_RDATA("with rdata against its type"),
  /** The name is not in the bailiwick. */
  OUTSIDE_BAILIWICK("outside of their bailiwick"),
  /** Last before first, or beyond the year 2106; or a count below one. */
  BAD_COUNTS("with times or a count that cannot be");

  private final String plural;

  ImportRefusal(String plural) {
    this.plural = plural;
  }

  /** What they are, behind their number. */
  String plural() {
    return plural;
  }
}
