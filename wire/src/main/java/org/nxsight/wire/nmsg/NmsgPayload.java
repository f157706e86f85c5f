package org.nxsight.wire.nmsg;

/** A payload that knows how to write itself: dnsqr, dnsnx or dnsdedupe. */
public interface NmsgPayload {
  /** The vendor's number, 1 for base and 2 for SIE. */
  int vendor();

  /** The message type's number among its vendor's. */
  int messageType();

  /** The octets {@link #encode} writes. */
  int encodedOctets();

  /** Writes the payload at {@code out[at]}, which has room for {@link #encodedOctets}. */
  void encode(byte[] out, int at);
}
