package org.nxsight.capture;

import java.util.Locale;

/**
 * Why a packet does not go on as a DNS message. The reasons are listed in docs/accounting.md with
 * what a person should do about each.
 */
public enum LeftOut {
  /** Its link layer carries something else than IP, ARP for instance. */
  NOT_IP,
  /** The capture's link type is not read. */
  UNKNOWN_LINK_TYPE,
  /** It ends inside a link-layer header, or an IP or UDP header contradicts itself. */
  MALFORMED_PACKET,
  /** It has more headers or tunnels inside each other than are opened. */
  NESTED_TOO_DEEP,
  /** The capture's snap length cut it off before its question ended. */
  CUT_OFF,
  /** It is a part of a fragmented datagram. */
  FRAGMENT,
  /** It is IP, but neither UDP nor TCP. */
  OTHER_PROTOCOL,
  /** Neither port is one of those that are read. */
  OTHER_PORT,
  /** Multicast DNS, port 5353 (RFC 6762). */
  MDNS,
  /** Link-local multicast name resolution, port 5355 (RFC 4795). */
  LLMNR,
  /** A TCP segment on a DNS port. */
  TCP_SEGMENT,
  /** It is too short for a DNS header. */
  NOT_DNS,
  /** The question of its DNS message is malformed. */
  MALFORMED_QUESTION;

  private final String key = name().toLowerCase(Locale.ROOT);

  /** The name of this reason in the summary. */
  public String key() {
    return key;
  }
}
