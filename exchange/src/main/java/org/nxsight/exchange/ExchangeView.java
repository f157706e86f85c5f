package org.nxsight.exchange;

import org.jspecify.annotations.Nullable;
import org.nxsight.capture.FragmentList;
import org.nxsight.wire.Bytes;
import org.nxsight.wire.dns.DnsMessageView;
import org.nxsight.wire.ip.UdpChecksum;

/**
 * One exchange of a batch. A view is reused: it walks a batch from {@link #wrap} by {@link #next},
 * and never outlives the batch.
 */
public final class ExchangeView {
  private static final int BEFORE_FIRST = -1;

  private byte[] bytes = new byte[0];
  private int start;
  private int offset;
  private int limit;

  /** Stands in front of the first exchange of a batch. */
  public void wrap(ExchangeBatch batch) {
    bytes = batch.bytes();
    limit = batch.length();
    start = 0;
    offset = BEFORE_FIRST;
  }

  /** Stands in front of the first of exchanges that were copied one behind the other. */
  public void wrap(byte[] entries, int from, int to) {
    bytes = entries;
    limit = to;
    start = from;
    offset = BEFORE_FIRST;
  }

  /** Goes to the next exchange; false behind the last one. */
  public boolean next() {
    offset = offset == BEFORE_FIRST ? start : offset + Bytes.i32(bytes, offset);
    return offset < limit;
  }

  /** What became of the response. */
  public Outcome outcome() {
    return Outcome.of(Bytes.u8(bytes, offset + 4));
  }

  /** Whether this exchange goes to a channel. */
  public boolean isIn(Channel channel) {
    return (Bytes.u8(bytes, offset + 5) & channel.bit()) != 0;
  }

  /** The extended rcode of the response. */
  public int rcode() {
    return Bytes.u16(bytes, offset + 6);
  }

  /** Whether the query was seen. */
  public boolean hasQuery() {
    return queryOctets() > 0;
  }

  /** Where all that is known of the exchange starts, for a copy of it. */
  public int entryOffset() {
    return offset;
  }

  /** How many octets that has. */
  public int entryOctets() {
    return Bytes.i32(bytes, offset);
  }

  /** When the query was captured, in nanoseconds since 1970; only when it was seen. */
  public long queryNanos() {
    return Bytes.i64(bytes, offset + 8);
  }

  /** When the response was captured, in nanoseconds since 1970. */
  public long responseNanos() {
    return Bytes.i64(bytes, offset + 16);
  }

  /** The array that holds everything the offsets below point to. */
  public byte[] bytes() {
    return bytes;
  }

  /** Where the query's IP datagram starts. */
  public int queryOffset() {
    return offset + ExchangeBatch.HEADER_OCTETS;
  }

  /** The query datagram's octets; 0 when it was not seen. */
  public int queryOctets() {
    return Bytes.i32(bytes, offset + 24);
  }

  /** Where the response's IP datagram starts. */
  public int responseOffset() {
    return queryOffset() + queryOctets();
  }

  /** The response datagram's octets. */
  public int responseOctets() {
    return Bytes.i32(bytes, offset + 28);
  }

  /** Where the response's DNS message starts. */
  public int messageOffset() {
    return responseOffset() + Bytes.u16(bytes, offset + 34);
  }

  /** Where the response's DNS message ends. */
  public int messageEnd() {
    return responseOffset() + responseOctets();
  }

  /** Whether the exchange is over IPv6. */
  public boolean isIpv6() {
    return bytes[responseOffset()] >> 4 == 6;
  }

  /** 4 or 16. */
  public int addressOctets() {
    return isIpv6() ? 16 : 4;
  }

  /** Where the address of the server stands: the response's source. */
  public int serverAddressOffset() {
    return responseOffset() + (isIpv6() ? 8 : 12);
  }

  /** Where the address of the resolver stands: the response's destination. */
  public int resolverAddressOffset() {
    return serverAddressOffset() + addressOctets();
  }

  /** The protocol of the transport: 17 for UDP, 6 for TCP. */
  public int protocol() {
    return Bytes.u8(bytes, offset + 44);
  }

  private int transportOffset() {
    return messageOffset() - Bytes.u8(bytes, offset + 45);
  }

  /** The port of the server. */
  public int serverPort() {
    return Bytes.u16(bytes, transportOffset());
  }

  /** The port of the resolver. */
  public int resolverPort() {
    return Bytes.u16(bytes, transportOffset() + 2);
  }

  /** The message id. */
  public int id() {
    return Bytes.u16(bytes, messageOffset());
  }

  /** Whether there is a question, in the response or else in its query. */
  public boolean hasQuestion() {
    return qnameOctets() > 0;
  }

  /** Where the qname stands: the response's, or else its query's. */
  public int qnameOffset() {
    int message =
        Bytes.u8(bytes, offset + 37) > 0
            ? messageOffset()
            : queryOffset() + Bytes.u16(bytes, offset + 32);
    return message + DnsMessageView.HEADER_OCTETS;
  }

  /** The qname's octets, its root label included; 0 without a question. */
  public int qnameOctets() {
    int inResponse = Bytes.u8(bytes, offset + 37);
    return inResponse > 0 ? inResponse : Bytes.u8(bytes, offset + 36);
  }

  /** The question's type. */
  public int qtype() {
    return Bytes.u16(bytes, qnameOffset() + qnameOctets());
  }

  /** The question's class. */
  public int qclass() {
    return Bytes.u16(bytes, qnameOffset() + qnameOctets() + 2);
  }

  /** Where the owner of the authority section's SOA stands, or -1 without one. */
  public int soaOwnerOffset() {
    int inMessage = Bytes.u16(bytes, offset + 38);
    return inMessage == 0 ? -1 : messageOffset() + inMessage;
  }

  /** Points a list at the fragments the response came in; at none when it came whole. */
  public void readFragments(FragmentList fragments) {
    fragments.clear();
    if (isAttached()) {
      Attachments.readFragments(bytes, attachmentsOffset(), fragments);
    }
  }

  /** The octets of the zone whose servers were asked; 0 when the source did not tell. */
  public int zoneOctets() {
    return isAttached() ? Attachments.zoneOctets(bytes, attachmentsOffset()) : 0;
  }

  /** Where that zone stands. */
  public int zoneOffset() {
    return Attachments.zoneOffset(attachmentsOffset());
  }

  /** Whether others published it with zeros in the place of the resolver's address. */
  public boolean isResolverZeroed() {
    return isAttached() && Attachments.isResolverZeroed(bytes, attachmentsOffset());
  }

  /** The verdict on the checksum the response had when it was captured; null: its own tells. */
  public @Nullable UdpChecksum publishedChecksum() {
    return isAttached() ? Attachments.publishedChecksum(bytes, attachmentsOffset()) : null;
  }

  /** Whether the response has an OPT record (RFC 6891). */
  public boolean hasEdns() {
    return Bytes.u8(bytes, offset + 47) != 0;
  }

  /** The INFO-CODE of the response's extended error (RFC 8914), or -1. */
  public int edeCode() {
    return Bytes.i32(bytes, offset + 48);
  }

  /** What a stage before this one has noted, 8 bits; 0 when none did. */
  public int note() {
    return Bytes.u8(bytes, offset + 46);
  }

  /** Notes something for the stages behind this one. */
  public void setNote(int note) {
    Bytes.put8(bytes, offset + 46, note);
  }

  private boolean isAttached() {
    return Bytes.i32(bytes, offset + 40) > 0;
  }

  private int attachmentsOffset() {
    return responseOffset() + responseOctets();
  }
}
