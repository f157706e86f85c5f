package org.nxsight.exchange;

import org.nxsight.capture.CapturedMessage;
import org.nxsight.wire.Bytes;
import org.nxsight.wire.Mixing;
import org.nxsight.wire.dns.DnsMessageView;
import org.nxsight.wire.ip.DatagramView;

/**
 * What makes a query and a response belong together: both addresses, both ports, the protocol and
 * the id (the six), and the qname byte for byte, the qtype and the qclass (the nine). Case counts,
 * because resolvers vary it on purpose (0x20, draft-vixie-dnsext-dns0x20).
 *
 * <p>The hash is over the six, so that a response without a question finds its query as well. It is
 * seeded, so that nobody who chooses ports and ids can aim at one slot.
 */
final class ExchangeKey {

  private final long seed;

  ExchangeKey(long seed) {
    this.seed = seed;
  }

  /** The hash of the six, the same for a query and its response. */
  long hash(CapturedMessage captured) {
    DatagramView datagram = captured.datagram();
    DnsMessageView message = captured.message();
    boolean response = message.isResponse();
    byte[] bytes = datagram.bytes();
    int client = response ? datagram.destinationOffset() : datagram.sourceOffset();
    int server = response ? datagram.sourceOffset() : datagram.destinationOffset();
    int ports = Bytes.i32(bytes, datagram.transportOffset());
    long rest =
        ((response ? Integer.rotateLeft(ports, 16) : ports) & 0xffff_ffffL)
            | ((long) message.id() << 32)
            | ((long) datagram.protocol() << 48);
    if (datagram.isIpv6()) {
      long high = Mixing.mix(Bytes.i64(bytes, client) ^ seed, Bytes.i64(bytes, server) ^ Mixing.B);
      long low =
          Mixing.mix(Bytes.i64(bytes, client + 8) ^ high, Bytes.i64(bytes, server + 8) ^ rest);
      return Mixing.mix(low ^ Mixing.A, rest ^ seed);
    }
    long addresses = (Bytes.u32(bytes, client) << 32) | Bytes.u32(bytes, server);
    return Mixing.mix(addresses ^ Mixing.A ^ seed, rest ^ Mixing.B);
  }

  /**
   * The hash of the nine, from that of the six and a message's question, its last octets shifted up
   * to fill eight. Without a question it is that of the six.
   */
  static long hashWithQuestion(long hashOfSix, DnsMessageView message) {
    if (!message.hasQuestion()) {
      return hashOfSix;
    }
    byte[] bytes = message.bytes();
    int at = message.qnameOffset();
    int end = at + message.qnameLength() + 4;
    long hash = hashOfSix;
    for (; at + 8 <= end; at += 8) {
      hash = Mixing.mix(hash ^ Bytes.i64(bytes, at), Mixing.A);
    }
    return at == end
        ? hash
        : Mixing.mix(hash ^ (Bytes.i64(bytes, end - 8) << (8 * (8 - (end - at)))), Mixing.B);
  }

  /**
   * Whether the six of a stored datagram are those of a message that came the same way.
   *
   * @param stored holds the datagram
   * @param datagramOffset where it starts
   * @param transportOffset where its transport header starts, counted from there
   * @param dnsOffset where its message starts, counted from there
   */
  static boolean sameSix(
      byte[] stored,
      int datagramOffset,
      int transportOffset,
      int dnsOffset,
      CapturedMessage captured) {
    DatagramView other = captured.datagram();
    int addresses = addressesOffset(stored, datagramOffset);
    return sameFrame(stored, datagramOffset, dnsOffset, captured)
        && Bytes.equal(
            stored, addresses, other.bytes(), other.sourceOffset(), 2 * other.addressOctets())
        && Bytes.i32(stored, datagramOffset + transportOffset)
            == Bytes.i32(other.bytes(), other.transportOffset());
  }

  /** The same for a message that came the other way. */
  static boolean sameSixReversed(
      byte[] stored,
      int datagramOffset,
      int transportOffset,
      int dnsOffset,
      CapturedMessage captured) {
    DatagramView other = captured.datagram();
    int octets = other.addressOctets();
    int addresses = addressesOffset(stored, datagramOffset);
    return sameFrame(stored, datagramOffset, dnsOffset, captured)
        && Bytes.equal(stored, addresses, other.bytes(), other.destinationOffset(), octets)
        && Bytes.equal(stored, addresses + octets, other.bytes(), other.sourceOffset(), octets)
        && Bytes.i32(stored, datagramOffset + transportOffset)
            == Integer.rotateLeft(Bytes.i32(other.bytes(), other.transportOffset()), 16);
  }

  private static boolean sameFrame(
      byte[] stored, int datagramOffset, int dnsOffset, CapturedMessage captured) {
    return isIpv6(stored, datagramOffset) == captured.datagram().isIpv6()
        && Bytes.u16(stored, datagramOffset + dnsOffset) == captured.message().id();
  }

  private static int addressesOffset(byte[] stored, int datagramOffset) {
    return datagramOffset + (isIpv6(stored, datagramOffset) ? 8 : 12);
  }

  private static boolean isIpv6(byte[] stored, int datagramOffset) {
    return stored[datagramOffset] >> 4 == 6;
  }

  /** Whether a stored message has the same question: qname, qtype and qclass, byte for byte. */
  static boolean sameQuestion(
      byte[] stored, int messageOffset, int qnameLength, DnsMessageView message) {
    return qnameLength == message.qnameLength()
        && (qnameLength == 0
            || Bytes.equal(
                stored,
                messageOffset + DnsMessageView.HEADER_OCTETS,
                message.bytes(),
                message.qnameOffset(),
                qnameLength + 4));
  }
}
