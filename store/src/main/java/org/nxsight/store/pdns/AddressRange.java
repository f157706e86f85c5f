package org.nxsight.store.pdns;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses of one family from a first to a last: {@code 192.0.2.1}, {@code 192.0.2.0,24}, {@code
 * 192.0.2.0/24} or {@code 192.0.2.0-192.0.2.20}.
 *
 * @param first 8 hexadecimal digits, or 32 for IPv6
 * @param last the same; not before {@code first}
 */
public record AddressRange(String first, String last) {
  private static final Pattern IPV4 =
      Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");
  private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]{2,45}");
  private static final Pattern PREFIX = Pattern.compile("(.*)[,/](\\d{1,3})");
  private static final int IPV4_OCTETS = 4;
  private static final int IPV6_OCTETS = 16;

  /** Reads an address, a prefix or a range. */
  public static AddressRange parse(String text) throws BadQuestionException {
    int dash = text.indexOf('-');
    if (dash >= 0) {
      return between(address(text.substring(0, dash)), address(text.substring(dash + 1)));
    }
    Matcher prefix = PREFIX.matcher(text);
    if (prefix.matches()) {
      return under(address(prefix.group(1)), Integer.parseInt(prefix.group(2)));
    }
    byte[] only = address(text);
    return between(only, only);
  }

  /** The type of the records that hold these addresses. */
  public String rrtype() {
    return first.length() == 2 * IPV4_OCTETS ? "A" : "AAAA";
  }

  private static AddressRange under(byte[] address, int bits) throws BadQuestionException {
    if (bits > 8 * address.length) {
      throw new BadQuestionException(
          "a prefix of this family has 0 to " + 8 * address.length + " bits");
    }
    byte[] first = address.clone();
    byte[] last = address.clone();
    for (int i = 0; i < address.length; i++) {
      int network = 0xff00 >> Math.clamp(bits - 8L * i, 0, 8) & 0xff;
      first[i] = (byte) (address[i] & network);
      last[i] = (byte) (address[i] | ~network);
    }
    return between(first, last);
  }

  private static AddressRange between(byte[] first, byte[] last) throws BadQuestionException {
    if (first.length != last.length || Arrays.compareUnsigned(first, last) > 0) {
      throw new BadQuestionException(
          "a range goes from an address up to another one of the same family");
    }
    return new AddressRange(HexFormat.of().formatHex(first), HexFormat.of().formatHex(last));
  }

  private static byte[] address(String text) throws BadQuestionException {
    Matcher ipv4 = IPV4.matcher(text);
    if (ipv4.matches()) {
      byte[] octets = new byte[IPV4_OCTETS];
      for (int i = 0; i < IPV4_OCTETS; i++) {
        int octet = Integer.parseInt(ipv4.group(i + 1));
        if (octet > 0xff) {
          throw noAddress();
        }
        octets[i] = (byte) octet;
      }
      return octets;
    }
    if (!IPV6.matcher(text).matches() || text.indexOf(':') < 0) {
      throw noAddress();
    }
    return ipv6(text);
  }

  private static byte[] ipv6(String text) throws BadQuestionException {
    byte[] octets;
    try {
      octets = InetAddress.ofLiteral(text).getAddress();
    } catch (IllegalArgumentException e) {
      throw noAddress();
    }
    if (octets.length == IPV6_OCTETS) {
      return octets;
    }
    byte[] mapped = new byte[IPV6_OCTETS]; // RFC 4291, section 2.5.5.2
    mapped[10] = mapped[11] = (byte) 0xff;
    System.arraycopy(octets, 0, mapped, IPV6_OCTETS - IPV4_OCTETS, IPV4_OCTETS);
    return mapped;
  }

  private static BadQuestionException noAddress() {
    return new BadQuestionException(
        "this is no IP address: 192.0.2.1, 192.0.2.0,24, 192.0.2.0-192.0.2.20, or the like of IPv6"
            + " is expected");
  }
}
