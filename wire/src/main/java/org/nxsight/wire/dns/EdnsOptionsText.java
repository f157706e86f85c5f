package org.nxsight.wire.dns;

import java.util.Arrays;
import org.nxsight.wire.Bytes;
import org.nxsight.wire.ip.Addresses;

/**
 * The options of an OPT record as text, one line each (RFC 6891, section 6.1.2).
 *
 * <pre>
 *   +---------------+---------------+------------------
 *   | code (16)     | length (16)   | data              repeated up to the end
 *   +---------------+---------------+------------------
 * </pre>
 *
 * <p>A client subnet (RFC 7871) and an extended error (RFC 8914) are taken apart. Any other option
 * is its code, its octets in base 16, and the printable ones of them: {@code OPT=3: 6e 73 31
 * ("ns1")}.
 */
final class EdnsOptionsText {
  private static final int CODE_CLIENT_SUBNET = 8;
  private static final int CODE_EXTENDED_ERROR = 15;
  private static final int FAMILY_IPV4 = 1;
  private static final int FAMILY_IPV6 = 2;

  /** The purposes of the INFO-CODEs from 0 (RFC 8914, section 5.2). */
  private static final String[] ERROR_PURPOSES = {
    "Other Error",
    "Unsupported DNSKEY Algorithm",
    "Unsupported DS Digest Type",
    "Stale Answer",
    "Forged Answer",
    "DNSSEC Indeterminate",
    "DNSSEC Bogus",
    "Signature Expired",
    "Signature Not Yet Valid",
    "DNSKEY Missing",
    "RRSIGs Missing",
    "No Zone Key Bit Set",
    "NSEC Missing",
    "Cached Error",
    "Not Ready",
    "Blocked",
    "Censored",
    "Filtered",
    "Prohibited",
    "Stale NXDomain Answer",
    "Not Authoritative",
    "Not Supported",
    "No Reachable Authority",
    "Network Error",
    "Invalid Data"
  };

  private EdnsOptionsText() {}

  /** Appends the options with a line feed between two of them. */
  static TextResult append(StringBuilder out, byte[] bytes, int from, int to) {
    int at = from;
    while (at < to) {
      if (to - at < 2) {
        return TextResult.CUT_SHORT;
      }
      if (at > from) {
        out.append('\n');
      }
      int code = Bytes.u16(bytes, at);
      switch (code) {
        case CODE_CLIENT_SUBNET -> out.append("CLIENT-SUBNET:");
        case CODE_EXTENDED_ERROR -> out.append("EDE:");
        default -> out.append("OPT=").append(code).append(':');
      }
      if (to - at < 4 || to - at - 4 < Bytes.u16(bytes, at + 2)) {
        return TextResult.CUT_SHORT;
      }
      int data = at + 4;
      at = data + Bytes.u16(bytes, at + 2);
      out.append(' ');
      if (!appendData(out, code, bytes, data, at)) {
        return TextResult.BAD_VALUE;
      }
    }
    return TextResult.WRITTEN;
  }

  private static boolean appendData(StringBuilder out, int code, byte[] bytes, int from, int to) {
    return switch (code) {
      case CODE_CLIENT_SUBNET -> appendClientSubnet(out, bytes, from, to);
      case CODE_EXTENDED_ERROR -> appendExtendedError(out, bytes, from, to);
      default -> appendOctets(out, bytes, from, to);
    };
  }

  /** The address cut to its prefix, the source and scope prefix lengths (RFC 7871, section 6). */
  private static boolean appendClientSubnet(StringBuilder out, byte[] bytes, int from, int to) {
    if (to - from < 4) {
      return false;
    }
    int family = Bytes.u16(bytes, from);
    int octets = to - from - 4;
    byte[] address = Arrays.copyOf(Arrays.copyOfRange(bytes, from + 4, to), 16);
    if (family == FAMILY_IPV4 && octets <= 4) {
      Addresses.appendIpv4(out, address, 0);
    } else if (family == FAMILY_IPV6 && octets <= 16) {
      Addresses.appendIpv6(out, address, 0);
    } else {
      return false;
    }
    out.append('/').append(Bytes.u8(bytes, from + 2));
    out.append('/').append(Bytes.u8(bytes, from + 3));
    return true;
  }

  /** The INFO-CODE, its purpose and the EXTRA-TEXT (RFC 8914, section 2). */
  private static boolean appendExtendedError(StringBuilder out, byte[] bytes, int from, int to) {
    if (to - from < 2) {
      return false;
    }
    int code = Bytes.u16(bytes, from);
    out.append(code);
    if (code < ERROR_PURPOSES.length) {
      out.append(" (").append(ERROR_PURPOSES[code]).append(')');
    }
    out.append(": (");
    appendPrintable(out, bytes, from + 2, to);
    out.append(')');
    return true;
  }

  private static boolean appendOctets(StringBuilder out, byte[] bytes, int from, int to) {
    OctetsText.appendLowerHex(out, bytes, from, to, " ");
    out.append(from < to ? " (\"" : "(\"");
    appendPrintable(out, bytes, from, to);
    out.append("\")");
    return true;
  }

  private static void appendPrintable(StringBuilder out, byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      out.append(bytes[i] >= ' ' && bytes[i] <= '~' ? (char) bytes[i] : '.');
    }
  }
}
