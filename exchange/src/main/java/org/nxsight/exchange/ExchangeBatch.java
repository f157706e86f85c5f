package org.nxsight.exchange;

import org.nxsight.capture.CapturedMessage;
import org.nxsight.wire.Bytes;
import org.nxsight.wire.dns.DnsMessageView;
import org.nxsight.wire.ip.DatagramView;

/**
 * Exchanges packed one behind the other into one array, which is how they pass from one stage's
 * thread to the next.
 *
 * <pre>
 *    0       4         5          6       8             16               24             28
 *   +-------+---------+----------+-------+-------------+----------------+--------------+--------
 *   | entry | outcome | channels | rcode | query nanos | response nanos | query octets | response
 *   | i32   | u8      | u8       | u16   | i64         | i64            | i32          | octets
 *   +-------+---------+----------+-------+-------------+----------------+--------------+--------
 *    32        34             36            37               38          40          44
 *   +---------+--------------+-------------+----------------+-----------+-----------+----------
 *   | query   | response dns | query qname | response qname | soa owner | attached  | protocol
 *   | dns u16 | u16          | octets u8   | octets u8      | u16       | octets    | u8
 *   +---------+--------------+-------------+----------------+-----------+-----------+----------
 *    45                46     47     48    52
 *   +-----------------+------+------+-----+----------------+-------------------+---------------
 *   | transport       | note | edns | ede | query datagram | response datagram | attachments
 *   | octets u8       | u8   | u8   | i32 |                |                   |
 *   +-----------------+------+------+-----+----------------+-------------------+---------------
 * </pre>
 *
 * <p>"dns" is where the message starts in its datagram; "soa owner" where the owner of the
 * authority section's SOA starts in the response message, 0 for none; attachments are {@link
 * Attachments}; "note" what one stage tells those behind it; "edns" 1 when the response has an OPT
 * record; "ede" its extended error, -1 for none.
 */
public final class ExchangeBatch {
  /** Room for some thousand exchanges, and for the two longest datagrams there can be. */
  public static final int OCTETS = 1 << 20;

  /** What {@link #reachedNanos} is when nobody said how far time has come. */
  public static final long UNKNOWN = Long.MIN_VALUE;

  static final int HEADER_OCTETS = 52;

  private final byte[] bytes = new byte[OCTETS];
  private int length;
  private int count;
  private long reachedNanos = UNKNOWN;

  /** Makes it empty again. */
  public void clear() {
    length = 0;
    count = 0;
    reachedNanos = UNKNOWN;
  }

  /**
   * The time that the traffic had reached when this was handed over, in nanoseconds since 1970, or
   * {@link #UNKNOWN}. In a live run it goes on when no traffic comes.
   */
  public long reachedNanos() {
    return reachedNanos;
  }

  void setReachedNanos(long reachedNanos) {
    this.reachedNanos = reachedNanos;
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

  /** Whether an exchange with so many octets of datagrams and attachments still fits. */
  boolean fits(int octets) {
    return HEADER_OCTETS + octets <= OCTETS - length;
  }

  /** Appends an exchange with a query, for which there is room. */
  void add(Outcome outcome, int channels, QueryView query, CapturedMessage response) {
    int at = length;
    Bytes.put64(bytes, at + 8, query.epochNanos());
    Bytes.put32(bytes, at + 24, query.length());
    Bytes.put16(bytes, at + 32, query.dnsOffset());
    Bytes.put8(bytes, at + 36, query.qnameLength());
    System.arraycopy(query.bytes(), query.offset(), bytes, at + HEADER_OCTETS, query.length());
    addResponse(outcome, channels, query.length(), response);
  }

  /** Appends an exchange without a query, for which there is room. */
  void add(Outcome outcome, int channels, CapturedMessage response) {
    int at = length;
    Bytes.put64(bytes, at + 8, 0);
    Bytes.put32(bytes, at + 24, 0);
    Bytes.put16(bytes, at + 32, 0);
    Bytes.put8(bytes, at + 36, 0);
    addResponse(outcome, channels, 0, response);
  }

  private void addResponse(
      Outcome outcome, int channels, int queryOctets, CapturedMessage captured) {
    DatagramView datagram = captured.datagram();
    DnsMessageView response = captured.message();
    int attached = Attachments.octets(captured);
    int at = length;
    int entryOctets = HEADER_OCTETS + queryOctets + datagram.length() + attached;
    Bytes.put32(bytes, at, entryOctets);
    Bytes.put8(bytes, at + 4, outcome.ordinal());
    Bytes.put8(bytes, at + 5, channels);
    Bytes.put16(bytes, at + 6, response.rcode());
    Bytes.put64(bytes, at + 16, captured.epochNanos());
    Bytes.put32(bytes, at + 28, datagram.length());
    Bytes.put16(bytes, at + 34, response.offset() - datagram.offset());
    Bytes.put8(bytes, at + 37, response.qnameLength());
    Bytes.put16(bytes, at + 38, Math.max(0, response.soaOwnerOffset()));
    Bytes.put32(bytes, at + 40, attached);
    Bytes.put8(bytes, at + 44, datagram.protocol());
    Bytes.put8(bytes, at + 45, datagram.transportOctets());
    Bytes.put8(bytes, at + 46, 0);
    Bytes.put8(bytes, at + 47, response.hasEdns() ? 1 : 0);
    Bytes.put32(bytes, at + 48, response.edeCode());
    int to = at + HEADER_OCTETS + queryOctets;
    System.arraycopy(datagram.bytes(), datagram.offset(), bytes, to, datagram.length());
    Attachments.write(captured, bytes, to + datagram.length());
    length += entryOctets;
    count++;
  }
}
