package org.nxsight.exchange;

import org.nxsight.wire.Bytes;
import org.nxsight.wire.dns.DnsMessageView;
import org.nxsight.wire.ip.DatagramView;

/**
 * Exchanges packed one behind the other into one array, which is how they pass from one stage's
 * thread to the next.
 *
 * <pre>
 *    0       4         5          6       8           16             24
 *   +-------+---------+----------+-------+-----------+--------------+-------------
 *   | entry | outcome | channels | rcode | query     | response     | query octets
 *   | i32   | u8      | u8       | u16   | nanos i64 | nanos i64    | i32
 *   +-------+---------+----------+-------+-----------+--------------+-------------
 *    28               32          34             36             37            38          40
 *   +----------------+-----------+--------------+--------------+-------------+-----------+---
 *   | response octets| query dns | response dns | qname octets of the question | soa owner | datagrams
 *   | i32            | u16       | u16          | query u8     | response u8 | u16       | ...
 *   +----------------+-----------+--------------+--------------+-------------+-----------+---
 * </pre>
 *
 * "dns" is where the message starts in its datagram; "soa owner" where the owner of the authority
 * section's SOA starts in the response message, 0 for none.
 */
public final class ExchangeBatch {
  /** Room for some thousand exchanges, and for the two longest datagrams there can be. */
  public static final int OCTETS = 1 << 20;

  static final int HEADER_OCTETS = 40;

  private final byte[] bytes = new byte[OCTETS];
  private int length;
  private int count;

  /** Makes it empty again. */
  public void clear() {
    length = 0;
    count = 0;
  }

  /** The exchanges in it. */
  public int count() {
    return count;
  }

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  /** Whether an exchange with so many octets of datagrams still fits. */
  boolean fits(int datagramOctets) {
    return HEADER_OCTETS + datagramOctets <= OCTETS - length;
  }

  /** Appends an exchange with a query, for which there is room. */
  void add(
      Outcome outcome,
      int channels,
      QueryView query,
      DatagramView datagram,
      DnsMessageView response,
      long responseNanos) {
    int at = length;
    Bytes.put64(bytes, at + 8, query.epochNanos());
    Bytes.put32(bytes, at + 24, query.length());
    Bytes.put16(bytes, at + 32, query.dnsOffset());
    Bytes.put8(bytes, at + 36, query.qnameLength());
    System.arraycopy(query.bytes(), query.offset(), bytes, at + HEADER_OCTETS, query.length());
    addResponse(outcome, channels, query.length(), datagram, response, responseNanos);
  }

  /** Appends an exchange without a query, for which there is room. */
  void add(
      Outcome outcome,
      int channels,
      DatagramView datagram,
      DnsMessageView response,
      long responseNanos) {
    int at = length;
    Bytes.put64(bytes, at + 8, 0);
    Bytes.put32(bytes, at + 24, 0);
    Bytes.put16(bytes, at + 32, 0);
    Bytes.put8(bytes, at + 36, 0);
    addResponse(outcome, channels, 0, datagram, response, responseNanos);
  }

  private void addResponse(
      Outcome outcome,
      int channels,
      int queryOctets,
      DatagramView datagram,
      DnsMessageView response,
      long responseNanos) {
    int at = length;
    int entryOctets = HEADER_OCTETS + queryOctets + datagram.length();
    Bytes.put32(bytes, at, entryOctets);
    Bytes.put8(bytes, at + 4, outcome.ordinal());
    Bytes.put8(bytes, at + 5, channels);
    Bytes.put16(bytes, at + 6, response.rcode());
    Bytes.put64(bytes, at + 16, responseNanos);
    Bytes.put32(bytes, at + 28, datagram.length());
    Bytes.put16(bytes, at + 34, response.offset() - datagram.offset());
    Bytes.put8(bytes, at + 37, response.qnameLength());
    Bytes.put16(bytes, at + 38, Math.max(0, response.soaOwnerOffset()));
    System.arraycopy(
        datagram.bytes(),
        datagram.offset(),
        bytes,
        at + HEADER_OCTETS + queryOctets,
        datagram.length());
    length += entryOctets;
    count++;
  }
}
