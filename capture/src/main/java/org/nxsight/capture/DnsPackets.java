package org.nxsight.capture;

import org.nxsight.wire.dns.DnsMessageView;
import org.nxsight.wire.ip.DatagramView;

/**
 * Finds the DNS message in each packet: through link layer, IP and UDP. What carries none is
 * counted under its reason; nothing is allocated for a packet.
 */
public final class DnsPackets implements PacketHandler {
  private final Ports ports;
  private final PacketCounts counts;
  private final MessageHandler next;
  private final CapturedMessage captured = new CapturedMessage();
  private final DatagramView datagram = captured.datagram();
  private final DnsMessageView message = captured.message();

  /**
   * @param ports where DNS is spoken
   * @param counts where each packet's fate is counted
   * @param next gets the messages
   */
  public DnsPackets(Ports ports, PacketCounts counts, MessageHandler next) {
    this.ports = ports;
    this.counts = counts;
    this.next = next;
  }

  @Override
  public void onPacket(
      byte[] bytes, int offset, int length, int originalLength, long epochNanos, int linkType) {
    counts.onPacket(originalLength, epochNanos);
    int ip = LinkLayer.ipOffset(linkType, bytes, offset, length);
    if (ip < 0) {
      counts.onLeftOut(
          switch (ip) {
            case LinkLayer.NOT_IP -> LeftOut.NOT_IP;
            case LinkLayer.UNKNOWN_LINK_TYPE -> LeftOut.UNKNOWN_LINK_TYPE;
            default -> length < originalLength ? LeftOut.CUT_OFF : LeftOut.MALFORMED_PACKET;
          });
      return;
    }
    switch (datagram.wrap(bytes, ip, offset + length - ip)) {
      case UDP -> onUdp(epochNanos);
      case TCP -> counts.onLeftOut(onDnsPort() ? LeftOut.TCP_SEGMENT : LeftOut.OTHER_PORT);
      case OTHER_PROTOCOL -> counts.onLeftOut(LeftOut.OTHER_PROTOCOL);
      case FRAGMENT -> counts.onLeftOut(LeftOut.FRAGMENT);
      case NOT_IP -> counts.onLeftOut(LeftOut.NOT_IP);
      case TRUNCATED -> onTruncated(length < originalLength);
      case MALFORMED -> counts.onLeftOut(LeftOut.MALFORMED_PACKET);
    }
  }

  private boolean onDnsPort() {
    return ports.contains(datagram.destinationPort()) || ports.contains(datagram.sourcePort());
  }

  private void onTruncated(boolean bySnapLength) {
    if (datagram.hasPorts() && !onDnsPort()) {
      counts.onLeftOut(otherPort());
    } else {
      counts.onLeftOut(bySnapLength ? LeftOut.CUT_OFF : LeftOut.MALFORMED_PACKET);
    }
  }

  private void onUdp(long epochNanos) {
    if (!onDnsPort()) {
      counts.onLeftOut(otherPort());
      return;
    }
    switch (message.wrap(datagram.bytes(), datagram.payloadOffset(), datagram.payloadLength())) {
      case WELL_FORMED -> {
        counts.onDnsPacket();
        captured.begin(epochNanos);
        next.onMessage(captured);
      }
      case SHORT_HEADER -> counts.onLeftOut(LeftOut.NOT_DNS);
      case BAD_QUESTION -> counts.onLeftOut(LeftOut.MALFORMED_QUESTION);
    }
  }

  private LeftOut otherPort() {
    int source = datagram.sourcePort();
    int destination = datagram.destinationPort();
    if (source == Ports.MDNS || destination == Ports.MDNS) {
      return LeftOut.MDNS;
    }
    return source == Ports.LLMNR || destination == Ports.LLMNR ? LeftOut.LLMNR : LeftOut.OTHER_PORT;
  }
}
