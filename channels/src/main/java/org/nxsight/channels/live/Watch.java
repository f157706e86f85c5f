package org.nxsight.channels.live;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.nxsight.wire.Bytes;
import org.nxsight.wire.dns.DnsNames;
import org.nxsight.wire.dns.NameText;
import org.nxsight.wire.dns.Rcodes;
import org.nxsight.wire.dns.RecordTypes;
import org.nxsight.wire.ip.AddressLiterals;

/**
 * What a subscriber wants to see, as the field writes it (farsightsec/axa-dist, watch.man): {@code
 * dns=example.com}, {@code dns=*.example.com} for the domain and all below it, {@code
 * ip=192.0.2.0/24}; and besides {@code soa=}, which takes names as {@code dns=} does, {@code
 * cause=}, {@code rcode=} and {@code qtype=}.
 */
public final class Watch {
  private static final String BELOW = "*.";
  private static final int MAX_ADDRESS_OCTETS = 16;

  private final WatchKind kind;
  private final boolean below;
  private final byte[] key;

  /**
   * @param key of a name its wire form in lower case; of a prefix the address, its host bits zero,
   *     and an octet with its length; of a number four octets
   */
  private Watch(WatchKind kind, boolean below, byte[] key) {
    this.kind = kind;
    this.below = below;
    this.key = key;
  }

  /**
   * Reads one.
   *
   * @param causes the names of causes, in the order of their numbers, from 1 on
   * @throws IllegalArgumentException with a line that says what would be understood
   */
  public static Watch parse(String text, List<String> causes) {
    int equals = text.indexOf('=');
    WatchKind kind = equals < 0 ? null : WatchKind.of(text.substring(0, equals));
    if (kind == null) {
      throw new IllegalArgumentException(
          "'"
              + text
              + "' is no watch; dns=*.example.com, ip=192.0.2.0/24, soa=com., cause=TYPO,"
              + " rcode=SERVFAIL and qtype=MX are");
    }
    String value = text.substring(equals + 1);
    return switch (kind) {
      case DNS, SOA -> name(kind, value);
      case IP -> new Watch(kind, false, prefix(value));
      case CAUSE -> number(kind, value, 1 + causes.indexOf(value.toUpperCase(Locale.ROOT)), 1);
      case RCODE -> number(kind, value, numberOr(Rcodes.number(value), value), 0);
      case QTYPE -> number(kind, value, numberOr(RecordTypes.number(value), value), 0);
    };
  }

  private static Watch name(WatchKind kind, String value) {
    boolean below = value.startsWith(BELOW);
    byte[] name = new byte[DnsNames.MAX_NAME_OCTETS];
    int octets = NameText.parse(below ? value.substring(BELOW.length()) : value, name);
    if (octets == NameText.MALFORMED) {
      throw new IllegalArgumentException(
          kind.word() + "=: '" + value + "' is no domain name, nor one behind *.");
    }
    DnsNames.lowerCase(name, 0, octets);
    return new Watch(kind, below, Arrays.copyOf(name, octets));
  }

  private static byte[] prefix(String value) {
    int slash = value.indexOf('/');
    byte[] address = new byte[MAX_ADDRESS_OCTETS];
    int octets = AddressLiterals.parse(slash < 0 ? value : value.substring(0, slash), address, 0);
    int bits = Byte.SIZE * octets;
    int length = slash < 0 ? bits : decimal(value.substring(slash + 1));
    if (octets != AddressLiterals.MALFORMED && length >= 0 && length <= bits) {
      byte[] key = Arrays.copyOf(address, octets + 1);
      keepBits(key, octets, length);
      key[octets] = (byte) length;
      return key;
    }
    throw new IllegalArgumentException(
        "ip=: '"
            + value
            + "' is neither an address nor a prefix, as in 192.0.2.1 or 2001:db8::/32");
  }

  /** Makes the bits of an address behind the first {@code length} zero. */
  static void keepBits(byte[] address, int octets, int length) {
    int whole = length / Byte.SIZE;
    if (whole < octets) {
      address[whole] &= (byte) (0xff00 >> length % Byte.SIZE);
      Arrays.fill(address, whole + 1, octets, (byte) 0);
    }
  }

  private static int numberOr(int named, String value) {
    return named >= 0 ? named : decimal(value);
  }

  /** A number of 16 bits, or -1. */
  private static int decimal(String value) {
    try {
      int number = Integer.parseInt(value);
      return number <= 0xffff ? number : -1;
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private static Watch number(WatchKind kind, String value, int number, int least) {
    if (number < least) {
      throw new IllegalArgumentException(kind.word() + "=: nothing is called '" + value + "'");
    }
    byte[] key = new byte[Integer.BYTES];
    Bytes.put32(key, 0, number);
    return new Watch(kind, false, key);
  }

  /** What of a record it looks at. */
  public WatchKind kind() {
    return kind;
  }

  /** Whether it takes names below its own as well. */
  boolean isBelow() {
    return below;
  }

  byte[] key() {
    return key;
  }
}
