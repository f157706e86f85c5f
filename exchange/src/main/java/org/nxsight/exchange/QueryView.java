package org.nxsight.exchange;

import org.nxsight.capture.CapturedMessage;
import org.nxsight.wire.Bytes;
import org.nxsight.wire.ip.DatagramView;

/** The datagram of one query, wherever it is kept. A view is reused and never outlives a call. */
public final class QueryView {
  private byte[] bytes = new byte[0];
  private int offset;
  private int length;
  private int dnsOffset;
  private int qnameLength;
  private long epochNanos;

  void wrap(byte[] bytes, int offset, int length, int dnsOffset, int qnameLength, long epochNanos) {
    this.bytes = bytes;
    this.offset = offset;
    this.length = length;
    this.dnsOffset = dnsOffset;
    this.qnameLength = qnameLength;
    this.epochNanos = epochNanos;
  }

  void wrap(CapturedMessage captured) {
    DatagramView datagram = captured.datagram();
    wrap(
        datagram.bytes(),
        datagram.offset(),
        datagram.length(),
        captured.message().offset() - datagram.offset(),
        captured.message().qnameLength(),
        captured.epochNanos());
  }

  /** The array the datagram stands in. */
  public byte[] bytes() {
    return bytes;
  }

  /** Where the datagram starts in {@link #bytes()}. */
  public int offset() {
    return offset;
  }

  /** The datagram's octets. */
  public int length() {
    return length;
  }

  /** Where the DNS message starts, counted from the datagram's start. */
  public int dnsOffset() {
    return dnsOffset;
  }

  /** The octets of the qname; 0 without a question. */
  public int qnameLength() {
    return qnameLength;
  }

  /** When the query was captured, in nanoseconds since 1970. */
  public long epochNanos() {
    return epochNanos;
  }

  /** Whether recursion was desired. */
  public boolean recursionDesired() {
    return (Bytes.u8(bytes, offset + dnsOffset + 2) & 0x01) != 0;
  }
}
