package org.nxsight.channels.form;

import java.util.BitSet;
import org.nxsight.wire.Bytes;
import org.nxsight.wire.nmsg.ByteRanges;
import org.nxsight.wire.nmsg.Dnsqr;

/**
 * The DNS message inside the IP datagrams of a {@code base:dnsqr} payload.
 *
 * <pre>
 *   one packet:      | IP header | UDP header (8) | DNS message |
 *   several packets: fragments of one datagram, in any order, joined by their offsets
 * </pre>
 *
 * <p>As with nmsgtool, a query must stand in one datagram; a response may come in fragments, which
 * must neither overlap nor leave holes. Only UDP is looked into. The view is reused and never
 * outlives the bytes it looks at.
 */
final class DnsPayload {
  private static final int UDP_HEADER_OCTETS = 8;
  private static final int MAX_DATAGRAM_OCTETS = 65_535;

  private final IpDatagram datagram = new IpDatagram();
  private final BitSet units = new BitSet(); // of eight octets, the unit of fragment offsets
  private byte[] joined = new byte[0];

  private byte[] bytes = joined;
  private int udpOffset;
  private int udpOctets;

  /** Looks for the query's message. */
  boolean locateQuery(Dnsqr dnsqr) {
    return dnsqr.queryPackets.count() == 1
        && dnsqr.queryIp.length() > 0
        && locate(dnsqr.queryPackets);
  }

  /** Looks for the response's message. */
  boolean locateResponse(Dnsqr dnsqr) {
    return dnsqr.responseIp.length() > 0 && locate(dnsqr.responsePackets);
  }

  /** Looks for the UDP datagram in {@code packets}; false when it is not whole. */
  boolean locate(ByteRanges packets) {
    boolean found = packets.count() == 1 ? locateWhole(packets) : join(packets);
    return found && udpOctets >= UDP_HEADER_OCTETS;
  }

  private boolean locateWhole(ByteRanges packets) {
    bytes = packets.bytes(0);
    if (!datagram.wrap(bytes, packets.offset(0), packets.length(0)) || datagram.isFragment()) {
      return false;
    }
    udpOffset = datagram.payloadOffset();
    udpOctets = datagram.payloadOctets();
    return datagram.protocol() == IpDatagram.UDP;
  }

  private boolean join(ByteRanges packets) {
    if (joined.length == 0) {
      joined = new byte[MAX_DATAGRAM_OCTETS];
    }
    units.clear();
    bytes = joined;
    udpOffset = 0;
    udpOctets = 0;
    for (int i = 0; i < packets.count(); i++) {
      if (!datagram.wrap(packets.bytes(i), packets.offset(i), packets.length(i))
          || !datagram.isFragment()
          || (datagram.fragmentOffset() == 0 && datagram.protocol() != IpDatagram.UDP)
          || !place(packets.bytes(i))) {
        return false;
      }
    }
    return udpOctets > 0 && units.cardinality() == (udpOctets + 7) / 8;
  }

  private boolean place(byte[] from) {
    int at = datagram.fragmentOffset();
    int octets = datagram.payloadOctets();
    int firstUnit = at / 8;
    int endUnit = (at + octets + 7) / 8;
    int taken = units.nextSetBit(firstUnit);
    if (at + octets > joined.length
        || (taken >= 0 && taken < endUnit)
        || (datagram.moreFragments() ? octets % 8 != 0 : udpOctets > 0)) {
      return false;
    }
    System.arraycopy(from, datagram.payloadOffset(), joined, at, octets);
    units.set(firstUnit, endUnit);
    if (!datagram.moreFragments()) {
      udpOctets = at + octets;
    }
    return true;
  }

  /** The array the message stands in. */
  byte[] bytes() {
    return bytes;
  }

  /** Where the UDP header starts. */
  int udpOffset() {
    return udpOffset;
  }

  /** The octets there are from the UDP header on. */
  int udpOctets() {
    return udpOctets;
  }

  /** Where the message starts. */
  int offset() {
    return udpOffset + UDP_HEADER_OCTETS;
  }

  /** The message's length: as UDP tells it, as far as there are octets. */
  int length() {
    int told = Bytes.u16(bytes, udpOffset + 4);
    int octets = told >= UDP_HEADER_OCTETS ? told - UDP_HEADER_OCTETS : told;
    return Math.min(octets, udpOctets - UDP_HEADER_OCTETS);
  }
}
