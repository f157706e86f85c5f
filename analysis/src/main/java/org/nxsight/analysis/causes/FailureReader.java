package org.nxsight.analysis.causes;

import org.nxsight.exchange.ExchangeView;
import org.nxsight.exchange.Outcome;
import org.nxsight.wire.Bytes;
import org.nxsight.wire.dns.DnsMessageView;
import org.nxsight.wire.dns.DnsNames;
import org.nxsight.wire.ip.DatagramView;

/**
 * Reads exchanges that failed, as a {@link Failure} and as octets that hold all that a verdict
 * depends on. It is reused and allocates nothing.
 *
 * <pre>
 *    0       2       4     6         7      8        9           10
 *   +-------+-------+-----+---------+------+--------+-----------+-------+-----------+
 *   | qtype | rcode | ede | aliased | edns | qname  | what      | qname | soa owner |
 *   | u16   | u16   | u16 | u8      | u8   | octets | memory    |       |           |
 *   |       |       |     |         |      | u8     | tells, u8 |       |           |
 *   +-------+-------+-----+---------+------+--------+-----------+-------+-----------+
 * </pre>
 */
final class FailureReader {
  private static final int RECALLED = 9;
  private static final int HEADER_OCTETS = 10;

  private final Failure failure = new Failure();
  private final byte[] key = new byte[HEADER_OCTETS + 2 * DnsNames.MAX_NAME_OCTETS];
  private final DnsMessageView message = new DnsMessageView();
  private final DatagramView datagram = new DatagramView();
  private int keyOctets;

  /** Reads an exchange that failed and has a question; what memory tells comes later. */
  void read(ExchangeView exchange) {
    byte[] bytes = exchange.bytes();
    int start = exchange.messageOffset();
    int end = exchange.messageEnd();
    int qname = HEADER_OCTETS;
    int qnameOctets = exchange.qnameOctets();
    System.arraycopy(bytes, exchange.qnameOffset(), key, qname, qnameOctets);
    int soa = qname + qnameOctets;
    int soaOctets =
        exchange.soaOwnerOffset() < 0
            ? 0
            : Math.max(0, DnsNames.unpack(bytes, start, exchange.soaOwnerOffset(), end, key, soa));
    DnsNames.lowerCase(key, qname, qnameOctets + soaOctets);
    boolean whole = exchange.outcome() != Outcome.OBSERVED;
    int ede = exchange.edeCode();
    boolean aliased =
        whole && exchange.rcode() == Failure.NXDOMAIN && Bytes.u16(bytes, start + 6) > 0;
    Failure.Edns edns = edns(exchange);
    Bytes.put16(key, 0, exchange.qtype());
    Bytes.put16(key, 2, exchange.rcode());
    Bytes.put16(key, 4, ede);
    Bytes.put8(key, 6, aliased ? 1 : 0);
    Bytes.put8(key, 7, edns.ordinal());
    Bytes.put8(key, 8, qnameOctets);
    failure.set(key, qname, exchange.qtype(), soaOctets == 0 ? -1 : soa);
    failure.setResponse(exchange.rcode(), ede, aliased, edns);
    failure.setSeen(Learning.seconds(exchange.responseNanos()), bytes, exchange.qnameOffset());
    keyOctets = soa + soaOctets;
  }

  /** Only what tells something of a server that does not stand EDNS. */
  private Failure.Edns edns(ExchangeView exchange) {
    if (!Failure.Edns.matters(exchange.rcode())
        || !exchange.hasQuery()
        || exchange.protocol() != DatagramView.UDP) {
      return Failure.Edns.UNKNOWN;
    }
    datagram.wrap(exchange.bytes(), exchange.queryOffset(), exchange.queryOctets());
    if (!datagram.hasPorts()) {
      return Failure.Edns.UNKNOWN;
    }
    message.wrap(exchange.bytes(), datagram.payloadOffset(), datagram.payloadLength());
    message.scanRecords();
    return Failure.Edns.of(message.hasEdns(), exchange.hasEdns());
  }

  /** Says what memory tells about the name. */
  void setRecalled(int recalled) {
    Bytes.put8(key, RECALLED, recalled);
  }

  /** What was read last. */
  Failure failure() {
    return failure;
  }

  /** The octets of the qname that was read last. */
  int qnameOctets() {
    return Bytes.u8(key, 8);
  }

  /** The array at whose start the octets stand that a verdict depends on. */
  byte[] key() {
    return key;
  }

  /** How many these are. */
  int keyOctets() {
    return keyOctets;
  }
}
