package org.nxsight.exchange;

import java.util.Arrays;
import org.nxsight.capture.CapturedMessage;
import org.nxsight.wire.Bytes;
import org.nxsight.wire.dns.DnsMessageView;
import org.nxsight.wire.dns.DnsNames;
import org.nxsight.wire.ip.DatagramBuilder;
import org.nxsight.wire.ip.DatagramView;
import org.nxsight.wire.nmsg.Dnsnx;
import org.nxsight.wire.nmsg.PayloadView;
import org.nxsight.wire.protobuf.ByteRange;

/**
 * The name of a {@code SIE:dnsnx} payload, as a response that is made up to hold what is known.
 *
 * <pre>
 *   from response_ip port 53 to the zero address, over UDP:
 *   | id 0, QR, AA, NXDOMAIN | question: qname, qtype, qclass | authority: soa_rrname SOA . . 0... |
 * </pre>
 *
 * <p>Without soa_rrname there is no authority section.
 */
final class PublishedName {
  private static final int DNS_PORT = 53;
  private static final int TYPE_SOA = 6;
  private static final int SOA_RDATA_OCTETS = 1 + 1 + 5 * 4;
  private static final int MOST_OCTETS =
      DnsMessageView.HEADER_OCTETS + 2 * DnsNames.MAX_NAME_OCTETS + 4 + 10 + SOA_RDATA_OCTETS;

  private final byte[] message = new byte[MOST_OCTETS];
  private final DatagramBuilder builder = new DatagramBuilder();
  private final CapturedMessage response = new CapturedMessage();

  /** Reads a payload; false when its names, types or address are none. */
  boolean read(Dnsnx dnsnx, PayloadView payload) {
    ByteRange address = dnsnx.responseIp;
    if (!isName(dnsnx.qname)
        || (dnsnx.soaRrname.isPresent() && !isName(dnsnx.soaRrname))
        || dnsnx.qtype >>> 16 != 0
        || dnsnx.qclass >>> 16 != 0
        || (address.length() != 4 && address.length() != 16)) {
      return false;
    }
    int octets = write(dnsnx);
    builder.begin(address.length() == 16, DatagramView.UDP);
    builder.setSource(address.bytes(), address.offset(), address.length(), DNS_PORT);
    builder.finish(message, 0, octets);
    response.begin(nanos(dnsnx, payload));
    DatagramView datagram = response.datagram();
    datagram.wrap(builder.bytes(), 0, builder.length());
    response.message().wrap(datagram.bytes(), datagram.payloadOffset(), datagram.payloadLength());
    response.message().scanRecords();
    return true;
  }

  private static boolean isName(ByteRange name) {
    int end = name.offset() + name.length();
    return name.length() > 0 && DnsNames.skipUncompressed(name.bytes(), name.offset(), end) == end;
  }

  private int write(Dnsnx dnsnx) {
    Arrays.fill(message, (byte) 0);
    Bytes.put16(message, 2, 0x8403);
    Bytes.put16(message, 4, 1);
    int at = put(dnsnx.qname, DnsMessageView.HEADER_OCTETS);
    Bytes.put16(message, at, dnsnx.qtype);
    Bytes.put16(message, at + 2, dnsnx.qclass);
    at += 4;
    if (!dnsnx.soaRrname.isPresent()) {
      return at;
    }
    Bytes.put16(message, 8, 1);
    at = put(dnsnx.soaRrname, at);
    Bytes.put16(message, at, TYPE_SOA);
    Bytes.put16(message, at + 2, dnsnx.qclass);
    Bytes.put16(message, at + 8, SOA_RDATA_OCTETS);
    return at + 10 + SOA_RDATA_OCTETS;
  }

  private int put(ByteRange name, int at) {
    System.arraycopy(name.bytes(), name.offset(), message, at, name.length());
    return at + name.length();
  }

  private static long nanos(Dnsnx dnsnx, PayloadView payload) {
    return dnsnx.hasResponseTimeSeconds
        ? PublishedTime.nanos(dnsnx.responseTimeSeconds, dnsnx.responseTimeNanos, payload)
        : payload.epochNanos();
  }

  /** The response that was made up. */
  CapturedMessage response() {
    return response;
  }
}
