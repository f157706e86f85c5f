package org.nxsight.analysis.findings.health;

import org.nxsight.analysis.cut.Cut;
import org.nxsight.analysis.findings.Observation;
import org.nxsight.exchange.ExchangeView;
import org.nxsight.wire.Bytes;

/**
 * Which zone a question was for, and whether its server serves it. An error has no SOA, so the zone
 * is the one whose servers were asked when the source tells it (dnstap), or else the registrable
 * domain; in the reverse tree the network of an IPv4 /24 or an IPv6 /48.
 */
final class AskedZone {
  private static final int TYPE_DS = 43;
  private static final int NXDOMAIN = 3;

  /** Labels of {@code 2.0.192.in-addr.arpa}. */
  private static final int IPV4_LABELS = 5;

  /** Twelve nibbles and {@code ip6.arpa}. */
  private static final int IPV6_LABELS = 14;

  private static final int NIBBLE_OCTETS = 2;

  private AskedZone() {}

  /** Where the zone starts in the qname. */
  static int offset(Observation observation) {
    ExchangeView exchange = observation.exchange();
    byte[] qname = observation.names();
    if (exchange.zoneOctets() > 0) {
      int told = Cut.ancestorOffset(qname, 0, exchange.bytes(), exchange.zoneOffset());
      if (told != Cut.NONE) {
        return told;
      }
    }
    Cut cut = observation.cut();
    if (cut.isReverse()) {
      int labels = 0;
      for (int at = 0; qname[at] != 0; at += 1 + Bytes.u8(qname, at)) {
        labels++;
      }
      boolean nibbles = Bytes.u8(qname, 0) + 1 == NIBBLE_OCTETS && labels > IPV6_LABELS;
      int at = 0;
      for (int skip = labels - (nibbles ? IPV6_LABELS : IPV4_LABELS); skip > 0; skip--) {
        at += 1 + Bytes.u8(qname, at);
      }
      return at;
    }
    return cut.registrableOffset() < 0 ? 0 : cut.registrableOffset();
  }

  /**
   * Whether the response shows that its server serves the zone: records, or a denial by the zone
   * itself. A referral does not, nor does a DS record, which is the parent's.
   */
  static boolean isServed(Observation observation, int zoneOffset) {
    ExchangeView exchange = observation.exchange();
    if (observation.qtype() == TYPE_DS
        || (observation.rcode() != 0 && observation.rcode() != NXDOMAIN)) {
      return false;
    }
    if (Bytes.u16(exchange.bytes(), exchange.messageOffset() + 6) > 0) {
      return true;
    }
    int soa = observation.cut().soaOffset();
    return soa != Cut.NONE && soa <= zoneOffset;
  }
}
