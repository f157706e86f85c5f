package org.nxsight.wire.dns;

/** What can stand in rdata, one kind of field each. */
enum RdataField {
  /** A domain name (RFC 1035, section 3.3). */
  NAME,
  /** One octet, a number. */
  INT8,
  /** Two octets, a number. */
  INT16,
  /** Four octets, a number without a sign. */
  INT32,
  /** An IPv4 address (RFC 1035, section 3.4.1). */
  IPV4,
  /** An IPv6 address (RFC 3596, section 2.2). */
  IPV6,
  /**
   * A prefix length in bits and the octets of an IPv6 address behind it (RFC 2874, section 3.1).
   */
  IPV6_SUFFIX,
  /** Six octets (RFC 7043, section 3). */
  EUI48,
  /** Eight octets (RFC 7043, section 4). */
  EUI64,
  /** A length octet and as many octets of text (RFC 1035, section 3.3). */
  STRING,
  /** {@link #STRING}s up to the end (RFC 1035, section 3.3.14). */
  STRINGS,
  /** Text up to the end (RFC 7553, section 4.4; RFC 8659, section 4.1). */
  TEXT,
  /** Octets up to the end, written in base 16. */
  HEX,
  /** Octets up to the end, written in base 64 (RFC 4034, section 2.2). */
  BASE64,
  /** A record type (RFC 4034, section 3.1.1). */
  RRTYPE,
  /** A set of record types up to the end (RFC 4034, section 4.1.2). */
  TYPES,
  /** A length octet and a salt (RFC 5155, section 3.2). */
  SALT,
  /** A length octet and a hash, written in base 32 (RFC 5155, section 3.2). */
  HASH,
  /** SvcParams up to the end (RFC 9460, section 2.2). */
  SVC_PARAMS,
  /** EDNS options up to the end (RFC 6891, section 6.1.2). */
  EDNS_OPTIONS;

  /** The octets of a field of fixed size, the least octets of any other. */
  int octets() {
    return switch (this) {
      case INT8, IPV6_SUFFIX, STRING, SALT, HASH, NAME -> 1;
      case INT16, RRTYPE, TYPES -> 2;
      case INT32, IPV4 -> 4;
      case EUI48 -> 6;
      case EUI64 -> 8;
      case IPV6 -> 16;
      case STRINGS, TEXT, HEX, BASE64, SVC_PARAMS, EDNS_OPTIONS -> 0;
    };
  }
}
