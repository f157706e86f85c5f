package org.nxsight.capture.fragment;

/** Why a fragment does not become part of a whole datagram. */
public enum FragmentFate {
  /** The others did not come in time. */
  INCOMPLETE,
  /** Its datagram had to make room, or is larger or in more parts than are kept. */
  EVICTED,
  /** It, or another one of its datagram, overlaps what came before (RFC 5722, section 4). */
  OVERLAPPING,
  /** The same fragment, octet for octet, came before. */
  DUPLICATE,
  /** It is empty, ends inside a unit of eight octets, or reaches over the longest datagram. */
  MALFORMED,
  /** The ports, which the first fragment tells, are not those of DNS. */
  OTHER_PORT
}
