package org.nxsight.exchange;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.nxsight.capture.LeftOut;
import org.nxsight.capture.MessageHandler;
import org.nxsight.capture.PacketCounts;
import org.nxsight.capture.PayloadHandler;
import org.nxsight.wire.nmsg.Dnsnx;
import org.nxsight.wire.nmsg.Dnsqr;
import org.nxsight.wire.nmsg.PayloadView;
import org.nxsight.wire.protobuf.Decoded;

/**
 * What other sensors or earlier runs have published, taken in again: a dnsqr is an exchange, or a
 * message that has still to be paired; a dnsnx is an NXDOMAIN observation. A payload counts as one
 * packet; what is neither is counted under its reason.
 *
 * <p>An exchange whose response is NXDOMAIN goes to channel 221 like one that was captured. So
 * channel 220 alone gives both channels again, and channel 221 alone gives itself. When both are
 * read, {@link NxdomainTwins} keeps a response from being published twice, whichever comes first.
 */
public final class Observations implements PayloadHandler {
  /** Different types of payloads counted by name; any others are counted together. */
  private static final int MOST_TYPES = 64;

  private static final int UNKNOWN_TYPE = -1;

  private final PacketCounts counts;
  private final MessageHandler pairing;
  private final ExchangeHandler exchanges;
  private final ObservationHandler observations;
  private final Dnsqr dnsqr = new Dnsqr();
  private final Dnsnx dnsnx = new Dnsnx();
  private final PublishedExchange exchange = new PublishedExchange();
  private final PublishedName name = new PublishedName();
  private final Map<Long, Long> otherTypes = new TreeMap<>();
  private long malformedRecords;
  private boolean begun;

  /**
   * @param counts where each payload's fate is counted
   * @param pairing gets messages that have not been paired
   * @param exchanges gets exchanges
   * @param observations gets names that do not exist
   */
  public Observations(
      PacketCounts counts,
      MessageHandler pairing,
      ExchangeHandler exchanges,
      ObservationHandler observations) {
    this.counts = counts;
    this.pairing = pairing;
    this.exchanges = exchanges;
    this.observations = observations;
  }

  @Override
  public void onLeftOut(LeftOut reason, long octets) {
    counts.onPacket(octets);
    counts.onLeftOut(reason);
  }

  @Override
  public void onPayload(PayloadView payload) {
    if (!begun) {
      begun = true;
      observations.expectObservations();
    }
    long nanos = payload.epochNanos();
    if (nanos > 0 && nanos < Long.MAX_VALUE) {
      counts.onPacket(payload.length(), nanos);
    } else {
      counts.onPacket(payload.length());
    }
    LeftOut reason;
    if (payload.is(Dnsqr.VENDOR, Dnsqr.TYPE)) {
      reason = onDnsqr(payload);
    } else if (payload.is(Dnsnx.VENDOR, Dnsnx.TYPE)) {
      reason = onDnsnx(payload);
    } else {
      countType(payload);
      reason = LeftOut.NMSG_OTHER_TYPE;
    }
    if (reason == null) {
      counts.onDnsPacket();
    } else {
      counts.onLeftOut(reason);
    }
  }

  private void countType(PayloadView payload) {
    long type = (long) payload.vendor() << 32 | Integer.toUnsignedLong(payload.type());
    boolean known = otherTypes.containsKey(type) || otherTypes.size() < MOST_TYPES;
    otherTypes.merge(known ? type : UNKNOWN_TYPE, 1L, Long::sum);
  }

  private @Nullable LeftOut onDnsqr(PayloadView payload) {
    if (dnsqr.decode(payload.bytes(), payload.offset(), payload.length()) != Decoded.OK) {
      return LeftOut.NMSG_MALFORMED_PAYLOAD;
    }
    return switch (dnsqr.type) {
      case Dnsqr.UDP_QUERY_RESPONSE,
          Dnsqr.UDP_UNANSWERED_QUERY,
          Dnsqr.UDP_UNSOLICITED_RESPONSE,
          Dnsqr.TCP ->
          onExchange(payload);
      case Dnsqr.UDP_QUERY_ONLY, Dnsqr.UDP_RESPONSE_ONLY -> onMessage(payload);
      case Dnsqr.ICMP -> LeftOut.NMSG_ICMP;
      default -> LeftOut.NMSG_MALFORMED_PAYLOAD;
    };
  }

  private @Nullable LeftOut onExchange(PayloadView payload) {
    boolean withResponse = dnsqr.responsePackets.count() > 0;
    boolean withQuery = dnsqr.queryPackets.count() > 0;
    if (!withResponse && !withQuery) {
      return dnsqr.tcp.isPresent() ? LeftOut.NMSG_TCP_SEGMENT : LeftOut.NMSG_WITHOUT_DATAGRAM;
    }
    LeftOut reason = withResponse ? exchange.readResponse(dnsqr, payload) : null;
    if (reason == null && withQuery) {
      reason = exchange.readQuery(dnsqr, payload);
    }
    if (reason != null) {
      return reason;
    }
    if (withResponse && !exchange.hasWholeRecords()) {
      malformedRecords++;
    }
    if (!withResponse) {
      exchanges.onUnanswered(exchange.query(), UnansweredReason.TIMEOUT);
    } else if (!withQuery) {
      exchanges.onUnsolicited(exchange.response());
    } else {
      exchanges.onAnswered(exchange.query(), exchange.response());
      counts.onMessage();
    }
    return null;
  }

  private @Nullable LeftOut onMessage(PayloadView payload) {
    boolean response = dnsqr.type == Dnsqr.UDP_RESPONSE_ONLY;
    LeftOut reason =
        response
            ? exchange.readResponse(dnsqr, payload)
            : exchange.readQueryMessage(dnsqr, payload);
    if (reason == null) {
      pairing.onMessage(response ? exchange.response() : exchange.queryMessage());
    }
    return reason;
  }

  private @Nullable LeftOut onDnsnx(PayloadView payload) {
    if (dnsnx.decode(payload.bytes(), payload.offset(), payload.length()) != Decoded.OK
        || !name.read(dnsnx, payload)) {
      return LeftOut.NMSG_MALFORMED_PAYLOAD;
    }
    observations.onObserved(name.response());
    return null;
  }

  /** The responses of exchanges whose records are malformed somewhere. */
  public long malformedRecords() {
    return malformedRecords;
  }

  /**
   * The payloads of other types: how many of each vendor number, in the upper 32 bits, and message
   * type number, in the lower; -1 for those beyond the first 64 types.
   */
  public Map<Long, Long> otherTypes() {
    return otherTypes;
  }
}
