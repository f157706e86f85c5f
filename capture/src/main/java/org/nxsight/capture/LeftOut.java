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
  /** It is a part of a fragmented datagram of which other parts did not come within 30 s. */
  INCOMPLETE_FRAGMENTS,
  /** It is a part of a datagram whose parts overlap (RFC 5722). */
  OVERLAPPING_FRAGMENTS,
  /** It is the exact copy of a part that came before. */
  DUPLICATE_FRAGMENT,
  /** It is a part of a fragmented datagram that had to make room for others. */
  EVICTED_FRAGMENTS,
  /** ICMP that ended a query, which it quotes as undeliverable. */
  ICMP_UNREACHABLE,
  /** ICMP that ended no query. */
  ICMP,
  /** It is IP, but neither UDP nor TCP nor ICMP. */
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
  MALFORMED_QUESTION,
  /** It is a dnstap frame that is no protocol buffer message of its kind. */
  MALFORMED_DNSTAP,
  /** It is a dnstap frame without the DNS message that its type promises. */
  DNSTAP_WITHOUT_MESSAGE,
  /** It is a dnstap message of a type not known here. */
  DNSTAP_UNKNOWN_TYPE,
  /** It is a dnstap message as an authority sees it, which was not asked for. */
  DNSTAP_AUTH,
  /** It is a dnstap message between resolver and authority, which was not asked for. */
  DNSTAP_RESOLVER,
  /** It is a dnstap message between client and resolver, which was not asked for. */
  DNSTAP_CLIENT,
  /** It is a dnstap message between resolver and forwarder, which was not asked for. */
  DNSTAP_FORWARDER,
  /** It is a dnstap message of a stub resolver, which was not asked for. */
  DNSTAP_STUB,
  /** It is a dnstap message of a tool, which was not asked for. */
  DNSTAP_TOOL,
  /** It is a dnstap message about a dynamic update, which was not asked for. */
  DNSTAP_UPDATE,
  /** Its message is longer than the datagram that would be made around it. */
  MESSAGE_TOO_LONG,
  /** It is a data frame longer than {@link org.nxsight.wire.dnstap.FrameView#MAX_DATA_OCTETS}. */
  FRAME_TOO_LONG,
  /** It is the beginning of a frame whose sender vanished before its end. */
  FRAME_CUT_OFF,
  /** It is an NMSG container that is malformed, so that its payloads cannot be told apart. */
  NMSG_MALFORMED_CONTAINER,
  /** It is an NMSG container that came in fragments, of which some are missing. */
  NMSG_INCOMPLETE_CONTAINER,
  /** It is an NMSG payload whose CRC-32C is wrong. */
  NMSG_WRONG_CRC,
  /** It is an NMSG payload that is not what its type promises. */
  NMSG_MALFORMED_PAYLOAD,
  /** It is an NMSG payload of a type that is not read. */
  NMSG_OTHER_TYPE,
  /** It is a dnsqr payload whose packets are or make no whole datagram. */
  NMSG_WITHOUT_DATAGRAM,
  /** It is a dnsqr payload with a single TCP segment. */
  NMSG_TCP_SEGMENT,
  /** It is a dnsqr payload with an ICMP message. */
  NMSG_ICMP;

  private final String key = name().toLowerCase(Locale.ROOT);

  /** The name of this reason in the summary. */
  public String key() {
    return key;
  }
}
