package org.nxsight.capture;

import org.nxsight.wire.Bytes;

/**
 * The link-layer headers in front of an IP datagram, by LINKTYPE_ number.
 *
 * <pre>
 *   EN10MB      destination(6) source(6) [tag(2) vlan(2)]* ethertype(2)
 *   LINUX_SLL   type(2) arphrd(2) length(2) address(8) ethertype(2)
 *   LINUX_SLL2  ethertype(2) zero(2) interface(4) arphrd(2) type(1) length(1) address(8)
 *   NULL, LOOP  protocol family(4), in the byte order of the host that captured
 *   RAW, IPV4, IPV6   nothing
 * </pre>
 */
final class LinkLayer {
  /** What {@link #ipOffset} returns for a packet that carries something else than IP. */
  static final int NOT_IP = -1;

  /** What it returns for a packet that ends inside its link-layer header. */
  static final int SHORT = -2;

  /** What it returns for a link type that is not read here. */
  static final int UNKNOWN_LINK_TYPE = -3;

  private static final int NULL = 0;
  private static final int EN10MB = 1;
  private static final int RAW_BSD = 12;
  private static final int RAW_OPENBSD = 14;
  private static final int RAW = 101;
  private static final int LOOP = 108;
  private static final int LINUX_SLL = 113;
  private static final int IPV4 = 228;
  private static final int IPV6 = 229;
  private static final int LINUX_SLL2 = 276;

  private static final int ETHERTYPE_IPV4 = 0x0800;
  private static final int ETHERTYPE_IPV6 = 0x86dd;
  private static final int ETHERTYPE_VLAN = 0x8100;
  private static final int ETHERTYPE_SERVICE_VLAN = 0x88a8;
  private static final int ETHERTYPE_OLD_QINQ = 0x9100;

  private LinkLayer() {}

  /**
   * Where the IP datagram of a packet starts, or one of the negative codes.
   *
   * @param offset where the packet starts in {@code bytes}
   * @param length its captured octets
   */
  static int ipOffset(int linkType, byte[] bytes, int offset, int length) {
    return switch (linkType) {
      case EN10MB -> behindEtherType(bytes, offset + 12, offset + length);
      case LINUX_SLL -> behindEtherType(bytes, offset + 14, offset + length);
      case LINUX_SLL2 -> length < 20 ? SHORT : ofEtherType(Bytes.u16(bytes, offset), offset + 20);
      case RAW, RAW_BSD, RAW_OPENBSD, IPV4, IPV6 -> length < 1 ? SHORT : offset;
      case NULL, LOOP -> behindFamily(bytes, offset, length);
      default -> UNKNOWN_LINK_TYPE;
    };
  }

  private static int behindEtherType(byte[] bytes, int typeOffset, int end) {
    for (int at = typeOffset; at + 2 <= end; at += 4) {
      int type = Bytes.u16(bytes, at);
      if (type != ETHERTYPE_VLAN && type != ETHERTYPE_SERVICE_VLAN && type != ETHERTYPE_OLD_QINQ) {
        return ofEtherType(type, at + 2);
      }
    }
    return SHORT;
  }

  private static int ofEtherType(int type, int payload) {
    return type == ETHERTYPE_IPV4 || type == ETHERTYPE_IPV6 ? payload : NOT_IP;
  }

  /** AF_INET is 2 everywhere; AF_INET6 is 10, 24, 28 or 30, depending on the system. */
  private static int behindFamily(byte[] bytes, int offset, int length) {
    if (length < 4) {
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
