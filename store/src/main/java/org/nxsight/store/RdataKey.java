package org.nxsight.store;

import java.util.HexFormat;
import java.util.Map;
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
  private static final HexFormat HEX = HexFormat.of();
  private static final int NAPTR = RecordTypes.number("NAPTR");

  /** Where the name stands, or the strings before it (RFC 1035, 1183, 2230, 2782, 6672, 9460). */
  private static final Map<Integer, Integer> NAME_OFFSETS =
      Map.ofEntries(
          Map.entry(RecordTypes.number("NS"), 0),
          Map.entry(RecordTypes.number("CNAME"), 0),
          Map.entry(RecordTypes.number("DNAME"), 0),
          Map.entry(RecordTypes.number("PTR"), 0),
          Map.entry(RecordTypes.number("SOA"), 0),
          Map.entry(RecordTypes.number("MX"), 2),
          Map.entry(RecordTypes.number("KX"), 2),
          Map.entry(RecordTypes.number("RT"), 2),
          Map.entry(RecordTypes.number("AFSDB"), 2),
          Map.entry(RecordTypes.number("SVCB"), 2),
          Map.entry(RecordTypes.number("HTTPS"), 2),
          Map.entry(NAPTR, 4),
          Map.entry(RecordTypes.number("SRV"), 6));

  private RdataKey() {}

  /** The key of canonical uncompressed rdata, whole and of class IN. */
  public static String of(int rrtype, byte[] rdata) {
    StringBuilder key = new StringBuilder();
    append(key, rrtype, rdata);
    return key.toString();
  }

  /** Appends that key. */
  public static void append(StringBuilder out, int rrtype, byte[] rdata) {
    int name = mainName(rrtype, rdata);
    if (name == NO_NAME || !isName(rdata, name)) {
      HEX.formatHex(out, rdata, 0, Math.min(rdata.length, MOST_DIGITS / 2));
    } else {
      NameKey.append(out, rdata, name);
    }
  }

  /** The key of a record that points at no name. */
  public static String digits(byte[] rdata) {
    return HEX.formatHex(rdata, 0, Math.min(rdata.length, MOST_DIGITS / 2));
  }

  /** Whether records of this type are found by the name they point at. */
  public static boolean pointsAtName(int rrtype) {
    return fixedOctets(rrtype) != NO_NAME;
  }

  /** Where the name starts that a record points at. */
  private static int mainName(int rrtype, byte[] rdata) {
    int at = fixedOctets(rrtype);
    if (rrtype != NAPTR) {
      return at;
    }
    for (int string = 0; string < 3 && at < rdata.length; string++) { // RFC 3403, section 4.1
      at += 1 + (rdata[at] & 0xff);
    }
    return at;
  }

  private static boolean isName(byte[] rdata, int name) {
    return name < rdata.length
        && DnsNames.skipUncompressed(rdata, name, rdata.length) != DnsNames.MALFORMED;
  }

  /** The octets of fixed size before the name or the strings before it. */
  private static int fixedOctets(int rrtype) {
    return NAME_OFFSETS.getOrDefault(rrtype, NO_NAME);
  }
}
