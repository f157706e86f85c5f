package org.nxsight.channels.form;

import org.jspecify.annotations.Nullable;

/** The names of the enumerations in dnsqr.proto and dnsdedupe.proto, by number. */
final class EnumNames {
  /** DnsQRType. */
  static final EnumNames DNSQR_TYPE =
      new EnumNames(
          "UDP_INVALID",
          "UDP_QUERY_RESPONSE",
          "UDP_UNANSWERED_QUERY",
          "UDP_UNSOLICITED_RESPONSE",
          "TCP",
          "ICMP",
          "UDP_QUERY_ONLY",
          "UDP_RESPONSE_ONLY");

  /** UdpChecksum. */
  static final EnumNames UDP_CHECKSUM = new EnumNames("ERROR", "ABSENT", "INCORRECT", "CORRECT");

  /** DnsDedupeType. */
  static final EnumNames DNSDEDUPE_TYPE =
      new EnumNames(
          "INSERTION",
          "EXPIRATION",
          "CHAFF",
          "AUTHORITATIVE",
          "MERGED",
          "MERGED_AUTHORITATIVE",
          "MERGED_INSERTION");

  private final String[] names;

  private EnumNames(String... names) {
    this.names = names;
  }

  /** The name of {@code number}, or null. */
  @Nullable String name(int number) {
    return number >= 0 && number < names.length ? names[number] : null;
  }
}
