package org.nxsight.capture.layers;

import static org.nxsight.capture.layers.Inside.NOT_IP;
import static org.nxsight.capture.layers.Inside.OUTERMOST;
import static org.nxsight.capture.layers.Inside.SHORT;
import static org.nxsight.capture.layers.Inside.UNKNOWN_LINK_TYPE;

import org.nxsight.wire.Bytes;

/**
 * The link-layer headers in front of an IP datagram, by LINKTYPE_ number.
 *
 * <pre>
 *   EN10MB      destination(6) source(6) ethertype(2), or length(2) and then LLC
 *   FDDI        frame control(1) destination(6) source(6) LLC
 *   LINUX_SLL   type(2) arphrd(2) length(2) address(8) ethertype(2)
 *   LINUX_SLL2  ethertype(2) zero(2) interface(4) arphrd(2) type(1) length(1) address(8)
 *   NULL, LOOP  protocol family(4), in the byte order of the host that captured
 *   PPP         {@link Ppp}             PPP_ETHER              {@link Ppp}
 *   IEEE802_11  {@link Wireless}        IEEE802_11_RADIOTAP    {@link Wireless}
 *   PKTAP       {@link CaptureHeaders}  NFLOG                  {@link CaptureHeaders}
 *   RAW, IPV4, IPV6   nothing
 * </pre>
 */
public final class LinkLayer {
  static final int NULL = 0;
  static final int EN10MB = 1;
  static final int PPP = 9;
  static final int FDDI = 10;
  static final int RAW_BSD = 12;
  static final int RAW_OPENBSD = 14;
  static final int PPP_HDLC = 50;
  static final int PPP_ETHER = 51;
  static final int RAW = 101;
  static final int IEEE802_11 = 105;
  static final int LOOP = 108;
  static final int LINUX_SLL = 113;
  static final int IEEE802_11_RADIOTAP = 127;
  static final int IPV4 = 228;
  static final int IPV6 = 229;
  static final int NFLOG = 239;
  static final int PKTAP = 258;
  static final int LINUX_SLL2 = 276;

  private LinkLayer() {}

  /**
   * Where the IP datagram of a packet starts, or one of the codes of {@link Inside}.
   *
   * @param offset where the packet starts in {@code bytes}
   * @param end where its captured octets end
   */
  public static int ipOffset(int linkType, byte[] bytes, int offset, int end) {
    if (linkType == EN10MB) { // before all others: it is what nearly every capture has
      return ethernet(bytes, offset, end, OUTERMOST);
    }
    return linkType == PKTAP
        ? CaptureHeaders.pktap(bytes, offset, end)
        : ofPlainLinkType(linkType, bytes, offset, end);
  }

  /** The same for link types that do not name another one. */
  static int ofPlainLinkType(int linkType, byte[] bytes, int offset, int end) {
    return switch (linkType) {
      case EN10MB -> ethernet(bytes, offset, end, OUTERMOST);
      case FDDI -> Llc.ipOffset(bytes, offset + 13, end, OUTERMOST);
      case LINUX_SLL -> behindEtherType(bytes, offset + 14, offset + 16, end, OUTERMOST);
      case LINUX_SLL2 -> behindEtherType(bytes, offset, offset + 20, end, OUTERMOST);
      case RAW, RAW_BSD, RAW_OPENBSD, IPV4, IPV6 -> offset < end ? offset : SHORT;
      case NULL, LOOP -> behindFamily(bytes, offset, end);
      case PPP, PPP_HDLC -> Ppp.ipOffset(bytes, offset, end, OUTERMOST);
      case PPP_ETHER -> Ppp.behindSession(bytes, offset, end, OUTERMOST);
      case IEEE802_11 -> Wireless.ipOffset(bytes, offset, end);
      case IEEE802_11_RADIOTAP -> Wireless.behindRadiotap(bytes, offset, end);
      case NFLOG -> CaptureHeaders.nflog(bytes, offset, end);
      default -> UNKNOWN_LINK_TYPE;
    };
  }

  /**
   * Where the IP datagram in an Ethernet frame starts.
   *
   * @param depth how many headers of {@link EtherType} it stands in
   */
  static int ethernet(byte[] bytes, int offset, int end, int depth) {
    return behindEtherType(bytes, offset + 12, offset + 14, end, depth);
  }

  private static int behindEtherType(
      byte[] bytes, int typeOffset, int payload, int end, int depth) {
    if (payload >= end) {
      return SHORT;
    }
    int type = Bytes.u16(bytes, typeOffset);
    return type == EtherType.IPV4 ? payload : EtherType.ipOffset(type, bytes, payload, end, depth);
  }

  /** AF_INET is 2 everywhere; AF_INET6 is 10, 24, 28 or 30, depending on the system. */
  private static int behindFamily(byte[] bytes, int offset, int end) {
    if (offset + 4 >= end) {
      return SHORT;
    }
    int family = Bytes.i32(bytes, offset);
    if ((family & 0xffff) == 0) {
      family = Integer.reverseBytes(family);
    }
    return switch (family) {
      case 2, 10, 24, 28, 30 -> offset + 4;
      default -> NOT_IP;
    };
  }
}
