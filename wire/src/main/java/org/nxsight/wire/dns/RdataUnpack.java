package org.nxsight.wire.dns;

import org.nxsight.wire.Bytes;

/**
 * Record data taken out of a message, its names uncompressed (RFC 1035, section 4.1.4).
 *
 * <p>As in libwdns 0.12, compressed names are understood in every type that is taken apart, which
 * is more than RFC 3597, section 4, asks for. Malformed are: a field that runs over the end of the
 * rdata, octets behind the last field, a malformed name, an empty or too long window of a type
 * bitmap, and a service parameter against its form. Rdata may end before any field. Rdata of other
 * types, and of Internet types in other classes, is copied as it is.
 */
public final class RdataUnpack {
  /** What {@link #unpack} returns for malformed rdata. */
  public static final int MALFORMED = -1;

  /** The most octets unpacked rdata can have: the longest rdata, and two names in it unpacked. */
  public static final int MAX_OCTETS = 65_535 + 2 * DnsNames.MAX_NAME_OCTETS;

  private RdataUnpack() {}

  /**
   * Writes the rdata at {@code rdata} uncompressed to {@code out}.
   *
   * @param message where the message starts in {@code bytes}; pointers count from here
   * @param end the end of the message
   * @param rdata where the rdata starts in {@code bytes}
   * @param rdlength the rdata's octets in the message
   * @param out room for {@link #MAX_OCTETS}, or for {@code rdlength} and two names of 255 octets,
   *     from {@code outOffset}
   * @return the octets written, or {@link #MALFORMED}
   */
  public static int unpack(
      byte[] bytes,
      int message,
      int end,
      int rdata,
      int rdlength,
      int rrtype,
      int rrclass,
      byte[] out,
      int outOffset) {
    return unpack(bytes, message, end, rdata, rdlength, rrtype, rrclass, out, outOffset, false);
  }

  /**
   * The same in canonical form: the names in lower case, and malformed too when it lacks a field
   * (RFC 4034, section 6.2, but for every type that is taken apart).
   *
   * @return the octets written, or {@link #MALFORMED}
   */
  public static int unpackCanonical(
      byte[] bytes,
      int message,
      int end,
      int rdata,
      int rdlength,
      int rrtype,
      int rrclass,
      byte[] out,
      int outOffset) {
    return unpack(bytes, message, end, rdata, rdlength, rrtype, rrclass, out, outOffset, true);
  }

  private static int unpack(
      byte[] bytes,
      int message,
      int end,
      int rdata,
      int rdlength,
      int rrtype,
      int rrclass,
      byte[] out,
      int outOffset,
      boolean canonical) {
    int rdataEnd = rdata + rdlength;
    if (rdlength < 0 || rdataEnd > end) {
      return MALFORMED;
    }
    RdataLayout layout = RdataLayout.of(rrtype);
    if (layout == null || !layout.isDefinedIn(rrclass)) {
      System.arraycopy(bytes, rdata, out, outOffset, rdlength);
      return rdlength;
    }
    int at = rdata;
    int written = outOffset;
    for (RdataField field : layout.fields()) {
      if (at == rdataEnd) {
        if (canonical && field != RdataField.TYPES && field.octets() > 0) {
          return MALFORMED;
        }
        break;
      }
      int fieldEnd;
      if (field == RdataField.NAME) {
        int name = DnsNames.unpack(bytes, message, at, end, out, written);
        fieldEnd = DnsNames.skip(bytes, at, end);
        if (name == DnsNames.MALFORMED || fieldEnd == DnsNames.MALFORMED || fieldEnd > rdataEnd) {
          return MALFORMED;
        }
        if (canonical) {
          DnsNames.lowerCase(out, written, name);
        }
        written += name;
      } else {
        fieldEnd = fieldEnd(field, bytes, at, rdataEnd);
        if (fieldEnd == MALFORMED || fieldEnd > rdataEnd) {
          return MALFORMED;
        }
        System.arraycopy(bytes, at, out, written, fieldEnd - at);
        written += fieldEnd - at;
      }
      at = fieldEnd;
    }
    return at == rdataEnd ? written - outOffset : MALFORMED;
  }

  /** Where a field other than a name ends, which may be behind {@code end}, or MALFORMED. */
  private static int fieldEnd(RdataField field, byte[] bytes, int at, int end) {
    return switch (field) {
      case NAME -> throw new IllegalArgumentException("a name's end is found by its labels");
      case INT8, INT16, INT32, RRTYPE, IPV4, IPV6, EUI48, EUI64 -> at + field.octets();
      case STRING, SALT, HASH -> at + 1 + Bytes.u8(bytes, at);
      case HEX, BASE64, TEXT, EDNS_OPTIONS -> end;
      case IPV6_SUFFIX -> {
        int prefix = Bytes.u8(bytes, at);
        yield prefix > 128 ? MALFORMED : at + 1 + (128 - prefix + 7) / 8;
      }
      case STRINGS -> stringsEnd(bytes, at, end);
      case TYPES -> typesEnd(bytes, at, end);
      case SVC_PARAMS -> svcParamsEnd(bytes, at, end);
    };
  }

  private static int stringsEnd(byte[] bytes, int from, int end) {
    int at = from;
    while (at < end) {
      at += 1 + Bytes.u8(bytes, at);
    }
    return at;
  }

  /** Windows of 1..32 octets (RFC 4034, section 4.1.2). */
  private static int typesEnd(byte[] bytes, int from, int end) {
    int at = from;
    while (end - at >= 2) {
      int octets = Bytes.u8(bytes, at + 1);
      if (octets < 1 || octets > 32) {
        return MALFORMED;
      }
      at += 2 + octets;
    }
    return at;
  }

  private static int svcParamsEnd(byte[] bytes, int from, int end) {
    int at = from;
    while (at < end) {
      if (end - at < 4) {
        return MALFORMED;
      }
      int value = at + 4;
      int valueEnd = value + Bytes.u16(bytes, at + 2);
      if (valueEnd > end
          || !SvcParamsText.isWellFormed(Bytes.u16(bytes, at), bytes, value, valueEnd)) {
        return MALFORMED;
      }
      at = valueEnd;
    }
    return at;
  }
}
