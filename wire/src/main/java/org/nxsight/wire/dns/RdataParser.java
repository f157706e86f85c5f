package org.nxsight.wire.dns;

import java.util.Base64;
import org.nxsight.wire.ip.AddressLiterals;

/**
 * Record data read from text: what {@link RdataText} writes, and the generic form of any type (RFC
 * 3597, section 5).
 *
 * <p>Beyond that, hex and base64 may have spaces in them, and strings may stand without quotes, as
 * in zone files (RFC 1035, section 5.1). Malformed is everything else: a number out of its range, a
 * field too few or too many, text behind the last field, and what {@link
 * RdataUnpack#unpackCanonical} would refuse.
 */
public final class RdataParser {
  /** What {@link #parse} returns for text that is no rdata of the type. */
  public static final int MALFORMED = -1;

  /** The most octets rdata can have. */
  public static final int MAX_OCTETS = 65_535;

  private static final int IN = 1;
  private static final int OPT = 41;

  private final TextFields text;
  private final OctetsBuilder out = new OctetsBuilder(MAX_OCTETS);

  private RdataParser(CharSequence text) {
    this.text = new TextFields(text);
  }

  /**
   * Writes the rdata of class Internet to {@code out}, its names uncompressed and in lower case.
   *
   * @param out room for {@link #MAX_OCTETS}
   * @return the octets written, or {@link #MALFORMED}
   */
  public static int parse(CharSequence text, int rrtype, byte[] out) {
    RdataParser parser = new RdataParser(text);
    RdataLayout layout = RdataLayout.of(rrtype);
    boolean parsed =
        parser.text.isGeneric()
            ? parser.parseGeneric()
            : layout != null && parser.parseFields(layout);
    if (!parsed || rrtype == OPT || !parser.text.isAtEnd() || parser.out.isFull()) {
      return MALFORMED;
    }
    byte[] octets = parser.out.toBytes();
    byte[] unpacked = new byte[RdataUnpack.MAX_OCTETS];
    int length =
        RdataUnpack.unpackCanonical(
            octets, 0, octets.length, 0, octets.length, rrtype, IN, unpacked, 0);
    // The octets of the generic form may have a pointer in their second name, which never unpacks
    // to the two octets it takes.
    if (length != octets.length) {
      return MALFORMED;
    }
    System.arraycopy(unpacked, 0, out, 0, length);
    return length;
  }

  private boolean parseGeneric() {
    text.next();
    long length = Decimal.parse(text.next(), MAX_OCTETS);
    return length >= 0 && putHex(text.rest()) && out.length() == length;
  }

  private boolean parseFields(RdataLayout layout) {
    for (RdataField field : layout.fields()) {
      if (text.isAtEnd()) {
        return field == RdataField.TYPES || field.octets() == 0;
      }
      if (!parseField(field)) {
        return false;
      }
    }
    return true;
  }

  private boolean parseField(RdataField field) {
    return switch (field) {
      case INT8, INT16, INT32 -> putNumber(field.octets());
      case RRTYPE -> putType();
      case IPV4 -> putAddress(4);
      case IPV6 -> putAddress(16);
      case IPV6_SUFFIX -> putSuffix();
      case EUI48, EUI64 -> putEui(field.octets());
      case NAME -> putName();
      case STRING -> putCounted();
      case STRINGS -> putStrings();
      case TEXT -> putText();
      case HEX -> putHex(text.rest());
      case BASE64 -> putBase64(text.rest());
      case SALT -> putSalt();
      case HASH -> putHash();
      case TYPES -> putTypes();
      case SVC_PARAMS -> SvcParamsParser.parse(text, out);
      case EDNS_OPTIONS -> false;
    };
  }

  private boolean putNumber(int octets) {
    long value = Decimal.parse(text.next(), (1L << (8 * octets)) - 1);
    return value >= 0 && out.putNumber(value, octets);
  }

  private boolean putType() {
    int rrtype = RecordTypes.number(text.next());
    return rrtype >= 0 && out.putNumber(rrtype, 2);
  }

  private boolean putAddress(int octets) {
    byte[] address = new byte[16];
    return AddressLiterals.parse(text.next(), address, 0) == octets && out.put(address, 0, octets);
  }

  private boolean putSuffix() {
    int prefix = (int) Decimal.parse(text.next(), 128);
    if (prefix < 0 || !out.putNumber(prefix, 1) || prefix == 128) {
      return prefix == 128;
    }
    byte[] address = new byte[16];
    int octets = (128 - prefix + 7) / 8;
    return AddressLiterals.parse(text.next(), address, 0) == 16
        && out.put(address, 16 - octets, octets);
  }

  private boolean putEui(int octets) {
    String word = text.next();
    return word.length() == 3 * octets - 1 && putHex(word.replace("-", ""));
  }

  private boolean putName() {
    byte[] name = new byte[DnsNames.MAX_NAME_OCTETS];
    int octets = NameText.parse(text.next(), name);
    return octets != NameText.MALFORMED && out.put(name, 0, octets);
  }

  private boolean putCounted() {
    byte[] string = text.nextString();
    return string != null
        && string.length <= 255
        && out.putNumber(string.length, 1)
        && out.put(string, 0, string.length);
  }

  private boolean putStrings() {
    while (!text.isAtEnd()) {
      if (!putCounted()) {
        return false;
      }
    }
    return true;
  }

  private boolean putText() {
    byte[] string = text.nextString();
    return string != null && out.put(string, 0, string.length);
  }

  private boolean putHex(String digits) {
    if (digits.length() % 2 != 0) {
      return false;
    }
    for (int i = 0; i < digits.length(); i += 2) {
      int high = hexDigit(digits.charAt(i));
      int low = hexDigit(digits.charAt(i + 1));
      if (high < 0 || low < 0 || !out.putNumber(high << 4 | low, 1)) {
        return false;
      }
    }
    return true;
  }

  private static int hexDigit(char c) {
    return c > '~' ? -1 : Character.digit(c, 16);
  }

  private boolean putBase64(String encoded) {
    try {
      byte[] octets = Base64.getDecoder().decode(encoded);
      return encoded.length() % 4 == 0 && out.put(octets, 0, octets.length);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private boolean putSalt() {
    String digits = text.next();
    if (digits.equals("-")) {
      return out.putNumber(0, 1);
    }
    return digits.length() <= 510 && out.putNumber(digits.length() / 2, 1) && putHex(digits);
  }

  /** Base 32 with the extended hex alphabet, without padding (RFC 4648, section 7). */
  private boolean putHash() {
    String digits = text.next();
    if (digits.equals("0")) {
      return out.putNumber(0, 1);
    }
    int octets = digits.length() * 5 / 8;
    if (octets > 255 || (octets * 8 + 4) / 5 != digits.length() || !out.putNumber(octets, 1)) {
      return false;
    }
    int held = 0;
    int bits = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(i) > '~' ? -1 : Character.digit(digits.charAt(i), 32);
      if (digit < 0) {
        return false;
      }
      held = held << 5 | digit;
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        out.putNumber(held >> bits & 0xff, 1);
        held &= (1 << bits) - 1;
      }
    }
    return held == 0;
  }

  /** Windows of 256 types in rising order, each with as many octets as it needs. */
  private boolean putTypes() {
    boolean[] types = new boolean[1 << 16];
    while (!text.isAtEnd()) {
      int rrtype = RecordTypes.number(text.next());
      if (rrtype < 0) {
        return false;
      }
      types[rrtype] = true;
    }
    for (int window = 0; window < 256; window++) {
      byte[] bitmap = new byte[32];
      int octets = 0;
      for (int bit = 0; bit < 256; bit++) {
        if (types[window << 8 | bit]) {
          octets = bit / 8 + 1;
          bitmap[bit / 8] |= (byte) (0x80 >> bit % 8);
        }
      }
      if (octets > 0
          && !(out.putNumber(window, 1)
              && out.putNumber(octets, 1)
              && out.put(bitmap, 0, octets))) {
        return false;
      }
    }
    return true;
  }
}
