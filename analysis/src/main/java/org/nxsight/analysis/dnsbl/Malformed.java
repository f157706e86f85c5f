package org.nxsight.analysis.dnsbl;

/** Why what stands in front of a list's zone is no item that the list could know. */
public enum Malformed {
  /** Nothing: it is an item. */
  NONE,
  /** The question is for the list's zone itself. */
  NO_ITEM,
  /** It begins like an IPv4 address but has not four octets. */
  NOT_FOUR_OCTETS,
  /** The list takes addresses and this is none. */
  NOT_AN_ADDRESS,
  /** The list takes hashes and this is none that it takes. */
  NOT_A_HASH,
  /** The list takes domains and this is one label. */
  SINGLE_LABEL
}
