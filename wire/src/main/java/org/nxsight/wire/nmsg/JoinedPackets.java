package org.nxsight.wire.nmsg;

import java.util.BitSet;
import org.nxsight.wire.Bytes;
import org.nxsight.wire.ip.DatagramView;
import org.nxsight.wire.protobuf.ByteRanges;

/**
 * The one IP datagram that the packets of a {@code base:dnsqr} payload are or make together.
 *
 * <pre>
 *   one packet:       | IP header | UDP or TCP header | DNS message |
 *   several packets:  fragments of one datagram in any order (RFC 791; RFC 8200, section 4.5)
 *     IPv4  6  flags, offset / 8     IPv6  in the fragment header, 2 behind its start
 *   joined:           | header of the fragment at 0, made one of a whole datagram | all data |
 * </pre>
 *
 * <p>Fragments must neither overlap nor leave holes. The object is reused; a datagram that came
 * whole is looked at where it stands.
 */
public final class JoinedPackets {
  private static final int MAX_DATAGRAM_OCTETS = 40 + 65_535; // IPv6 does not count its header

  private final DatagramView datagram = new DatagramView();
  private final BitSet units = new BitSet(); // of eight octets, the unit of fragment offsets
  private byte[] joined = new byte[0];
  private int headerOctets;
  private int dataOctets;

  /** Joins packets; {@link DatagramView.Shape#FRAGMENT} when they do not make one datagram. */
  public DatagramView.Shape join(ByteRanges packets) {
    if (packets.count() == 1) {
      return wrap(packets, 0);
    }
    return joinFragments(packets)
        ? datagram.wrap(joined, 0, headerOctets + dataOctets)
        : DatagramView.Shape.FRAGMENT;
  }

  /** The datagram, when it is a whole one. */
  public DatagramView datagram() {
    return datagram;
  }

  private DatagramView.Shape wrap(ByteRanges packets, int index) {
    return datagram.wrap(packets.bytes(index), packets.offset(index), packets.length(index));
  }

  private boolean joinFragments(ByteRanges packets) {
    headerOctets = 0;
    for (int i = 0; i < packets.count(); i++) {
      if (wrap(packets, i) != DatagramView.Shape.FRAGMENT) {
        return false;
      }
      if (datagram.fragmentOffset() == 0) {
        copyHeader();
      }
    }
    units.clear();
    dataOctets = 0;
    for (int i = 0; headerOctets > 0 && i < packets.count(); i++) {
      wrap(packets, i);
      if (!copyData()) {
        return false;
      }
    }
    int unitsOfData = (dataOctets + 7) / 8;
    if (dataOctets == 0 || units.nextClearBit(0) != unitsOfData || units.length() != unitsOfData) {
      return false;
    }
    boolean ipv6 = joined[0] >> 4 == 6;
    Bytes.put16(joined, ipv6 ? 4 : 2, headerOctets + dataOctets - (ipv6 ? 40 : 0));
    Bytes.put16(joined, ipv6 ? headerOctets - 6 : 6, 0);
    return true;
  }

  private void copyHeader() {
    if (joined.length == 0) {
      joined = new byte[MAX_DATAGRAM_OCTETS];
    }
    headerOctets = datagram.transportOffset() - datagram.offset();
    System.arraycopy(datagram.bytes(), datagram.offset(), joined, 0, headerOctets);
  }

  private boolean copyData() {
    int from = datagram.transportOffset();
    int octets = datagram.offset() + datagram.length() - from;
    int at = datagram.fragmentOffset();
    int endUnit = (at + octets + 7) / 8;
    int taken = units.nextSetBit(at / 8);
    if (headerOctets + at + octets > MAX_DATAGRAM_OCTETS
        || (taken >= 0 && taken < endUnit)
        || (datagram.moreFragments() ? octets % 8 != 0 : dataOctets > 0)) {
      return false;
    }
    System.arraycopy(datagram.bytes(), from, joined, headerOctets + at, octets);
    units.set(at / 8, endUnit);
    if (!datagram.moreFragments()) {
      dataOctets = at + octets;
    }
    return true;
  }
}
