package org.nxsight.channels.form;

import org.nxsight.wire.ip.DatagramView;
import org.nxsight.wire.ip.UdpChecksum;
import org.nxsight.wire.nmsg.Dnsqr;
import org.nxsight.wire.nmsg.JoinedPackets;
import org.nxsight.wire.protobuf.ByteRanges;

/**
 * The DNS message inside the IP datagrams of a {@code base:dnsqr} payload.
 *
 * <p>As with nmsgtool, a query must stand in one datagram; a response may come in fragments. Only
 * UDP is looked into. The view is reused and never outlives the bytes it looks at.
 */
final class DnsPayload {
  private final JoinedPackets packets = new JoinedPackets();

  /** Looks for the query's message. */
  boolean locateQuery(Dnsqr dnsqr) {
    return dnsqr.queryPackets.count() == 1
        && dnsqr.queryIp.length() > 0
        && locate(dnsqr.queryPackets);
  }

  /** Looks for the response's message. */
  boolean locateResponse(Dnsqr dnsqr) {
    return dnsqr.responseIp.length() > 0 && locate(dnsqr.responsePackets);
  }

  /** The verdict on the response's UDP checksum; it cannot be told with an address zeroed. */
  UdpChecksum responseChecksum(Dnsqr dnsqr) {
    return dnsqr.resolverAddressZeroed || !locate(dnsqr.responsePackets)
        ? UdpChecksum.ERROR
        : UdpChecksum.verify(packets.datagram());
  }

  /** Looks for a whole UDP datagram in {@code ranges}. */
  boolean locate(ByteRanges ranges) {
    return packets.join(ranges) == DatagramView.Shape.UDP;
  }

  /** The array the message stands in. */
  byte[] bytes() {
    return packets.datagram().bytes();
  }

  /** Where the message starts. */
  int offset() {
    return packets.datagram().payloadOffset();
  }

  /** The message's length. */
  int length() {
    return packets.datagram().payloadLength();
  }
}
