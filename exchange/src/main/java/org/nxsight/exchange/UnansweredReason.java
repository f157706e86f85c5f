package org.nxsight.exchange;

import java.util.Locale;
import org.nxsight.capture.Unreachable;

/** Why a query is given up. */
public enum UnansweredReason {
  /** No response came in time. */
  TIMEOUT,
  /** It had to make room for others before its time was up. */
  EVICTED,
  /** The traffic ended before its time was up. */
  ENDED,
  /** ICMP: nobody listens on the server's port. */
  PORT_UNREACHABLE,
  /** ICMP: the server does not answer, or is not known. */
  HOST_UNREACHABLE,
  /** ICMP: there is no way to the server's network. */
  NETWORK_UNREACHABLE,
  /** ICMP: the server does not speak the protocol. */
  PROTOCOL_UNREACHABLE,
  /** ICMP: a filter forbids it. */
  PROHIBITED,
  /** ICMP: it was too long for a link on the way. */
  TOO_BIG,
  /** ICMP: it went round in circles, or its fragments did not all arrive. */
  TIME_EXCEEDED;

  private final String key = name().toLowerCase(Locale.ROOT);

  static UnansweredReason of(Unreachable unreachable) {
    return switch (unreachable) {
      case PORT -> PORT_UNREACHABLE;
      case HOST -> HOST_UNREACHABLE;
      case NETWORK -> NETWORK_UNREACHABLE;
      case PROTOCOL -> PROTOCOL_UNREACHABLE;
      case PROHIBITED -> PROHIBITED;
      case TOO_BIG -> TOO_BIG;
      case TIME_EXCEEDED -> TIME_EXCEEDED;
    };
  }

  /** Whether ICMP told. */
  public boolean isUnreachable() {
    return compareTo(ENDED) > 0;
  }

  /** The name of this reason in the summary. */
  public String key() {
    return key;
  }
}
