package org.nxsight.analysis.dnsbl;

/**
 * A zone that DNS lists are asked in (RFC 5782).
 *
 * @param name the zone, without the dot at the end
 * @param formats what may stand in front of it, bits of {@link ItemFormat#bit}
 * @param purpose what being listed means
 * @param operator who runs it; {@code -} when not known
 * @param list its name for a person
 * @param closed whether it has ended and is only asked on
 * @param key where a customer's key stands in a question
 */
public record ListZone(
    String name,
    int formats,
    Purpose purpose,
    String operator,
    String list,
    boolean closed,
    KeyPlace key) {

  /** What being listed means. */
  public enum Purpose {
    /** Mail from it is refused. */
    BLOCK,
    /** It is trusted. */
    ALLOW,
    /** It is an address that should not send mail itself, or is of a country or network. */
    POLICY,
    /** It is a domain or address that stands in the text of bad mail. */
    URI,
    /** It is something else found in bad mail. */
    CONTENT,
    /** It is part of the Tor network. */
    TOR,
    /** The answer is a fact, such as the network's number. */
    LOOKUP
  }

  /** Where a customer's key stands. */
  public enum KeyPlace {
    /** Nowhere. */
    NONE,
    /** Between the item and the zone. */
    BEHIND,
    /** Before the item. */
    FRONT
  }

  /** Whether such an item may stand in front of it. */
  public boolean takes(ItemFormat format) {
    return (formats & format.bit()) != 0;
  }
}
