package org.nxsight.channels.form;

import org.jspecify.annotations.Nullable;
import org.nxsight.wire.dns.NameText;
import org.nxsight.wire.dns.RecordTypes;
import org.nxsight.wire.ip.Addresses;
import org.nxsight.wire.protobuf.ByteRange;

/**
 * The members of a JSON object being written on one line without spaces (farsightsec/nmsg,
 * nmsg/nmsg_json.h and nmsg/msgmod/transparent_payload.c).
 */
final class JsonFields {
  private final StringBuilder out;
  private final StringBuilder scratch = new StringBuilder();
  private boolean first = true;

  JsonFields(StringBuilder out) {
    this.out = out;
  }

  /** Begins a member, whose value the caller appends. */
  void member(String name) {
    out.append(first ? "\"" : ",\"").append(name).append("\":");
    first = false;
  }

  /** Begins an object as a member's value. */
  void open(String name) {
    member(name);
    out.append('{');
    first = true;
  }

  /** A string. */
  void string(String name, CharSequence value) {
    member(name);
    JsonStrings.append(out, value);
  }

  /** A number, unsigned. */
  void unsigned(String name, long value) {
    member(name);
    out.append(Long.toUnsignedString(value));
  }

  /** A number with decimals, or null when it is not finite. */
  void decimal(String name, double value) {
    member(name);
    Decimals.appendTrimmed(out, value);
  }

  /** The name of a number, or the number when there is none. */
  void enumeration(String name, EnumNames names, int number) {
    String value = names.name(number);
    if (value == null) {
      unsigned(name, Integer.toUnsignedLong(number));
    } else {
      string(name, value);
    }
  }

  /** A mnemonic, or another text when there is none. */
  void coded(String name, @Nullable String mnemonic, String otherwise) {
    string(name, mnemonic == null ? otherwise : mnemonic);
  }

  /** A record type, by number as in RFC 3597 when it has no mnemonic. */
  void rrtype(String name, int rrtype) {
    coded(name, RecordTypes.name(rrtype & 0xffff), "TYPE" + (rrtype & 0xffff));
  }

  /** Seconds since 1970, as date and time. */
  void time(String name, int epochSeconds) {
    scratch.setLength(0);
    Timestamps.append(scratch, Integer.toUnsignedLong(epochSeconds));
    string(name, scratch);
  }

  /** An address, when there is one; null when it is of another length than an address. */
  void address(String name, ByteRange ip) {
    if (!ip.isPresent()) {
      return;
    }
    member(name);
    if (ip.length() == 4 || ip.length() == 16) {
      out.append('"');
      Addresses.append(out, ip.bytes(), ip.offset(), ip.length());
      out.append('"');
    } else {
      out.append("null");
    }
  }

  /** A domain name, when there is one; an empty string when its length is not a name's. */
  void domain(String name, ByteRange domain) {
    if (!domain.isPresent()) {
      return;
    }
    scratch.setLength(0);
    if (TextLines.isDomain(domain)) {
      NameText.append(scratch, domain.bytes(), domain.offset(), domain.length());
    }
    string(name, scratch);
  }

  /** Octets in base64, when the field is there; null when it is empty. */
  void base64(String name, ByteRange octets) {
    if (octets.isPresent()) {
      member(name);
      base64OrNull(octets.bytes(), octets.offset(), octets.length());
    }
  }

  /** Appends octets in base64 as a value, or null when there are none. */
  void base64OrNull(byte[] bytes, int offset, int length) {
    if (length == 0) {
      out.append("null");
    } else {
      JsonStrings.appendBase64(out, bytes, offset, length);
    }
  }
}
