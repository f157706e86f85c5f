package org.nxsight.store.pdns;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.nxsight.wire.dns.DnsNames;
import org.nxsight.wire.dns.NameKey;
import org.nxsight.wire.dns.RecordTypes;

/**
 * By what a record is found from its right side: the {@link NameKey} of the name it points at, or
 * the octets of its rdata in hexadecimal digits, 128 of them at most, when it points at no name.
 */
public final class RdataKey {
  /** The most digits of a key: 64 octets, four times an IPv6 address. */
  public static final int MOST_DIGITS = 128;

  private static final int NO_NAME = -1;

  private RdataKey() {}

  /** The key of canonical uncompressed rdata, whole and of class IN. */
  public static String of(int rrtype, byte[] rdata) {
    int name = mainName(rrtype, rdata);
    int end = name == NO_NAME ? NO_NAME : nameEnd(rdata, name);
    return end == NO_NAME ? digits(rdata) : NameKey.of(rdata, name, end - name);
  }

  /** The key of a record that points at no name. */
  static String digits(byte[] rdata) {
    return HexFormat.of().formatHex(rdata, 0, Math.min(rdata.length, MOST_DIGITS / 2));
  }

  /** Whether records of this type are found by the name they point at. */
  static boolean pointsAtName(int rrtype) {
    return fixedOctets(rrtype) != NO_NAME;
  }

  /** Where the name starts that a record points at. */
  private static int mainName(int rrtype, byte[] rdata) {
    int at = fixedOctets(rrtype);
    if (!"NAPTR".equals(RecordTypes.name(rrtype))) {
      return at;
    }
    for (int string = 0; string < 3 && at < rdata.length; string++) { // RFC 3403, section 4.1
      at += 1 + (rdata[at] & 0xff);
    }
    return at;
  }

  private static int nameEnd(byte[] rdata, int name) {
    return name < rdata.length ? DnsNames.skipUncompressed(rdata, name, rdata.length) : NO_NAME;
  }

  /** The octets of fixed size before the name or the strings before it. */
  private static int fixedOctets(int rrtype) {
    @Nullable String type = RecordTypes.name(rrtype);
    if (type == null) {
      return NO_NAME;
    }
    return switch (type) {
      case "NS", "CNAME", "DNAME", "PTR", "SOA" -> 0;
      case "MX", "KX", "AFSDB", "RT", "SVCB", "HTTPS" -> 2;
      case "NAPTR" -> 4;
      case "SRV" -> 6;
      default -> NO_NAME;
    };
  }
}
