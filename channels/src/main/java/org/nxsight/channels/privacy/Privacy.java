package org.nxsight.channels.privacy;

import org.nxsight.exchange.ExchangeView;
import org.nxsight.wire.nmsg.Dnsqr;

/**
 * The resolver's side of a record as others may see it: its address masked in the record and in all
 * packets, and the client subnets gone from both messages.
 *
 * <p>A response that came in fragments is one packet here. An address that was zeroed by whoever
 * published it stays zero.
 */
public final class Privacy {
  private final AddressMask mask;
  private final AddressMask zero = AddressMask.zero();
  private final PrivacyCounts counts = new PrivacyCounts();
  private final ClientSubnets subnets = new ClientSubnets(counts);
  private final PrivateDatagram query = new PrivateDatagram(subnets);
  private final PrivateDatagram response = new PrivateDatagram(subnets);

  /**
   * @param mask what takes the place of resolvers' addresses
   */
  public Privacy(AddressMask mask) {
    this.mask = mask;
  }

  /** Gives a record the resolver's address and the packets of an exchange. */
  public void put(ExchangeView exchange, Dnsqr dnsqr) {
    AddressMask now = exchange.isResolverZeroed() ? zero : mask;
    byte[] bytes = exchange.bytes();
    if (exchange.hasQuery()) {
      query.makeQuery(bytes, exchange.queryOffset(), exchange.queryOctets(), now);
      dnsqr.addQueryPacket(query.bytes(), 0, query.length(), exchange.queryNanos());
    }
    response.makeResponse(bytes, exchange.responseOffset(), exchange.responseOctets(), now);
    dnsqr.addResponsePacket(response.bytes(), 0, response.length(), exchange.responseNanos());
    dnsqr.queryIp.set(response.bytes(), response.resolverOffset(), exchange.addressOctets());
    dnsqr.hasResolverAddressZeroed = dnsqr.resolverAddressZeroed = now.isZero();
  }

  /** What was taken out of messages so far. */
  public PrivacyCounts counts() {
    return counts;
  }
}
