package org.nxsight.app.golden;

/** A link layer, its LINKTYPE_ number and the header it puts before an IP datagram. */
enum Link {
  ETHERNET(1, "020000000002 020000000001 TTTT"),
  VLAN(1, "020000000002 020000000001 8100 002a TTTT"),
  QINQ(1, "020000000002 020000000001 88a8 0007 8100 002a TTTT"),
  OLD_QINQ(1, "020000000002 020000000001 9100 0007 8100 002a TTTT"),
  RAW(101, ""),
  RAW_BSD(12, ""),
  RAW_OPENBSD(14, ""),
  IPV4(228, ""),
  IPV6(229, ""),
  SLL(113, "0000 0001 0006 020000000001 0000 TTTT"),
  SLL_VLAN(113, "0000 0001 0006 020000000001 0000 8100 002a TTTT"),
  SLL2(276, "TTTT 0000 00000002 0001 00 06 020000000001 0000"),
  NULL_LITTLE_ENDIAN(0, "FF000000"),
  NULL_BIG_ENDIAN(0, "000000FF"),
  LOOP(108, "000000FF"),
  /** LINKTYPE_PPI, which nobody reads here. */
  PPI(192, "0000 0800 00000000");

  final int linkType;
  private final String header;

  Link(int linkType, String header) {
    this.linkType = linkType;
    this.header = header;
  }

  /** The packet that carries a datagram; AF_INET6 is 30, as on macOS. */
  byte[] packet(byte[] ip) {
    boolean ipv6 = ip[0] >> 4 == 6;
    String filled = header.replace("TTTT", ipv6 ? "86dd" : "0800");
    return Octets.of().raw(Octets.hex(filled.replace("FF", ipv6 ? "1e" : "02"))).raw(ip).bytes();
  }
}
