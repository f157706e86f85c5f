package org.nxsight.exchange.selection;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

/**
 * A set of address prefixes of both families, as in {@code 192.0.2.0/24} (RFC 4632, section 3.1). A
 * look goes through all of them.
 */
public final class AddressPrefixes {
  /** No address at all. */
  public static final AddressPrefixes NONE = new AddressPrefixes();

  private static final int BITS_AN_OCTET = 8;

  private final List<byte[]> addresses = new ArrayList<>();
  private final List<Integer> lengths = new ArrayList<>();

  private AddressPrefixes() {}

  /**
   * Reads a list of addresses and prefixes.
   *
   * @throws IllegalArgumentException naming the first that is neither
   */
  public static AddressPrefixes of(List<String> texts) {
    AddressPrefixes prefixes = new AddressPrefixes();
    texts.forEach(text -> prefixes.add(text.strip()));
    return prefixes;
  }

  private void add(String text) {
    int slash = text.indexOf('/');
    try {
      byte[] address =
          InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash)).getAddress();
      int bits = address.length * BITS_AN_OCTET;
      int length = slash < 0 ? bits : Integer.parseInt(text, slash + 1, text.length(), 10);
      if (length >= 0 && length <= bits) {
        addresses.add(address);
        lengths.add(length);
        return;
      }
    } catch (IllegalArgumentException e) {
      // said below, in one way for all that can be wrong
    }
    throw new IllegalArgumentException(
        text + " is neither an address nor a prefix, as in 192.0.2.1 or 2001:db8::/32");
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return addresses.isEmpty();
  }

  /** Whether an address of 4 or 16 octets is under one of them. */
  public boolean contains(byte[] bytes, int offset, int octets) {
    for (int i = 0; i < addresses.size(); i++) {
      byte[] address = addresses.get(i);
      if (address.length == octets && sameBits(address, bytes, offset, lengths.get(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean sameBits(byte[] address, byte[] bytes, int offset, int bits) {
    int whole = bits / BITS_AN_OCTET;
    for (int i = 0; i < whole; i++) {
      if (address[i] != bytes[offset + i]) {
        return false;
      }
    }
    int rest = bits % BITS_AN_OCTET;
    return rest == 0 || ((address[whole] ^ bytes[offset + whole]) & (0xff00 >> rest) & 0xff) == 0;
  }
}
