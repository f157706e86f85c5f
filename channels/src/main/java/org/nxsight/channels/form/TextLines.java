package org.nxsight.channels.form;

import org.jspecify.annotations.Nullable;
import org.nxsight.wire.dns.MessageText;
import org.nxsight.wire.dns.NameText;
import org.nxsight.wire.dns.RecordTypes;
import org.nxsight.wire.ip.Addresses;
import org.nxsight.wire.protobuf.ByteRange;

/**
 * The lines {@code name: value} of a record's text (farsightsec/nmsg,
 * nmsg/msgmod/transparent_payload.c, and the field printers of base/dns.c and base/dnsqr.c).
 */
final class TextLines {
  private static final int MAX_NAME_OCTETS = 255;

  private final StringBuilder out;

  TextLines(StringBuilder out) {
    this.out = out;
  }

  /** A line of text. */
  void text(String name, CharSequence value) {
    out.append(name).append(": ").append(value).append('\n');
  }

  /** A line of an unsigned number. */
  void unsigned(String name, long value) {
    text(name, Long.toUnsignedString(value));
  }

  /** A line of six decimals. */
  void decimal(String name, double value) {
    out.append(name).append(": ");
    Decimals.appendFixed(out, value);
    out.append('\n');
  }

  /** A line of a name or, when there is none, of its number. */
  void enumeration(String name, EnumNames names, int number) {
    String value = names.name(number);
    text(name, value == null ? unknownEnum(number) : value);
  }

  private static String unknownEnum(int number) {
    return "<UNKNOWN ENUM VAL=" + Integer.toUnsignedString(number) + ">";
  }

  /** A line of a mnemonic and its 16-bit number. */
  void coded(String name, @Nullable String mnemonic, String otherwise, int number) {
    out.append(name).append(": ").append(mnemonic == null ? otherwise : mnemonic);
    out.append(" (").append(number & 0xffff).append(")\n");
  }

  /** A line of a record type. */
  void rrtype(String name, int rrtype) {
    coded(name, RecordTypes.name(rrtype & 0xffff), "<UNKNOWN>", rrtype);
  }

  /** A line of seconds since 1970. */
  void time(String name, int epochSeconds) {
    out.append(name).append(": ");
    Timestamps.append(out, Integer.toUnsignedLong(epochSeconds));
    out.append('\n');
  }

  /** A line of an address, when there is one. */
  void address(String name, ByteRange ip) {
    if (!ip.isPresent()) {
      return;
    }
    out.append(name).append(": ");
    if (ip.length() == 4 || ip.length() == 16) {
      Addresses.append(out, ip.bytes(), ip.offset(), ip.length());
    } else {
      out.append("<INVALID IP len=").append(ip.length()).append('>');
    }
    out.append('\n');
  }

  /** A line of a domain name; none for a range that is empty or too long. */
  void domain(String name, ByteRange domain) {
    if (isDomain(domain)) {
      out.append(name).append(": ");
      NameText.append(out, domain.bytes(), domain.offset(), domain.length());
      out.append('\n');
    }
  }

  /** Whether a range has the length of a name. */
  static boolean isDomain(ByteRange domain) {
    return domain.length() > 0 && domain.length() <= MAX_NAME_OCTETS;
  }

  /** The lines of a DNS message, between its length and {@code ---}. */
  void message(String name, byte[] bytes, int offset, int length) {
    int before = out.length();
    out.append(name).append(": [").append(length).append(" octets]\n");
    if (MessageText.appendText(out, bytes, offset, length)) {
      out.append("---\n");
    } else {
      out.setLength(before);
      text(name, "<PARSE ERROR>");
    }
  }
}
