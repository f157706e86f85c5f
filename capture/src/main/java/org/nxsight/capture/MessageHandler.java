package org.nxsight.capture;

import org.nxsight.wire.dns.DnsMessageView;
import org.nxsight.wire.ip.DatagramView;

/** Takes DNS messages with the datagram that carried them. */
public interface MessageHandler {
  /**
   * One message; both views are only good during the call.
   *
   * @param epochNanos when it was captured, in nanoseconds since 1970
   */
  void onMessage(DatagramView datagram, DnsMessageView message, long epochNanos);
}
