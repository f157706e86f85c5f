package org.nxsight.channels.answers;

/** What told the zone whose servers were asked. */
public enum ZoneSource {
  /** The resolver itself, by dnstap's query_zone. */
  RESOLVER,
  /** A delegation to this server that was seen before. */
  DELEGATION,
  /** The SOA or the NS set in the response: what anybody can claim. */
  RESPONSE,
  /** Nothing. */
  NOTHING
}
