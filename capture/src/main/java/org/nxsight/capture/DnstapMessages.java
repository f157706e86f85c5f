package org.nxsight.capture;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nxsight.wire.dns.DnsMessageView;
import org.nxsight.wire.dns.DnsNames;
import org.nxsight.wire.dnstap.DnstapRole;
import org.nxsight.wire.dnstap.DnstapView;
import org.nxsight.wire.ip.DatagramBuilder;
import org.nxsight.wire.ip.DatagramView;
import org.nxsight.wire.protobuf.ByteRange;
import org.nxsight.wire.protobuf.Decoded;

/**
 * Takes the DNS message out of each dnstap frame and makes a datagram around it. A frame counts as
 * one packet; what carries no message, or one of a leg that was not asked for, is counted under its
 * reason.
 *
 * <p>What the servers tell (tried with unbound 1.17, BIND 9.18 and Knot 3.2): addresses and ports
 * are the same in a query's frame and its response's, though the resolver's own address may be
 * 0.0.0.0; a response's frame has no query message with unbound and BIND, and either with Knot.
 */
public final class DnstapMessages implements FrameHandler {
  private static final int DNS_PORT = 53;

  private final Set<DnstapRole> wanted;
  private final PacketCounts counts;
  private final MessageHandler next;
  private final DnstapView dnstap = new DnstapView();
  private final DatagramBuilder datagram = new DatagramBuilder();
  private final CapturedMessage captured = new CapturedMessage();
  private final ReportedQueries reported = new ReportedQueries();

  /**
   * @param wanted whose messages go on
   * @param counts where each frame's fate is counted
   * @param next gets the messages
   */
  public DnstapMessages(Set<DnstapRole> wanted, PacketCounts counts, MessageHandler next) {
    this.wanted = wanted;
    this.counts = counts;
    this.next = next;
  }

  @Override
  public void onLeftOut(LeftOut reason, long octets) {
    counts.onPacket(octets);
    counts.onLeftOut(reason);
  }

  @Override
  public void onFrame(byte[] bytes, int offset, int length) {
    Decoded decoded = dnstap.decode(bytes, offset, length);
    if (decoded != Decoded.OK) {
      onLeftOut(
          decoded == Decoded.MISSING_FIELD
              ? LeftOut.DNSTAP_WITHOUT_MESSAGE
              : LeftOut.MALFORMED_DNSTAP,
          length);
      return;
    }
    DnstapRole role = DnstapRole.ofType(dnstap.type());
    boolean response = DnstapRole.isResponse(dnstap.type());
    counts.onPacket(length, response ? responseNanos() : queryNanos());
    if (role == null) {
      counts.onLeftOut(LeftOut.DNSTAP_UNKNOWN_TYPE);
    } else if (!wanted.contains(role)) {
      counts.onLeftOut(reason(role));
    } else if (response) {
      onResponse();
    } else {
      reported.add(dnstap.queryMessage());
      count(handOn(dnstap.queryMessage(), false, queryNanos()));
    }
  }

  private static LeftOut reason(DnstapRole role) {
    return switch (role) {
      case AUTH -> LeftOut.DNSTAP_AUTH;
      case RESOLVER -> LeftOut.DNSTAP_RESOLVER;
      case CLIENT -> LeftOut.DNSTAP_CLIENT;
      case FORWARDER -> LeftOut.DNSTAP_FORWARDER;
      case STUB -> LeftOut.DNSTAP_STUB;
      case TOOL -> LeftOut.DNSTAP_TOOL;
      case UPDATE -> LeftOut.DNSTAP_UPDATE;
    };
  }

  /** A response, and its query first when that comes along and had no frame of its own. */
  private void onResponse() {
    ByteRange query = dnstap.queryMessage();
    boolean withQuery =
        query.isPresent() && !reported.remove(query) && handOn(query, false, queryNanos()) == null;
    LeftOut reason = handOn(dnstap.responseMessage(), true, responseNanos());
    if (!withQuery) {
      count(reason);
      return;
    }
    counts.onDnsPacket();
    if (reason == null) {
      counts.onMessage();
    }
  }

  private void count(@Nullable LeftOut reason) {
    if (reason == null) {
      counts.onDnsPacket();
    } else {
      counts.onLeftOut(reason);
    }
  }

  private long queryNanos() {
    if (dnstap.queryTime().isTold()) {
      return dnstap.queryTime().epochNanos();
    }
    return dnstap.responseTime().isTold() ? dnstap.responseTime().epochNanos() : latestNanos();
  }

  private long responseNanos() {
    return dnstap.responseTime().isTold() ? dnstap.responseTime().epochNanos() : queryNanos();
  }

  /** The time of a frame that tells none: that of those before it. */
  private long latestNanos() {
    return counts.lastNanos() == PacketCounts.NEVER ? 0 : counts.lastNanos();
  }

  /** Hands on one message; returns why not, or null when it has been. */
  private @Nullable LeftOut handOn(ByteRange message, boolean response, long epochNanos) {
    if (!message.isPresent()) {
      return LeftOut.DNSTAP_WITHOUT_MESSAGE;
    }
    if (message.length() > DatagramBuilder.MAX_MESSAGE_OCTETS) {
      return LeftOut.MESSAGE_TOO_LONG;
    }
    build(message, response);
    DatagramView view = captured.datagram();
    view.wrap(datagram.bytes(), 0, datagram.length());
    DnsMessageView.Shape shape =
        captured.message().wrap(view.bytes(), view.payloadOffset(), view.payloadLength());
    switch (shape) {
      case SHORT_HEADER -> {
        return LeftOut.NOT_DNS;
      }
      case BAD_QUESTION -> {
        return LeftOut.MALFORMED_QUESTION;
      }
      case WELL_FORMED -> {}
    }
    captured.begin(epochNanos);
    captured.trust();
    ByteRange zone = dnstap.queryZone();
    if (isName(zone)) {
      captured.setZone(zone.bytes(), zone.offset(), zone.length());
    }
    next.onMessage(captured);
    return null;
  }

  private void build(ByteRange message, boolean response) {
    datagram.begin(isIpv6(), transport());
    ByteRange client = dnstap.queryAddress();
    ByteRange server = dnstap.responseAddress();
    int clientPort = port(dnstap.queryPort(), 0);
    int serverPort = port(dnstap.responsePort(), DNS_PORT);
    if (response) {
      datagram.setSource(server.bytes(), server.offset(), server.length(), serverPort);
      datagram.setDestination(client.bytes(), client.offset(), client.length(), clientPort);
    } else {
      datagram.setSource(client.bytes(), client.offset(), client.length(), clientPort);
      datagram.setDestination(server.bytes(), server.offset(), server.length(), serverPort);
    }
    datagram.finish(message.bytes(), message.offset(), message.length());
  }

  /** The addresses tell the family better than the field of that name; the server's best. */
  private boolean isIpv6() {
    int octets = dnstap.responseAddress().length();
    if (octets != 4 && octets != 16) {
      octets = dnstap.queryAddress().length();
    }
    return octets == 16 || (octets != 4 && dnstap.family() == DnstapView.INET6);
  }

  private int transport() {
    return switch (dnstap.protocol()) {
      case DnstapView.TCP, DnstapView.DOT, DnstapView.DOH, DnstapView.DNSCRYPT_TCP ->
          DatagramView.TCP;
      default -> DatagramView.UDP;
    };
  }

  private static int port(int told, int otherwise) {
    return told > 0 && told <= 65_535 ? told : otherwise;
  }

  private static boolean isName(ByteRange zone) {
    int end = zone.offset() + zone.length();
    return zone.length() > 0 && DnsNames.skipUncompressed(zone.bytes(), zone.offset(), end) == end;
  }
}
