package org.nxsight.capture.tcp;

/** What becomes of a TCP segment. */
public enum SegmentFate {
  /** It carried a DNS message, or a part of one. */
  DNS,
  /** It carried only parts of the later messages of a zone transfer (RFC 5936). */
  ZONE_TRANSFER,
  /** It carried only parts of messages whose question is malformed. */
  MALFORMED_QUESTION,
  /** It carried no octets: SYN, ACK, FIN or RST alone. */
  CONTROL,
  /** All its octets came before. */
  RETRANSMISSION,
  /** Its octets belong to no message that was captured whole. */
  INCOMPLETE
}
