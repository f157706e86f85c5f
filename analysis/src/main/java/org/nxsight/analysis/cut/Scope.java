package org.nxsight.analysis.cut;

/** How much of a name is missing, by where the SOA of the denial sits (RFC 2308, RFC 8020). */
public enum Scope {
  /** The SOA is the root's: the top-level domain does not exist. */
  MISSING_TLD,
  /** The SOA is a registry's: the registrable domain does not exist. */
  UNREGISTERED_DOMAIN,
  /** The SOA is of a living zone: a host below it does not exist. */
  MISSING_HOST,
  /** The name is one of the reverse tree, in-addr.arpa or ip6.arpa. */
  REVERSE,
  /** The SOA cannot be what denied this name. */
  UNTRUSTED,
  /** There was no SOA. */
  UNKNOWN
}
