package org.nxsight.store.writing;

import java.util.HexFormat;
import java.util.Map;
import org.nxsight.store.NameKey;
import org.nxsight.wire.dns.DnsNames;
import org.nxsight.wire.dns.RecordTypes;

/**
 * What rdata is found by: the key of the one name that it is about, or else its octets in
 * hexadecimal digits, so that the addresses of a prefix stand together.
 */
final class RdataKey {
  /** Digits of a key; further octets tell nothing that one would look for. */
  private static final int MAX_OCTETS = 64;

  private static final HexFormat HEX = HexFormat.of();
  private static final int NAPTR = RecordTypes.number("NAPTR");

  /** Where the name stands, by type (RFC 1035, 1183, 2230, 2782, 6672, 9460). */
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
          Map.entry(RecordTypes.number("SRV"), 6));

  private final NameKey nameKey = new NameKey();

  /** Appends the key of rdata, whose names are uncompressed and in lower case. */
  void append(StringBuilder out, int rrtype, byte[] rdata) {
    int name = nameOffset(rrtype, rdata);
    if (name >= 0
        && name < rdata.length
        && DnsNames.skipUncompressed(rdata, name, rdata.length) != DnsNames.MALFORMED) {
      nameKey.append(out, rdata, name);
    } else {
      HEX.formatHex(out, rdata, 0, Math.min(rdata.length, MAX_OCTETS));
    }
  }

  private static int nameOffset(int rrtype, byte[] rdata) {
    if (rrtype != NAPTR) {
      return NAME_OFFSETS.getOrDefault(rrtype, -1);
    }
    int at = 4; // order and preference; then flags, services and regexp (RFC 3403, section 4.1)
    for (int strings = 0; strings < 3 && at < rdata.length; strings++) {
      at += 1 + (rdata[at] & 0xff);
    }
    return at;
  }
}
