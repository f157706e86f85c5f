package org.nxsight.capture;

import org.jspecify.annotations.Nullable;
import org.nxsight.capture.fragment.FragmentFate;
import org.nxsight.capture.fragment.FragmentHandler;
import org.nxsight.capture.fragment.Fragments;
import org.nxsight.capture.fragment.WholeDatagram;
import org.nxsight.capture.tcp.SegmentFate;
import org.nxsight.capture.tcp.StreamCounts;
import org.nxsight.capture.tcp.StreamHandler;
import org.nxsight.capture.tcp.StreamedMessage;
import org.nxsight.capture.tcp.TcpStreams;
import org.nxsight.wire.dns.DnsMessageView;
import org.nxsight.wire.ip.DatagramView;

/**
 * Finds the DNS messages in packets: through link layer, IP and its fragments, UDP and TCP streams.
 * What carries none is counted under its reason; nothing is allocated for a packet.
 */
public final class DnsPackets implements PacketHandler {
  private final Ports ports;
  private final PacketCounts counts;
  private final MessageHandler next;
  private final CapturedMessage captured = new CapturedMessage();
  private final DatagramView datagram = captured.datagram();
  private final DnsMessageView message = captured.message();
  private final Fragments fragments;
  private final TcpStreams streams;

  /** With a hash that is not seeded. */
  public DnsPackets(Ports ports, PacketCounts counts, MessageHandler next) {
    this(ports, counts, 0, next);
  }

  /**
   * @param ports where DNS is spoken
   * @param counts where each packet's fate is counted
   * @param seed of the hash that streams are found by; any secret number
   * @param next gets the messages
   */
  public DnsPackets(Ports ports, PacketCounts counts, long seed, MessageHandler next) {
    this.ports = ports;
    this.counts = counts;
    this.next = next;
    fragments = new Fragments(ports::contains, new FromFragments());
    streams = new TcpStreams(seed, new FromStreams());
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
      case UDP -> onUdp(epochNanos, null);
      case TCP -> onTcp(1, epochNanos);
      case OTHER_PROTOCOL -> counts.onLeftOut(LeftOut.OTHER_PROTOCOL);
      case FRAGMENT -> onFragment(epochNanos);
      case NOT_IP -> counts.onLeftOut(LeftOut.NOT_IP);
      case TRUNCATED -> onTruncated(length < originalLength);
      case MALFORMED -> counts.onLeftOut(LeftOut.MALFORMED_PACKET);
    }
  }

  /** Gives up what still waits for its other parts: there will be no more packets. */
  public void finish() {
    fragments.finish();
    streams.finish();
  }

  /** What TCP streams lost and passed over. */
  public StreamCounts streamCounts() {
    return streams.counts();
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

  /**
   * @param whole the datagram's fragments, or null when it came in one piece
   */
  private void onUdp(long epochNanos, @Nullable WholeDatagram whole) {
    int packets = whole == null ? 1 : whole.fragments();
    if (!onDnsPort()) {
      counts.onLeftOut(otherPort(), packets);
      return;
    }
    switch (message.wrap(datagram.bytes(), datagram.payloadOffset(), datagram.payloadLength())) {
      case WELL_FORMED -> {
        counts.onDnsPackets(packets);
        counts.onMessage();
        captured.begin(epochNanos);
        if (whole != null) {
          addFragments(whole);
        }
        next.onMessage(captured);
      }
      case SHORT_HEADER -> counts.onLeftOut(LeftOut.NOT_DNS, packets);
      case BAD_QUESTION -> counts.onLeftOut(LeftOut.MALFORMED_QUESTION, packets);
    }
  }

  private void onTcp(int packets, long epochNanos) {
    if (onDnsPort()) {
      streams.onSegment(datagram, packets, epochNanos);
    } else {
      counts.onLeftOut(LeftOut.OTHER_PORT, packets);
    }
  }

  private void addFragments(WholeDatagram whole) {
    captured.fragments().setBytes(whole.fragmentBytes());
    for (int i = 0; i < whole.fragments(); i++) {
      captured
          .fragments()
          .add(whole.fragmentStart(i), whole.fragmentLength(i), whole.fragmentNanos(i));
    }
  }

  private void onFragment(long epochNanos) {
    if (datagram.protocol() == DatagramView.UDP
        || datagram.protocol() == DatagramView.TCP
        || datagram.isExtension()) {
      fragments.onFragment(datagram, epochNanos);
    } else {
      counts.onLeftOut(LeftOut.OTHER_PROTOCOL);
    }
  }

  private final class FromFragments implements FragmentHandler {
    @Override
    public void onWhole(WholeDatagram whole) {
      switch (datagram.wrap(whole.bytes(), 0, whole.length())) {
        case UDP -> onUdp(whole.lastNanos(), whole);
        case TCP -> onTcp(whole.fragments(), whole.lastNanos());
        case OTHER_PROTOCOL -> counts.onLeftOut(LeftOut.OTHER_PROTOCOL, whole.fragments());
        case FRAGMENT, NOT_IP, TRUNCATED, MALFORMED ->
            counts.onLeftOut(LeftOut.MALFORMED_PACKET, whole.fragments());
      }
    }

    @Override
    public void onLeftOut(FragmentFate fate, int fragments) {
      counts.onLeftOut(
          switch (fate) {
            case INCOMPLETE -> LeftOut.INCOMPLETE_FRAGMENTS;
            case OVERLAPPING -> LeftOut.OVERLAPPING_FRAGMENTS;
            case DUPLICATE -> LeftOut.DUPLICATE_FRAGMENT;
            case EVICTED -> LeftOut.EVICTED_FRAGMENTS;
            case MALFORMED -> LeftOut.MALFORMED_PACKET;
            case OTHER_PORT -> LeftOut.OTHER_PORT;
          },
          fragments);
    }
  }

  private final class FromStreams implements StreamHandler {
    /** Not the packet's own one: a message may have come in earlier packets. */
    private final CapturedMessage rebuilt = new CapturedMessage();

    @Override
    public boolean onMessage(StreamedMessage streamed) {
      DatagramView around = rebuilt.datagram();
      around.wrap(streamed.bytes(), 0, streamed.length());
      if (rebuilt.message().wrap(around.bytes(), around.payloadOffset(), around.payloadLength())
          != DnsMessageView.Shape.WELL_FORMED) {
        return false;
      }
      counts.onMessage();
      rebuilt.begin(streamed.epochNanos());
      next.onMessage(rebuilt);
      return true;
    }

    @Override
    public void onSegments(SegmentFate fate, int packets) {
      switch (fate) {
        case DNS -> counts.onDnsPackets(packets);
        case ZONE_TRANSFER -> counts.onLeftOut(LeftOut.ZONE_TRANSFER, packets);
        case MALFORMED_QUESTION -> counts.onLeftOut(LeftOut.MALFORMED_QUESTION, packets);
        case CONTROL -> counts.onLeftOut(LeftOut.TCP_CONTROL, packets);
        case RETRANSMISSION -> counts.onLeftOut(LeftOut.TCP_RETRANSMISSION, packets);
        case INCOMPLETE -> counts.onLeftOut(LeftOut.TCP_INCOMPLETE, packets);
      }
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
