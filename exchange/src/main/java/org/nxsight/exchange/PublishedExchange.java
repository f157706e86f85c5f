package org.nxsight.exchange;

import org.jspecify.annotations.Nullable;
import org.nxsight.capture.CapturedMessage;
import org.nxsight.capture.FragmentList;
import org.nxsight.capture.LeftOut;
import org.nxsight.wire.ip.DatagramBuilder;
import org.nxsight.wire.ip.DatagramView;
import org.nxsight.wire.ip.UdpChecksum;
import org.nxsight.wire.nmsg.Dnsqr;
import org.nxsight.wire.nmsg.JoinedPackets;
import org.nxsight.wire.nmsg.PayloadView;
import org.nxsight.wire.protobuf.ByteRanges;
import org.nxsight.wire.protobuf.Numbers;

/**
 * The query and the response of a {@code base:dnsqr} payload. It is reused.
 *
 * <p>A message that came over TCP stands there behind a UDP header, because nmsgtool looks for one
 * behind no other; it gets its TCP header back.
 */
final class PublishedExchange {
  /**
   * The fragments of one datagram together: the longest one there is, and as much again of headers.
   * A batch and a container hold several.
   */
  private static final int MOST_FRAGMENT_OCTETS = 128 << 10;

  private final JoinedPackets queryPackets = new JoinedPackets();
  private final JoinedPackets responsePackets = new JoinedPackets();
  private final DatagramBuilder queryBuilder = new DatagramBuilder();
  private final DatagramBuilder responseBuilder = new DatagramBuilder();
  private final CapturedMessage query = new CapturedMessage();
  private final CapturedMessage response = new CapturedMessage();
  private final DatagramView fragment = new DatagramView();
  private final QueryView queryView = new QueryView();
  private boolean wholeRecords;

  /** Looks at the query; returns why it is none, or null. */
  @Nullable LeftOut readQuery(Dnsqr dnsqr, PayloadView payload) {
    LeftOut reason = readQueryMessage(dnsqr, payload);
    if (reason == null) {
      queryView.wrap(query);
    }
    return reason;
  }

  /** The same for one that has still to be paired. */
  @Nullable LeftOut readQueryMessage(Dnsqr dnsqr, PayloadView payload) {
    query.begin(
        lastNanos(dnsqr.queryPackets, dnsqr.queryTimeSeconds, dnsqr.queryTimeNanos, payload));
    return read(queryPackets.join(dnsqr.queryPackets), queryPackets, dnsqr, queryBuilder, query);
  }

  /** Looks at the response, its records included; returns why it is none, or null. */
  @Nullable LeftOut readResponse(Dnsqr dnsqr, PayloadView payload) {
    ByteRanges packets = dnsqr.responsePackets;
    response.begin(lastNanos(packets, dnsqr.responseTimeSeconds, dnsqr.responseTimeNanos, payload));
    LeftOut reason =
        read(responsePackets.join(packets), responsePackets, dnsqr, responseBuilder, response);
    if (reason != null) {
      return reason;
    }
    wholeRecords = response.message().scanRecords();
    readPrivacy(dnsqr);
    return packets.count() > 1 ? readFragments(dnsqr, payload) : null;
  }

  /** Each without what stands behind its own length. */
  private @Nullable LeftOut readFragments(Dnsqr dnsqr, PayloadView payload) {
    ByteRanges packets = dnsqr.responsePackets;
    FragmentList fragments = response.fragments();
    fragments.setBytes(packets.bytes(0));
    for (int i = 0; i < packets.count(); i++) {
      fragment.wrap(packets.bytes(i), packets.offset(i), packets.length(i));
      long nanos = nanos(i, dnsqr.responseTimeSeconds, dnsqr.responseTimeNanos, payload);
      fragments.add(fragment.offset(), fragment.length(), nanos);
      if (fragments.totalOctets() > MOST_FRAGMENT_OCTETS) {
        return LeftOut.MESSAGE_TOO_LONG;
      }
    }
    return null;
  }

  /**
   * Keeps what the packets no longer tell: that an address was zeroed, and the verdict on a
   * checksum that was taken away, or became wrong, with it.
   */
  private void readPrivacy(Dnsqr dnsqr) {
    if (dnsqr.resolverAddressZeroed) {
      response.zeroResolver();
    }
    DatagramView datagram = response.datagram();
    if (dnsqr.hasUdpChecksum
        && datagram.protocol() == DatagramView.UDP
        && (dnsqr.resolverAddressZeroed || UdpChecksum.isAbsent(datagram))) {
      response.setPublishedChecksum(UdpChecksum.of(dnsqr.udpChecksum));
    }
  }

  private static @Nullable LeftOut read(
      DatagramView.Shape shape,
      JoinedPackets joined,
      Dnsqr dnsqr,
      DatagramBuilder builder,
      CapturedMessage captured) {
    if (shape != DatagramView.Shape.UDP && shape != DatagramView.Shape.TCP) {
      return LeftOut.NMSG_WITHOUT_DATAGRAM;
    }
    DatagramView found = joined.datagram();
    DatagramView datagram = captured.datagram();
    if (shape == DatagramView.Shape.UDP && dnsqr.proto == DatagramView.TCP) {
      if (found.payloadLength() > DatagramBuilder.MAX_MESSAGE_OCTETS) {
        return LeftOut.MESSAGE_TOO_LONG;
      }
      rebuild(found, builder);
      datagram.wrap(builder.bytes(), 0, builder.length());
    } else {
      datagram.wrap(found.bytes(), found.offset(), found.length());
    }
    return switch (captured
        .message()
        .wrap(datagram.bytes(), datagram.payloadOffset(), datagram.payloadLength())) {
      case WELL_FORMED -> null;
      case SHORT_HEADER -> LeftOut.NOT_DNS;
      case BAD_QUESTION -> LeftOut.MALFORMED_QUESTION;
    };
  }

  private static void rebuild(DatagramView udp, DatagramBuilder tcp) {
    byte[] bytes = udp.bytes();
    tcp.begin(udp.isIpv6(), DatagramView.TCP);
    tcp.setSource(bytes, udp.sourceOffset(), udp.addressOctets(), udp.sourcePort());
    tcp.setDestination(bytes, udp.destinationOffset(), udp.addressOctets(), udp.destinationPort());
    tcp.finish(bytes, udp.payloadOffset(), udp.payloadLength());
  }

  private static long lastNanos(
      ByteRanges packets, Numbers seconds, Numbers nanos, PayloadView payload) {
    return nanos(packets.count() - 1, seconds, nanos, payload);
  }

  /** The time of one packet, or the payload's when it has none. */
  private static long nanos(int index, Numbers seconds, Numbers nanos, PayloadView payload) {
    return index >= 0 && index < seconds.count()
        ? PublishedTime.nanos(
            seconds.get(index), index < nanos.count() ? nanos.get(index) : 0, payload)
        : payload.epochNanos();
  }

  /** The query that was read. */
  QueryView query() {
    return queryView;
  }

  /** The query that was read and has still to be paired. */
  CapturedMessage queryMessage() {
    return query;
  }

  /** Whether no record of the response is malformed. */
  boolean hasWholeRecords() {
    return wholeRecords;
  }

  /** The response that was read. */
  CapturedMessage response() {
    return response;
  }
}
