package org.nxsight.exchange.selection;

import java.util.BitSet;
import org.nxsight.capture.CapturedMessage;
import org.nxsight.exchange.QueryView;
import org.nxsight.wire.Bytes;
import org.nxsight.wire.Mixing;
import org.nxsight.wire.dns.DnsMessageView;

/**
 * Who asked whom for what, read from the query or, when there is none, from the response. It is
 * reused and never outlives the datagram it points into.
 */
final class Sides {
  private byte[] bytes = new byte[0];
  private int addressOctets;
  private int resolver;
  private int server;
  private int message;
  private int qnameOctets;
  private boolean tellsRd;

  void readQuery(QueryView query) {
    read(query.bytes(), query.offset(), query.dnsOffset(), query.qnameLength());
  }

  void readQuery(CapturedMessage query) {
    int offset = query.datagram().offset();
    read(
        query.datagram().bytes(),
        offset,
        query.message().offset() - offset,
        query.message().qnameLength());
  }

  /** A response goes the other way. */
  void readResponse(CapturedMessage response) {
    readQuery(response);
    int source = resolver;
    resolver = server;
    server = source;
  }

  /** A response that was made up to hold what is known of an observation. */
  void readObservation(CapturedMessage response) {
    readResponse(response);
    tellsRd = false;
  }

  private void read(byte[] datagram, int offset, int dnsOffset, int qnameLength) {
    boolean ipv6 = datagram[offset] >> 4 == 6;
    bytes = datagram;
    addressOctets = ipv6 ? 16 : 4;
    resolver = offset + (ipv6 ? 8 : 12);
    server = resolver + addressOctets;
    message = offset + dnsOffset;
    qnameOctets = qnameLength;
    tellsRd = true;
  }

  /** Whether {@link #rd} is known. */
  boolean tellsRd() {
    return tellsRd;
  }

  /** The flag "recursion desired", 0 or 1. */
  int rd() {
    return Bytes.u8(bytes, message + 2) & 0x01;
  }

  boolean resolverIsIn(AddressPrefixes prefixes) {
    return prefixes.contains(bytes, resolver, addressOctets);
  }

  boolean serverIsIn(AddressPrefixes prefixes) {
    return prefixes.contains(bytes, server, addressOctets);
  }

  /** Without a question there is no name, which is in no set. */
  boolean nameIsIn(NameSuffixes domains) {
    return qnameOctets > 0 && domains.contains(bytes, qname(), qnameOctets);
  }

  boolean qtypeIsIn(BitSet types) {
    return qnameOctets > 0 && types.get(Bytes.u16(bytes, qname() + qnameOctets));
  }

  private int qname() {
    return message + DnsMessageView.HEADER_OCTETS;
  }

  /** A hash of both addresses, the id and the name: the same for a query and its response. */
  long hash() {
    long hash = Bytes.u16(bytes, message);
    for (int i = 0; i < addressOctets; i += 4) {
      long pair = (Bytes.u32(bytes, resolver + i) << 32) | Bytes.u32(bytes, server + i);
      hash = Mixing.mix(hash ^ pair, Mixing.A);
    }
    for (int i = 0; i < qnameOctets; i++) {
      hash = Mixing.mix(hash ^ bytes[qname() + i], Mixing.B);
    }
    return Mixing.mix(hash, Mixing.A);
  }
}
