package org.nxsight.wire.dns;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one record type's rdata, in order.
 *
 * <p>The types are those libwdns 0.12 takes apart. Every other type is opaque octets, there as
 * here, and is written in the generic form of RFC 3597, section 5.
 *
 * @param rrclass the class the type is defined in, or {@link #ANY_CLASS}
 * @param fields the fields; rdata may end before any of them
 */
record RdataLayout(int rrclass, List<RdataField> fields) {
  private static final int ANY_CLASS = -1;

  /** By the number of the type; those of nearly all records are found without a map. */
  private static final @Nullable RdataLayout[] FIRST = new RdataLayout[1 << 8];

  private static final Map<Integer, RdataLayout> LAYOUTS =
      parse(
          """
          A          IN  ipv4
          NS         *   name
          MD         *   name
          MF         *   name
          CNAME      *   name
          SOA        *   name name int32 int32 int32 int32 int32
          MB         *   name
          MG         *   name
          MR         *   name
          NULL       *   hex
          WKS        IN  int32 int8 hex
          PTR        *   name
          HINFO      *   string string
          MINFO      *   name name
          MX         *   int16 name
          TXT        *   strings
          RP         *   name name
          AFSDB      *   int16 name
          X25        *   string
          ISDN       *   string string
          RT         *   int16 name
          SIG        *   int16 int8 int8 int32 int32 int32 int16 name hex
          PX         IN  int16 name name
          AAAA       IN  ipv6
          NXT        *   name hex
          SRV        IN  int16 int16 int16 name
          NAPTR      IN  int16 int16 string string string name
          KX         IN  int16 name
          A6         IN  ipv6_suffix name
          DNAME      *   name
          OPT        *   edns_options
          DS         *   int16 int8 int8 hex
          RRSIG      *   rrtype int8 int8 int32 int32 int32 int16 name base64
          NSEC       *   name types
          DNSKEY     *   int16 int8 int8 base64
          NSEC3      *   int8 int8 int16 salt hash types
          NSEC3PARAM *   int8 int8 int16 salt
          TLSA       *   int8 int8 int8 hex
          CDS        *   int16 int8 int8 hex
          CDNSKEY    *   int16 int8 int8 base64
          OPENPGPKEY *   base64
          CSYNC      *   int32 int16 types
          SVCB       IN  int16 name svc_params
          HTTPS      IN  int16 name svc_params
          SPF        *   strings
          EUI48      *   eui48
          EUI64      *   eui64
          URI        *   int16 int16 text
          CAA        IN  int8 string text
          """);

  /** The layout of a type, or null when its rdata is opaque. */
  static @Nullable RdataLayout of(int rrtype) {
    return rrtype < FIRST.length ? FIRST[rrtype] : LAYOUTS.get(rrtype);
  }

  /** Whether the type is defined in {@code rrclass}. */
  boolean isDefinedIn(int rrclass) {
    return this.rrclass == ANY_CLASS || this.rrclass == rrclass;
  }

  private static Map<Integer, RdataLayout> parse(String table) {
    Map<Integer, RdataLayout> layouts = new HashMap<>();
    for (String line : table.lines().toList()) {
      String[] words = line.split(" +", -1);
      List<RdataField> fields = new ArrayList<>();
      for (int i = 2; i < words.length; i++) {
        fields.add(RdataField.valueOf(words[i].toUpperCase(Locale.ROOT)));
      }
      int rrclass = words[1].equals("*") ? ANY_CLASS : RecordClasses.number(words[1]);
      int rrtype = RecordTypes.number(words[0]);
      RdataLayout layout = new RdataLayout(rrclass, List.copyOf(fields));
      layouts.put(rrtype, layout);
      if (rrtype < FIRST.length) {
        FIRST[rrtype] = layout;
      }
    }
    return layouts;
  }
}
