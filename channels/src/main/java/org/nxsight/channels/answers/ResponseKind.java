package org.nxsight.channels.answers;

/** What a response that was read says (RFC 2308, section 2). */
public enum ResponseKind {
  /** The answer section has a set of the type asked for, or all of them. */
  ANSWER,
  /** The answer section has an alias alone: CNAME or DNAME. */
  ALIAS,
  /** The name exists and has no set of this type; the authority section has an SOA. */
  NODATA,
  /** The name does not exist. */
  NXDOMAIN,
  /** The authority section delegates to other servers. */
  REFERRAL,
  /** None of this. */
  EMPTY
}
