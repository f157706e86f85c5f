package org.nxsight.analysis.dnsbl;

/** How an item stands in a question to a list. */
public enum ItemFormat {
  /** An IPv4 address: four octets in decimal, the last first (RFC 5782, section 2.1). */
  IP4,
  /** An IPv6 address: 32 hexadecimal digits, the last first (RFC 5782, section 2.4). */
  IP6,
  /** A domain as it is (RFC 5782, section 3). */
  DOMAIN,
  /** 40 hexadecimal digits. */
  SHA1,
  /** 32 hexadecimal digits. */
  MD5,
  /** 26, 32 or 52 digits of a base 32: MD5, SHA-1 or the first 160 bits, SHA-256. */
  BASE32,
  /** A mail address as it is, with its {@code @}. */
  EMAIL;

  /** Its bit in a set of formats. */
  public int bit() {
    return 1 << ordinal();
  }
}
