package org.nxsight.capture;

import org.jspecify.annotations.Nullable;
import org.nxsight.capture.fragment.FragmentFate;
import org.nxsight.capture.fragment.FragmentHandler;
import org.nxsight.capture.fragment.Fragments;
import org.nxsight.capture.fragment.WholeDatagram;
import org.nxsight.capture.layers.Inside;
import org.nxsight.capture.layers.LinkLayer;
import org.nxsight.capture.layers.Tunnel;
import org.nxsight.capture.tcp.SegmentFate;
import org.nxsight.capture.tcp.StreamCounts;
import org.nxsight.capture.tcp.StreamHandler;
import org.nxsight.capture.tcp.StreamedMessage;
import org.nxsight.capture.tcp.TcpStreams;
import org.nxsight.wire.dns.DnsMessageView;
import org.nxsight.wire.ip.DatagramView;
import org.nxsight.wire.ip.DatagramView.Shape;

/**
 * Finds the DNS messages in packets: through link layer, tunnels, IP and its fragments, UDP and TCP
 * streams. What carries none is counted under its reason; nothing is allocated for a packet.
 */
public final class DnsPackets implements PacketHandler {
  private final Ports ports;
  private final PacketCounts counts;
  private final MessageHandler next;
  private final CapturedMessage captured = new CapturedMessage();
  private final DatagramView datagram = captured.datagram();
  private final DnsMessageView message = captured.message();
  private final IcmpError icmpError = new IcmpError();
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
    fragments =
        new Fragments(port -> ports.contains(port) || Tunnel.isPort(port), new FromFragments());
    streams = new TcpStreams(seed, new FromStreams());
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
      onDatagram(bytes, ip, offset + length, bySnapLength, epochNanos, null);
    }
  }

  /**
   * Goes through tunnels to the innermost datagram, which is the one that counts.
   *
   * @param whole the outermost datagram's fragments, or null when it came in one piece
   */
  private void onDatagram(
      byte[] bytes,
      int offset,
      int end,
      boolean bySnapLength,
      long epochNanos,
      @Nullable WholeDatagram whole) {
    int packets = whole == null ? 1 : whole.fragments();
    Shape shape = datagram.wrap(bytes, offset, end - offset);
    int depth = 0;
    while (!isUdp(shape) || !onDnsPort()) {
      int inner = Tunnel.ipOffset(shape, datagram);
      if (inner == Inside.NO_TUNNEL) {
        break;
      }
      if (depth == Tunnel.MAX_DEPTH) {
        inner = Inside.TOO_DEEP;
      }
      if (inner < 0) {
        counts.onLeftOut(reason(inner, bySnapLength), packets);
        return;
      }
      shape = datagram.wrap(bytes, inner, datagram.offset() + datagram.length() - inner);
      depth++;
    }
    switch (shape) {
      case UDP -> onUdp(packets, epochNanos, depth == 0 ? whole : null);
      case TCP -> onTcp(packets, epochNanos);
      case OTHER_PROTOCOL -> onOtherProtocol(packets, epochNanos);
      case FRAGMENT -> onFragment(packets, epochNanos);
      case NOT_IP -> counts.onLeftOut(LeftOut.NOT_IP, packets);
      case TRUNCATED -> onTruncated(packets, bySnapLength, epochNanos);
      case MALFORMED -> counts.onLeftOut(LeftOut.MALFORMED_PACKET, packets);
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

  /** Gives up what has waited too long for its other parts at this time. */
  public void expire(long nowNanos) {
    fragments.expire(nowNanos);
    streams.expire(nowNanos);
  }

  /** Gives up what still waits for its other parts: there will be no more packets. */
  public void finish() {
    fragments.finish();
    streams.finish();
  }

  /** The memory that fragments and streams may take now, in octets; 36 MiB at most. */
  public long heldOctets() {
    return fragments.octets() + streams.octets();
  }

  /** What TCP streams lost and passed over. */
  public StreamCounts streamCounts() {
    return streams.counts();
  }

  /** Whether it is UDP as far as it goes, with its ports. */
  private boolean isUdp(Shape shape) {
    return shape == Shape.UDP
        || (shape == Shape.TRUNCATED
            && datagram.protocol() == DatagramView.UDP
            && datagram.hasPorts());
  }

  private boolean onDnsPort() {
    return ports.contains(datagram.destinationPort()) || ports.contains(datagram.sourcePort());
  }

  /**
   * A datagram that the capture has only the beginning of goes on when that holds the header and
   * the question: they say which name failed, and how. Who cut it makes no difference, be it the
   * snap length or a mirror that sends so many octets of each packet.
   */
  private void onTruncated(int packets, boolean bySnapLength, long epochNanos) {
    if (datagram.hasPorts() && !onDnsPort()) {
      counts.onLeftOut(otherPort(), packets);
    } else if (datagram.protocol() == DatagramView.UDP
        && datagram.hasTransportHeader()
        && wrapMessage() == DnsMessageView.Shape.WELL_FORMED) {
      captured.begin(epochNanos);
      captured.cutOff();
      counts.onDnsPackets(packets);
      counts.onMessage();
      counts.onCutOff();
      next.onMessage(captured);
    } else {
      counts.onLeftOut(bySnapLength ? LeftOut.CUT_OFF : LeftOut.MALFORMED_PACKET, packets);
    }
  }

  /**
   * @param whole the datagram's own fragments, or null
   */
  private void onUdp(int packets, long epochNanos, @Nullable WholeDatagram whole) {
    if (!onDnsPort()) {
      counts.onLeftOut(otherPort(), packets);
      return;
    }
    switch (wrapMessage()) {
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

  private void onOtherProtocol(int packets, long epochNanos) {
    if (!IcmpError.isIcmp(datagram)) {
      counts.onLeftOut(LeftOut.OTHER_PROTOCOL, packets);
      return;
    }
    Unreachable reason = icmpError.read(datagram, ports, epochNanos);
    boolean ended = reason != null && next.onUnreachable(icmpError.quoted(), reason);
    counts.onLeftOut(ended ? LeftOut.ICMP_UNREACHABLE : LeftOut.ICMP, packets);
  }

  private void onFragment(int packets, long epochNanos) {
    if (packets > 1) { // it came out of fragments itself
      counts.onLeftOut(LeftOut.NESTED_TOO_DEEP, packets);
    } else if (datagram.protocol() == DatagramView.UDP
        || datagram.protocol() == DatagramView.TCP
        || Tunnel.isProtocol(datagram.protocol())
        || datagram.isExtension()) {
      fragments.onFragment(datagram, epochNanos);
    } else {
      counts.onLeftOut(IcmpError.isIcmp(datagram) ? LeftOut.ICMP : LeftOut.OTHER_PROTOCOL, packets);
    }
  }

  private final class FromFragments implements FragmentHandler {
    @Override
    public void onWhole(WholeDatagram whole) {
      onDatagram(whole.bytes(), 0, whole.length(), false, whole.lastNanos(), whole);
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
