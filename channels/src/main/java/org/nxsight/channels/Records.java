package org.nxsight.channels;

import org.jspecify.annotations.Nullable;
import org.nxsight.capture.FragmentList;
import org.nxsight.channels.privacy.Privacy;
import org.nxsight.exchange.ExchangeView;
import org.nxsight.wire.dns.DnsNames;
import org.nxsight.wire.ip.DatagramView;
import org.nxsight.wire.ip.UdpChecksum;
import org.nxsight.wire.nmsg.Dnsnx;
import org.nxsight.wire.nmsg.Dnsqr;

/**
 * What an exchange becomes in a channel: raw passive DNS (base:dnsqr) or an NXDOMAIN observation
 * (SIE:dnsnx). The payloads are reused and point into the exchange's batch.
 */
public final class Records {
  private final @Nullable Privacy privacy;
  private final Dnsqr dnsqr = new Dnsqr();
  private final Dnsnx dnsnx = new Dnsnx();
  private final DatagramView datagram = new DatagramView();
  private final FragmentList fragments = new FragmentList();
  private final UdpFrame query = new UdpFrame();
  private final UdpFrame response = new UdpFrame();
  private final byte[] soaRrname = new byte[DnsNames.MAX_NAME_OCTETS];

  /**
   * @param privacy takes out who asked; null lets it be seen
   */
  public Records(@Nullable Privacy privacy) {
    this.privacy = privacy;
  }

  /** Records that tell everything. */
  public Records() {
    this(null);
  }

  /**
   * The exchange as raw passive DNS. Its rcode is the extended one, so that an error which only
   * EDNS tells (BADVERS, BADCOOKIE) is not called NOERROR.
   */
  public Dnsqr dnsqr(ExchangeView exchange) {
    byte[] bytes = exchange.bytes();
    dnsqr.reset();
    dnsqr.responseIp.set(bytes, exchange.serverAddressOffset(), exchange.addressOctets());
    dnsqr.proto = exchange.protocol();
    dnsqr.queryPort = exchange.resolverPort();
    dnsqr.responsePort = exchange.serverPort();
    dnsqr.id = exchange.id();
    if (exchange.hasQuestion()) {
      dnsqr.qname.set(bytes, exchange.qnameOffset(), exchange.qnameOctets());
      dnsqr.hasQtype = dnsqr.hasQclass = true;
      dnsqr.qtype = exchange.qtype();
      dnsqr.qclass = exchange.qclass();
    }
    dnsqr.hasRcode = true;
    dnsqr.rcode = exchange.rcode();
    dnsqr.type = type(exchange);
    if (privacy == null) {
      addWhoAsked(exchange);
    } else {
      privacy.put(exchange, dnsqr);
    }
    if (exchange.protocol() == DatagramView.UDP) {
      dnsqr.hasUdpChecksum = true;
      dnsqr.udpChecksum = checksum(exchange).ordinal();
    }
    return dnsqr;
  }

  /** The resolver's address and the packets, with nothing taken out. */
  private void addWhoAsked(ExchangeView exchange) {
    byte[] bytes = exchange.bytes();
    dnsqr.queryIp.set(bytes, exchange.resolverAddressOffset(), exchange.addressOctets());
    dnsqr.hasResolverAddressZeroed = dnsqr.resolverAddressZeroed = exchange.isResolverZeroed();
    if (exchange.protocol() == DatagramView.TCP) {
      addFramedPackets(exchange);
      return;
    }
    if (exchange.hasQuery()) {
      dnsqr.addQueryPacket(
          bytes, exchange.queryOffset(), exchange.queryOctets(), exchange.queryNanos());
    }
    addResponsePackets(exchange);
  }

  private void addFramedPackets(ExchangeView exchange) {
    byte[] bytes = exchange.bytes();
    if (exchange.hasQuery()) {
      query.make(bytes, exchange.queryOffset(), exchange.queryOctets());
      dnsqr.addQueryPacket(query.bytes(), 0, query.length(), exchange.queryNanos());
    }
    response.make(bytes, exchange.responseOffset(), exchange.responseOctets());
    dnsqr.addResponsePacket(response.bytes(), 0, response.length(), exchange.responseNanos());
  }

  private static int type(ExchangeView exchange) {
    if (exchange.protocol() == DatagramView.TCP) {
      return Dnsqr.TCP;
    }
    return exchange.hasQuery() ? Dnsqr.UDP_QUERY_RESPONSE : Dnsqr.UDP_UNSOLICITED_RESPONSE;
  }

  /** The response's fragments as they came, or else its one datagram. */
  private void addResponsePackets(ExchangeView exchange) {
    exchange.readFragments(fragments);
    for (int i = 0; i < fragments.count(); i++) {
      dnsqr.addResponsePacket(
          fragments.bytes(), fragments.offset(i), fragments.length(i), fragments.epochNanos(i));
    }
    if (fragments.count() == 0) {
      dnsqr.addResponsePacket(
          exchange.bytes(),
          exchange.responseOffset(),
          exchange.responseOctets(),
          exchange.responseNanos());
    }
  }

  /** The verdict on what was captured, whatever became of it since. */
  private UdpChecksum checksum(ExchangeView exchange) {
    UdpChecksum published = exchange.publishedChecksum();
    if (published != null) {
      return published;
    }
    return datagram.wrap(exchange.bytes(), exchange.responseOffset(), exchange.responseOctets())
            == DatagramView.Shape.UDP
        ? UdpChecksum.verify(datagram)
        : UdpChecksum.ERROR;
  }

  /** The exchange, which must have a question, as an NXDOMAIN observation. */
  public Dnsnx dnsnx(ExchangeView exchange) {
    byte[] bytes = exchange.bytes();
    dnsnx.reset();
    dnsnx.qname.set(bytes, exchange.qnameOffset(), exchange.qnameOctets());
    dnsnx.qtype = exchange.qtype();
    dnsnx.qclass = exchange.qclass();
    dnsnx.responseIp.set(bytes, exchange.serverAddressOffset(), exchange.addressOctets());
    int owner = exchange.soaOwnerOffset();
    int octets =
        owner < 0
            ? DnsNames.MALFORMED
            : DnsNames.unpack(
                bytes, exchange.messageOffset(), owner, exchange.messageEnd(), soaRrname, 0);
    if (octets != DnsNames.MALFORMED) {
      dnsnx.soaRrname.set(soaRrname, 0, octets);
    }
    dnsnx.setResponseTime(exchange.responseNanos());
    return dnsnx;
  }
}
