package org.nxsight.wire.dns;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsight.wire.ip.AddressLiterals;

/**
 * Service parameters of SVCB and HTTPS records read from text: what {@link SvcParamsText} writes
 * (RFC 9460, section 2.1). They keep their order.
 */
final class SvcParamsParser {
  private static final List<String> KEYS =
      List.of("mandatory", "alpn", "no-default-alpn", "port", "ipv4hint", "ech", "ipv6hint");

  private static final int MANDATORY = 0;
  private static final int ALPN = 1;
  private static final int NO_DEFAULT_ALPN = 2;
  private static final int PORT = 3;
  private static final int IPV4HINT = 4;
  private static final int ECH = 5;
  private static final int IPV6HINT = 6;

  /** 65535 is no key (RFC 9460, section 14.3.2). */
  private static final int MOST_KEY = 65_534;

  private SvcParamsParser() {}

  /** Appends every parameter that is left, and tells whether all were well formed. */
  static boolean parse(TextFields text, OctetsBuilder out) {
    while (!text.isAtEnd()) {
      byte[] param = text.nextParam();
      if (param == null || !put(param, out)) {
        return false;
      }
    }
    return true;
  }

  private static boolean put(byte[] param, OctetsBuilder out) {
    String text = new String(param, StandardCharsets.ISO_8859_1);
    int equals = text.indexOf('=');
    int key = key(equals < 0 ? text : text.substring(0, equals));
    if (key < 0) {
      return false;
    }
    OctetsBuilder value = new OctetsBuilder(RdataParser.MAX_OCTETS);
    return putValue(key, equals < 0 ? "" : text.substring(equals + 1), value)
        && out.putNumber(key, 2)
        && out.putNumber(value.length(), 2)
        && out.put(value.toBytes(), 0, value.length());
  }

  private static int key(String name) {
    int known = KEYS.indexOf(name);
    if (known >= 0) {
      return known;
    }
    return name.startsWith("key") ? (int) Decimal.parse(name.substring(3), MOST_KEY) : -1;
  }

  private static boolean putValue(int key, String text, OctetsBuilder out) {
    return switch (key) {
      case MANDATORY -> putKeys(text, out);
      case ALPN -> putProtocols(text, out);
      case NO_DEFAULT_ALPN -> text.isEmpty();
      case PORT -> {
        long port = Decimal.parse(text, 65_535);
        yield port >= 0 && out.putNumber(port, 2);
      }
      case IPV4HINT -> putAddresses(text, 4, out);
      case IPV6HINT -> putAddresses(text, 16, out);
      case ECH -> putBase64(text, out);
      default -> {
        byte[] octets = text.getBytes(StandardCharsets.ISO_8859_1);
        yield out.put(octets, 0, octets.length);
      }
    };
  }

  private static boolean putKeys(String text, OctetsBuilder out) {
    for (String name : text.isEmpty() ? new String[0] : text.split(",", -1)) {
      int key = key(name);
      if (key < 0 || !out.putNumber(key, 2)) {
        return false;
      }
    }
    return true;
  }

  private static boolean putAddresses(String text, int octets, OctetsBuilder out) {
    byte[] address = new byte[16];
    for (String literal : text.isEmpty() ? new String[0] : text.split(",", -1)) {
      if (AddressLiterals.parse(literal, address, 0) != octets || !out.put(address, 0, octets)) {
        return false;
      }
    }
    return true;
  }

  private static boolean putBase64(String text, OctetsBuilder out) {
    byte[] octets = decoded(text);
    return octets != null && out.put(octets, 0, octets.length);
  }

  private static byte @Nullable [] decoded(String text) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** Names between commas; a backslash takes the next character into the name (appendix A.1). */
  private static boolean putProtocols(String text, OctetsBuilder out) {
    OctetsBuilder name = new OctetsBuilder(255);
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || text.charAt(i) == ',') {
        if (name.isFull()
            || !out.putNumber(name.length(), 1)
            || !out.put(name.toBytes(), 0, name.length())) {
          return false;
        }
        name = new OctetsBuilder(255);
        continue;
      }
      if (text.charAt(i) == '\\' && ++i == text.length()) {
        return false;
      }
      name.putNumber(text.charAt(i), 1);
    }
    return true;
  }
}
