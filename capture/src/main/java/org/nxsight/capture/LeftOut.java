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
  /** The capture's snap length cut it off. */
  CUT_OFF,
  /** It is a part of a fragmented datagram of which other parts did not come within 30 s. */
  INCOMPLETE_FRAGMENTS,
  /** It is a part of a datagram whose parts overlap (RFC 5722). */
  OVERLAPPING_FRAGMENTS,
  /** It is the exact copy of a part that came before. */
  DUPLICATE_FRAGMENT,
  /** It is a part of a fragmented datagram that had to make room for others. */
  EVICTED_FRAGMENTS,
  /** It is IP, but neither UDP nor TCP. */
  OTHER_PROTOCOL,
  /** Neither port is one of those that are read. */
  OTHER_PORT,
  /** Multicast DNS, port 5353 (RFC 6762). */
  MDNS,
  /** Link-local multicast name resolution, port 5355 (RFC 4795). */
  LLMNR,
  /** A TCP segment on a DNS port without data: SYN, ACK, FIN or RST alone. */
  TCP_CONTROL,
  /** A TCP segment on a DNS port of which all data came before. */
  TCP_RETRANSMISSION,
  /** A TCP segment on a DNS port whose data belongs to no message that was captured whole. */
  TCP_INCOMPLETE,
  /** A TCP segment with nothing but later messages of a zone transfer (RFC 5936). */
  ZONE_TRANSFER,
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
