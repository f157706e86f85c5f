package org.nxsight.analysis.findings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.nxsight.wire.ip.AddressLiterals;
import org.nxsight.wire.ip.Addresses;

/** Addresses and networks of both families; it never changes. */
public final class NetworkSet {
  /** None. */
  public static final NetworkSet NONE = new NetworkSet(List.of());

  /** In order of their first addresses, none within another. */
  private final List<Network> networks;

  private static final class Network {
    private final byte[] first;
    private final byte[] last;

    Network(byte[] first, byte[] last) {
      this.first = first;
      this.last = last;
    }

    boolean holds(Network other) {
      return Arrays.compareUnsigned(first, other.first) <= 0
          && Arrays.compareUnsigned(last, other.last) >= 0
          && first.length == other.first.length;
    }
  }

  private NetworkSet(List<Network> sorted) {
    networks = sorted;
  }

  /**
   * These, each an address or {@code ADDRESS/BITS}.
   *
   * @throws IllegalArgumentException whose message is the first that is none
   */
  public static NetworkSet of(Collection<String> texts) {
    List<Network> all = new ArrayList<>();
    for (String text : texts) {
      all.add(network(text));
    }
    // The wider of two that begin alike comes first; those of IPv4 come before all of IPv6.
    all.sort((a, b) -> {
      int order = Integer.compare(a.first.length, b.first.length);
      order = order != 0 ? order : Arrays.compareUnsigned(a.first, b.first);
      return order != 0 ? order : Arrays.compareUnsigned(b.last, a.last);
    });
    List<Network> apart = new ArrayList<>();
    for (Network each : all) {
      if (apart.isEmpty() || !apart.getLast().holds(each)) {
        apart.add(each);
      }
    }
    return apart.isEmpty() ? NONE : new NetworkSet(List.copyOf(apart));
  }

  /** Whether a text is an address or a network. */
  public static boolean isNetwork(String text) {
    try {
      network(text);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static Network network(String text) {
    int slash = text.indexOf('/');
    byte[] address = address(slash < 0 ? text : text.substring(0, slash), text);
    int bits = slash < 0 ? 8 * address.length : Integer.parseInt(text.substring(slash + 1));
    if (bits < 0 || bits > 8 * address.length) {
      throw new IllegalArgumentException(text);
    }
    byte[] first = address.clone();
    byte[] last = address.clone();
    for (int i = 0; i < address.length; i++) {
      int network = 0xff00 >> Math.clamp(bits - 8L * i, 0, 8) & 0xff;
      first[i] &= (byte) network;
      last[i] |= (byte) ~network;
    }
    return new Network(first, last);
  }

  private static byte[] address(String literal, String text) {
    byte[] octets = new byte[16];
    int length = AddressLiterals.parse(literal, octets, 0);
    if (length == AddressLiterals.MALFORMED) {
      throw new IllegalArgumentException(text);
    }
    return Arrays.copyOf(octets, length);
  }

  /** Whether an address of 4 or 16 octets is one of them, or in one. */
  public boolean contains(byte[] bytes, int offset, int octets) {
    return find(bytes, offset, octets) >= 0;
  }

  /** Which of them an address of 4 or 16 octets is or is in; -1 when there is none. */
  public int find(byte[] bytes, int offset, int octets) {
    int from = 0;
    int to = networks.size();
    while (from < to) {
      int middle = (from + to) >>> 1;
      Network each = networks.get(middle);
      int order = Integer.compare(octets, each.first.length);
      if (order == 0) {
        order = outside(each, bytes, offset, octets);
      }
      if (order == 0) {
        return middle;
      }
      from = order > 0 ? middle + 1 : from;
      to = order < 0 ? middle : to;
    }
    return -1;
  }

  /** One that was found: an address, or {@code ADDRESS/BITS}. */
  public String text(int index) {
    Network each = networks.get(index);
    int bits = 8 * each.first.length;
    for (int i = 0; i < each.first.length; i++) {
      bits -= Integer.bitCount(0xff & (each.first[i] ^ each.last[i]));
    }
    StringBuilder out = new StringBuilder();
    Addresses.append(out, each.first, 0, each.first.length);
    return bits == 8 * each.first.length ? out.toString() : out.append('/').append(bits).toString();
  }

  private static int outside(Network each, byte[] bytes, int offset, int octets) {
    int end = offset + octets;
    if (Arrays.compareUnsigned(bytes, offset, end, each.first, 0, octets) < 0) {
      return -1;
    }
    return Math.max(0, Arrays.compareUnsigned(bytes, offset, end, each.last, 0, octets));
  }
}
