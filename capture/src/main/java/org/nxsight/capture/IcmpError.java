package org.nxsight.capture;

import org.jspecify.annotations.Nullable;
import org.nxsight.wire.Bytes;
import org.nxsight.wire.dns.DnsMessageView;
import org.nxsight.wire.ip.DatagramView;

/**
 * An ICMP error and the query it quotes, of which not all may be there (RFC 792; RFC 4443, section
 * 3; RFC 1812, section 4.3.2.3).
 *
 * <pre>
 *   0      1      2          4        8
 *   +------+------+----------+--------+--------------------------------------------------
 *   | type | code | checksum | unused | IP header | UDP header | id, flags, ... question
 *   +------+------+----------+--------+--------------------------------------------------
 * </pre>
 *
 * <p>It takes the id to know the query, and QR to know it is one; a question that is whole is
 * compared as well. Only UDP: a TCP connection that cannot be made has no query yet.
 */
final class IcmpError {
  private static final int HEADER_OCTETS = 8;

  /** The id, and the octet with QR. */
  private static final int LEAST_DNS_OCTETS = 3;

  private final CapturedMessage quoted = new CapturedMessage();

  /** The quoted query, right after {@link #read}. */
  CapturedMessage quoted() {
    return quoted;
  }

  /** Whether a datagram of {@link DatagramView.Shape#OTHER_PROTOCOL} is ICMP of its family. */
  static boolean isIcmp(DatagramView datagram) {
    return datagram.protocol() == (datagram.isIpv6() ? DatagramView.ICMPV6 : DatagramView.ICMP);
  }

  /** What an ICMP datagram says of a query; null when it says and quotes nothing of the kind. */
  @Nullable Unreachable read(DatagramView icmp, Ports ports, long epochNanos) {
    byte[] bytes = icmp.bytes();
    int start = icmp.transportOffset();
    int end = icmp.offset() + icmp.length();
    if (end - start < HEADER_OCTETS) {
      return null;
    }
    int type = Bytes.u8(bytes, start);
    int code = Bytes.u8(bytes, start + 1);
    Unreachable reason = icmp.isIpv6() ? ofIcmpV6(type, code) : ofIcmpV4(type, code);
    return reason != null && quotesQuery(bytes, start + HEADER_OCTETS, end, ports, epochNanos)
        ? reason
        : null;
  }

  private static @Nullable Unreachable ofIcmpV4(int type, int code) {
    return switch (type) {
      case 3 ->
          switch (code) {
            case 0, 5, 6, 11 -> Unreachable.NETWORK;
            case 2 -> Unreachable.PROTOCOL;
            case 3 -> Unreachable.PORT;
            case 4 -> Unreachable.TOO_BIG;
            case 9, 10, 13, 14, 15 -> Unreachable.PROHIBITED;
            default -> Unreachable.HOST;
          };
      case 11 -> Unreachable.TIME_EXCEEDED;
      default -> null;
    };
  }

  private static @Nullable Unreachable ofIcmpV6(int type, int code) {
    return switch (type) {
      case 1 ->
          switch (code) {
            case 0, 2 -> Unreachable.NETWORK;
            case 1, 5, 6 -> Unreachable.PROHIBITED;
            case 4 -> Unreachable.PORT;
            default -> Unreachable.HOST;
          };
      case 2 -> Unreachable.TOO_BIG;
      case 3 -> Unreachable.TIME_EXCEEDED;
      default -> null;
    };
  }

  private boolean quotesQuery(byte[] bytes, int start, int end, Ports ports, long epochNanos) {
    DatagramView datagram = quoted.datagram();
    DatagramView.Shape shape = datagram.wrap(bytes, start, end - start);
    boolean whole = shape == DatagramView.Shape.UDP;
    if (!whole && (shape != DatagramView.Shape.TRUNCATED || !datagram.hasPorts())) {
      return false;
    }
    int dns = datagram.transportOffset() + DatagramView.UDP_HEADER_OCTETS;
    int dnsEnd = datagram.offset() + datagram.length();
    if (datagram.protocol() != DatagramView.UDP
        || dnsEnd - dns < LEAST_DNS_OCTETS
        || !ports.contains(datagram.destinationPort())) {
      return false;
    }
    quoted.begin(epochNanos);
    DnsMessageView message = quoted.message();
    message.wrap(bytes, dns, dnsEnd - dns);
    return !message.isResponse();
  }
}
