package org.nxsight.exchange.selection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nxsight.wire.Bytes;
import org.nxsight.wire.dns.DnsNames;
import org.nxsight.wire.dns.NameText;

/**
 * A set of domains that tells whether a name is one of them or stands below one. Case does not
 * count (RFC 4343). A look costs a hash for each label of the name, however many domains there are.
 */
public final class NameSuffixes {
  /** No name at all. */
  public static final NameSuffixes NONE = new NameSuffixes(List.of());

  private static final int MULTIPLIER = 0x9e37_79b1;

  private final byte[][] table;
  private final int mask;

  private NameSuffixes(List<byte[]> domains) {
    mask = Integer.highestOneBit(Math.max(8, 4 * domains.size())) - 1;
    table = new byte[mask + 1][];
    for (byte[] domain : domains) {
      int slot = hash(domain, 0, domain.length) & mask;
      while (table[slot] != null) {
        slot = (slot + 1) & mask;
      }
      table[slot] = domain;
    }
  }

  /**
   * Reads a list of names in presentation form.
   *
   * @throws IllegalArgumentException naming the first that is none
   */
  public static NameSuffixes of(List<String> texts) {
    List<byte[]> domains = new ArrayList<>();
    byte[] name = new byte[DnsNames.MAX_NAME_OCTETS];
    for (String text : texts) {
      int octets = NameText.parse(text.strip(), name);
      if (octets == NameText.MALFORMED) {
        throw new IllegalArgumentException(text + " is no domain name");
      }
      for (int i = 0; i < octets; i++) {
        name[i] = (byte) fold(name[i]);
      }
      domains.add(Arrays.copyOf(name, octets));
    }
    return new NameSuffixes(domains);
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return Arrays.stream(table).allMatch(domain -> domain == null);
  }

  /** Whether a name in wire form, uncompressed, its root label included, is at or below one. */
  public boolean contains(byte[] bytes, int offset, int octets) {
    int end = offset + octets;
    for (int at = offset; at < end; at += 1 + Bytes.u8(bytes, at)) {
      if (holds(bytes, at, end - at)) {
        return true;
      }
    }
    return false;
  }

  private boolean holds(byte[] bytes, int offset, int octets) {
    int slot = hash(bytes, offset, octets) & mask;
    for (; table[slot] != null; slot = (slot + 1) & mask) {
      if (isSame(table[slot], bytes, offset, octets)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSame(byte[] domain, byte[] bytes, int offset, int octets) {
    if (domain.length != octets) {
      return false;
    }
    for (int i = 0; i < octets; i++) {
      if (domain[i] != fold(bytes[offset + i])) {
        return false;
      }
    }
    return true;
  }

  private static int hash(byte[] bytes, int offset, int octets) {
    int hash = octets;
    for (int i = 0; i < octets; i++) {
      hash = (hash ^ fold(bytes[offset + i])) * MULTIPLIER;
      hash ^= hash >>> 15;
    }
    return hash;
  }

  /** Lengths of labels are below the letters and stay as they are. */
  private static int fold(byte octet) {
    return octet >= 'A' && octet <= 'Z' ? octet + 0x20 : octet;
  }
}
