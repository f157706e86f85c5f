package org.nxsight.analysis.causes;

/** Suffixes below which anybody gets a name at once, as malware does. */
public final class DynamicDns {
  /** Their first labels. */
  private static final LabelSet FIRST_LABELS =
      LabelSet.of(
          """
          ddns dyndns dynu dynns duckdns no-ip noip myddns hopto zapto sytes ddnsking redirectme \
          servebeer serveblog servecounterstrike serveftp servegame servehttp bounceme myftp myvnc \
          3utilities gotdns homeip homelinux homeunix dnsalias dnsdojo dynalias dyndns-free \
          dyndns-home mooo afraid strangled chickenkiller ignorelist jumpingcrab 3322 f3322 \
          8866 2288 6600 8800 9966 changeip dns-dynamic dynv6 ydns freeddns now-dns
          """);

  private DynamicDns() {}

  /** Whether the name at an offset, in wire form and lower case, is one of them. */
  public static boolean isSuffix(byte[] octets, int offset) {
    return FIRST_LABELS.contains(octets, offset + 1, octets[offset]);
  }
}
