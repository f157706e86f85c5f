package org.nxsight.wire.dns;

import org.nxsight.wire.Bytes;
import org.nxsight.wire.ip.Addresses;

/**
 * Record data as text, in the form libwdns 0.12 writes and every consumer of SIE channels reads.
 *
 * <p>Fields are separated by one space. Rdata of a type libwdns does not take apart is written as
 * {@code \# 4 c0 00 02 01 } with a space behind every octet (RFC 3597, section 5). Rdata of an
 * Internet type in another class is written as nothing at all. Rdata may end before any field;
 * octets behind the last field are left out.
 */
public final class RdataText {
  private final StringBuilder out;
  private final byte[] rdata;
  private final int end;
  private int at;

  private RdataText(StringBuilder out, byte[] rdata, int offset, int length) {
    this.out = out;
    this.rdata = rdata;
    this.at = offset;
    this.end = offset + length;
  }

  /**
   * Appends the uncompressed rdata in {@code rdata[offset, offset + length)}.
   *
   * @return false when the rdata is malformed; what could be read is then appended with the mark
   *     {@code ### PARSE ERROR ###} of libwdns behind it
   */
  public static boolean append(
      StringBuilder out, byte[] rdata, int offset, int length, int rrtype, int rrclass) {
    RdataLayout layout = RdataLayout.of(rrtype);
    if (layout == null) {
      appendGeneric(out, rdata, offset, length);
      return true;
    }
    if (!layout.isDefinedIn(rrclass)) {
      return true;
    }
    int start = out.length();
    TextResult result = new RdataText(out, rdata, offset, length).appendFields(layout);
    if (result != TextResult.WRITTEN) {
      out.append(result.mark());
      return false;
    }
    int last = out.length() - 1;
    if (last >= start && out.charAt(last) == ' ') {
      out.setLength(last);
    }
    return true;
  }

  private static void appendGeneric(StringBuilder out, byte[] rdata, int offset, int length) {
    out.append("\\# ").append(length).append(' ');
    for (int i = 0; i < length; i++) {
      OctetsText.appendHex(out, rdata[offset + i]);
      out.append(' ');
    }
  }

  private TextResult appendFields(RdataLayout layout) {
    for (RdataField field : layout.fields()) {
      if (at == end) {
        break;
      }
      if (end - at < field.octets()) {
        return TextResult.CUT_SHORT;
      }
      TextResult result = appendField(field);
      if (result != TextResult.WRITTEN) {
        return result;
      }
    }
    return TextResult.WRITTEN;
  }

  /** Appends one field and a space, the space left out behind fields that are always the last. */
  private TextResult appendField(RdataField field) {
    switch (field) {
      case INT8 -> out.append(Bytes.u8(rdata, at)).append(' ');
      case INT16 -> out.append(Bytes.u16(rdata, at)).append(' ');
      case INT32 -> out.append(Bytes.u32(rdata, at)).append(' ');
      case RRTYPE -> out.append(WdnsNames.rrtypeText(Bytes.u16(rdata, at))).append(' ');
      case IPV4 -> Addresses.appendIpv4(out, rdata, at);
      case IPV6 -> Addresses.appendIpv6(out, rdata, at);
      case EUI48, EUI64 -> OctetsText.appendLowerHex(out, rdata, at, at + field.octets(), "-");
      case HEX -> OctetsText.appendUpperHex(out, rdata, at, end);
      case BASE64 -> OctetsText.appendBase64(out, rdata, at, end);
      case TEXT -> OctetsText.appendQuoted(out, rdata, at, end);
      case NAME -> {
        return appendName();
      }
      case IPV6_SUFFIX -> {
        return appendIpv6Suffix();
      }
      case STRING, SALT, HASH -> {
        return appendCounted(field);
      }
      case STRINGS -> {
        return appendStrings();
      }
      case TYPES -> {
        return appendTypes();
      }
      case SVC_PARAMS -> {
        return SvcParamsText.append(out, rdata, at, end);
      }
      case EDNS_OPTIONS -> {
        return EdnsOptionsText.append(out, rdata, at, end);
      }
    }
    at = field.octets() > 0 ? at + field.octets() : end;
    return TextResult.WRITTEN;
  }

  private TextResult appendName() {
    int start = at;
    int label;
    do {
      label = at < end ? Bytes.u8(rdata, at) : 0x40;
      if (label >= 0x40 || label >= end - at) {
        return TextResult.BAD_LABEL;
      }
      at += 1 + label;
    } while (label != 0);
    if (at - start > DnsNames.MAX_NAME_OCTETS) {
      return TextResult.LONG_NAME;
    }
    NameText.append(out, rdata, start, at - start);
    out.append(' ');
    return TextResult.WRITTEN;
  }

  private TextResult appendIpv6Suffix() {
    int prefix = Bytes.u8(rdata, at);
    int octets = (128 - prefix + 7) / 8;
    if (prefix > 128 || end - at < 1 + octets) {
      return TextResult.CUT_SHORT;
    }
    out.append(prefix).append(' ');
    if (octets > 0) {
      byte[] address = new byte[16];
      System.arraycopy(rdata, at + 1, address, 16 - octets, octets);
      Addresses.appendIpv6(out, address, 0);
      out.append(' ');
    }
    at += 1 + octets;
    return TextResult.WRITTEN;
  }

  private TextResult appendCounted(RdataField field) {
    int from = at + 1;
    int to = from + Bytes.u8(rdata, at);
    if (to > end) {
      return TextResult.CUT_SHORT;
    }
    if (field == RdataField.STRING) {
      OctetsText.appendQuoted(out, rdata, from, to);
    } else if (from == to) {
      out.append(field == RdataField.SALT ? '-' : '0');
    } else if (field == RdataField.SALT) {
      OctetsText.appendLowerHex(out, rdata, from, to, "");
    } else {
      OctetsText.appendBase32Hex(out, rdata, from, to);
    }
    out.append(' ');
    at = to;
    return TextResult.WRITTEN;
  }

  private TextResult appendStrings() {
    TextResult result = TextResult.WRITTEN;
    while (at < end && result == TextResult.WRITTEN) {
      result = appendCounted(RdataField.STRING);
    }
    return result;
  }

  private TextResult appendTypes() {
    while (end - at >= 2) {
      int window = Bytes.u8(rdata, at) << 8;
      int bitmap = at + 2;
      int bitmapEnd = bitmap + Bytes.u8(rdata, at + 1);
      if (bitmapEnd > end) {
        return TextResult.CUT_SHORT;
      }
      for (int bit = 0; bit < (bitmapEnd - bitmap) * 8; bit++) {
        if ((rdata[bitmap + bit / 8] & 0x80 >> bit % 8) != 0) {
          out.append(WdnsNames.rrtypeText((window | bit) & 0xffff)).append(' ');
        }
      }
      at = bitmapEnd;
    }
    return TextResult.WRITTEN;
  }
}
