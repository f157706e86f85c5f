package org.nxsight.capture.fragment;

import org.nxsight.wire.Bytes;
import org.nxsight.wire.ip.DatagramView;
import org.nxsight.wire.ip.InternetChecksum;

/**
 * A datagram made of its fragments, and these. The header is the first fragment's, corrected: IPv4
 * has the total length, no fragment bits and a new checksum; IPv6 has the payload length and no
 * fragment header (RFC 8200, section 4.5). It is reused and only good during the call.
 */
public final class WholeDatagram {
  /** The longest datagram: IPv6 does not count its header. */
  static final int MAX_OCTETS = 40 + 65_535;

  private static final int IPV6_HEADER_OCTETS = 40;
  private static final int FRAGMENT_HEADER_OCTETS = 8;

  private final byte[] bytes = new byte[MAX_OCTETS];
  private final DatagramView first = new DatagramView();
  private int length;
  private Assembly parts = new Assembly();

  /**
   * Makes the datagram of an assembly that is whole.
   *
   * @return false when it would be longer than a datagram can be
   */
  boolean make(Assembly assembly) {
    parts = assembly;
    first.wrap(assembly.octets, assembly.start(0), assembly.length(0));
    int header = assembly.header(0) - (first.isIpv6() ? FRAGMENT_HEADER_OCTETS : 0);
    int octets = header;
    for (int i = 0; i < assembly.count; i++) {
      octets += assembly.data(i);
    }
    int counted = octets - (first.isIpv6() ? IPV6_HEADER_OCTETS : 0);
    if (counted > 0xffff) {
      return false;
    }
    System.arraycopy(assembly.octets, assembly.start(0), bytes, 0, header);
    length = header;
    for (int i = 0; i < assembly.count; i++) {
      int from = assembly.start(i) + assembly.header(i);
      System.arraycopy(assembly.octets, from, bytes, length, assembly.data(i));
      length += assembly.data(i);
    }
    if (first.isIpv6()) {
      Bytes.put16(bytes, 4, counted);
      int announcement = first.fragmentAnnouncementOffset() - first.offset();
      bytes[announcement] = assembly.octets[assembly.start(0) + header];
    } else {
      Bytes.put16(bytes, 2, counted);
      Bytes.put16(bytes, 6, 0);
      InternetChecksum.putIpv4Header(bytes, 0, header);
    }
    return true;
  }

  /** The array the datagram stands in, from its start. */
  public byte[] bytes() {
    return bytes;
  }

  /** The datagram's octets. */
  public int length() {
    return length;
  }

  /** How many fragments it came in. */
  public int fragments() {
    return parts.count;
  }

  /** The array the fragments stand in. */
  public byte[] fragmentBytes() {
    return parts.octets;
  }

  /** Where fragment {@code index}, in order of place, starts in {@link #fragmentBytes()}. */
  public int fragmentStart(int index) {
    return parts.start(index);
  }

  /** The octets of the fragment, its IP header included. */
  public int fragmentLength(int index) {
    return parts.length(index);
  }

  /** When the fragment was captured, in nanoseconds since 1970. */
  public long fragmentNanos(int index) {
    return parts.nanos(index);
  }

  /** When the last fragment was captured. */
  public long lastNanos() {
    long last = parts.nanos(0);
    for (int i = 1; i < parts.count; i++) {
      last = Math.max(last, parts.nanos(i));
    }
    return last;
  }
}
