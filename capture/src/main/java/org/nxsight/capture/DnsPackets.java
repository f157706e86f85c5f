package org.nxsight.capture;

import org.nxsight.capture.layers.Inside;
import org.nxsight.capture.layers.LinkLayer;
import org.nxsight.capture.layers.Tunnel;
import org.nxsight.wire.dns.DnsMessageView;
import org.nxsight.wire.ip.DatagramView;
import org.nxsight.wire.ip.DatagramView.Shape;

/**
 * Finds the DNS message in each packet: through link layer, tunnels, IP and UDP. What carries none
 * is counted under its reason; nothing is allocated for a packet.
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
    boolean bySnapLength = length < originalLength;
    int ip = LinkLayer.ipOffset(linkType, bytes, offset, offset + length);
    if (ip < 0) {
      counts.onLeftOut(reason(ip, bySnapLength));
    } else {
      onDatagram(bytes, ip, offset + length, bySnapLength, epochNanos);
    }
  }

  /** Goes through tunnels to the innermost datagram, which is the one that counts. */
  private void onDatagram(byte[] bytes, int offset, int end, boolean bySnapLength, long nanos) {
    Shape shape = datagram.wrap(bytes, offset, end - offset);
    for (int depth = 0; shape != Shape.UDP || !onDnsPort(); depth++) {
      int inner = Tunnel.ipOffset(shape, datagram);
      if (inner == Inside.NO_TUNNEL) {
        break;
      }
      if (depth == Tunnel.MAX_DEPTH) {
        inner = Inside.TOO_DEEP;
      }
      if (inner < 0) {
        counts.onLeftOut(reason(inner, bySnapLength));
        return;
      }
      shape = datagram.wrap(bytes, inner, datagram.offset() + datagram.length() - inner);
    }
    switch (shape) {
      case UDP -> onUdp(nanos);
      case TCP -> counts.onLeftOut(onDnsPort() ? LeftOut.TCP_SEGMENT : LeftOut.OTHER_PORT);
      case OTHER_PROTOCOL -> counts.onLeftOut(LeftOut.OTHER_PROTOCOL);
      case FRAGMENT -> counts.onLeftOut(LeftOut.FRAGMENT);
      case NOT_IP -> counts.onLeftOut(LeftOut.NOT_IP);
      case TRUNCATED -> onTruncated(bySnapLength, nanos);
      case MALFORMED -> counts.onLeftOut(LeftOut.MALFORMED_PACKET);
    }
  }

  private static LeftOut reason(int inside, boolean bySnapLength) {
    return switch (inside) {
      case Inside.NOT_IP -> LeftOut.NOT_IP;
      case Inside.UNKNOWN_LINK_TYPE -> LeftOut.UNKNOWN_LINK_TYPE;
      case Inside.TOO_DEEP -> LeftOut.NESTED_TOO_DEEP;
      default -> bySnapLength ? LeftOut.CUT_OFF : LeftOut.MALFORMED_PACKET;
    };
  }

  private boolean onDnsPort() {
    return ports.contains(datagram.destinationPort()) || ports.contains(datagram.sourcePort());
  }

  /**
   * A datagram that the capture has only the beginning of goes on when that holds the header and
   * the question: they say which name failed, and how. Who cut it makes no difference, be it the
   * snap length or a mirror that sends so many octets of each packet.
   */
  private void onTruncated(boolean bySnapLength, long epochNanos) {
    if (datagram.hasPorts() && !onDnsPort()) {
      counts.onLeftOut(otherPort());
    } else if (datagram.protocol() == DatagramView.UDP
        && datagram.hasTransportHeader()
        && wrapMessage() == DnsMessageView.Shape.WELL_FORMED) {
      captured.begin(epochNanos);
      captured.cutOff();
      counts.onDnsPacket();
      counts.onCutOff();
      next.onMessage(captured);
    } else {
      counts.onLeftOut(bySnapLength ? LeftOut.CUT_OFF : LeftOut.MALFORMED_PACKET);
    }
  }

  private void onUdp(long epochNanos) {
    if (!onDnsPort()) {
      counts.onLeftOut(otherPort());
      return;
    }
    switch (wrapMessage()) {
      case WELL_FORMED -> {
        counts.onDnsPacket();
        captured.begin(epochNanos);
        next.onMessage(captured);
      }
      case SHORT_HEADER -> counts.onLeftOut(LeftOut.NOT_DNS);
      case BAD_QUESTION -> counts.onLeftOut(LeftOut.MALFORMED_QUESTION);
    }
  }

  private DnsMessageView.Shape wrapMessage() {
    return message.wrap(datagram.bytes(), datagram.payloadOffset(), datagram.payloadLength());
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
