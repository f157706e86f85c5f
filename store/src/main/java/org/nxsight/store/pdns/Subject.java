package org.nxsight.store.pdns;

import java.util.HexFormat;

/** What a question looks for: owners on the left side of records, or what stands on the right. */
public sealed interface Subject {
  /** RRsets by their owner. */
  record Owner(NamePattern names) implements Subject {}

  /** Records by the name they point at. */
  record Target(NamePattern names) implements Subject {}

  /** Records by the address they hold. */
  record Addresses(AddressRange range) implements Subject {}

  /** Records by their whole rdata, octets in hexadecimal digits. */
  record Octets(String digits) implements Subject {
    /** The octets. */
    byte[] rdata() {
      return HexFormat.of().parseHex(digits);
    }
  }

  /** The most octets of rdata (RFC 1035, section 3.2.1), so far as a URL can hold them. */
  int MOST_OCTETS = 16_384;

  /** RRsets by owner, in presentation form; perhaps with a wildcard at one of its ends. */
  static Subject rrset(String name) throws BadQuestionException {
    return new Owner(NamePattern.parse(name));
  }

  /** RRsets by owner, in wire form as hexadecimal digits. */
  static Subject rrsetRaw(String digits) throws BadQuestionException {
    return new Owner(NamePattern.ofWire(octets(digits)));
  }

  /** Records by the name they point at, in presentation form; perhaps with a wildcard. */
  static Subject rdataName(String name) throws BadQuestionException {
    return new Target(NamePattern.parse(name));
  }

  /** Records by address, prefix or range of addresses. */
  static Subject rdataIp(String addresses) throws BadQuestionException {
    return new Addresses(AddressRange.parse(addresses));
  }

  /** Records by their rdata in wire form as hexadecimal digits. */
  static Subject rdataRaw(String digits) throws BadQuestionException {
    return new Octets(HexFormat.of().formatHex(octets(digits)));
  }

  private static byte[] octets(String digits) throws BadQuestionException {
    if (digits.isEmpty()
        || digits.length() % 2 != 0
        || digits.length() > 2 * MOST_OCTETS
        || !digits.chars().allMatch(HexFormat::isHexDigit)) {
      throw new BadQuestionException("an even number of hexadecimal digits is expected");
    }
    return HexFormat.of().parseHex(digits);
  }
}
