package org.nxsight.channels.answers;

/** What told the zone whose servers were asked; the better ones first. */
public enum ZoneSource {
  /** The resolver itself, by dnstap's query_zone. */
  RESOLVER,
  /** A delegation to this server that was seen before. */
  DELEGATION,
  /** The SOA or the NS set in the response: what anybody can claim. */
  RESPONSE,
  /**
   * Nothing but the question: a resolver asked this server about this name, and the server answered
   * with authority. So the zone is the name's or one above it.
   */
  QUESTION,
  /** Nothing. */
  NOTHING;

  /** 1 for the best to 4; 0 for nothing. */
  public int number() {
    return this == NOTHING ? 0 : ordinal() + 1;
  }
}
