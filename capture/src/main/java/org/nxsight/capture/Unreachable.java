package org.nxsight.capture;

/** What a host or router on the way says of a query it did not deliver (RFC 792, RFC 4443). */
public enum Unreachable {
  /** Nobody listens on the port. */
  PORT,
  /** The host does not answer, or is not known. */
  HOST,
  /** There is no way to the network. */
  NETWORK,
  /** The host does not speak the protocol. */
  PROTOCOL,
  /** A filter forbids it. */
  PROHIBITED,
  /** It is too long for a link on the way and may not be cut. */
  TOO_BIG,
  /** It went round in circles, or its fragments did not all arrive. */
  TIME_EXCEEDED
}
