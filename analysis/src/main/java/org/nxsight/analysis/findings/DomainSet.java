package org.nxsight.analysis.findings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.nxsight.wire.Bytes;
import org.nxsight.wire.Mixing;
import org.nxsight.wire.dns.DnsNames;
import org.nxsight.wire.dns.NameText;

/** Domains that a user watches; it never changes. */
public final class DomainSet {
  /** None. */
  public static final DomainSet NONE = new DomainSet(List.of());

  private final byte[][] places;
  private final List<String> texts;

  private DomainSet(List<byte[]> names) {
    places = new byte[Integer.highestOneBit(Math.max(2, 4 * names.size()))][];
    texts = new ArrayList<>();
    for (byte[] name : names) {
      int place = place(name, 0, name.length);
      while (places[place] != null) {
        place = place + 1 & (places.length - 1);
      }
      places[place] = name;
      texts.add(NameText.of(name));
    }
  }

  /**
   * These domains, each once.
   *
   * @throws IllegalArgumentException whose message is the first that is no name
   */
  public static DomainSet of(Collection<String> domains) {
    Set<String> seen = new HashSet<>();
    List<byte[]> names = new ArrayList<>();
    byte[] wire = new byte[DnsNames.MAX_NAME_OCTETS];
    for (String domain : domains) {
      int octets = NameText.parse(domain, wire);
      if (octets == NameText.MALFORMED || octets == 1) {
        throw new IllegalArgumentException(domain);
      }
      DnsNames.lowerCase(wire, 0, octets);
      byte[] name = Arrays.copyOf(wire, octets);
      if (seen.add(Arrays.toString(name))) {
        names.add(name);
      }
    }
    return names.isEmpty() ? NONE : new DomainSet(names);
  }

  private int place(byte[] name, int offset, int octets) {
    return (int) Mixing.hash(name, offset, octets, Mixing.B) & (places.length - 1);
  }

  /**
   * Where the first watched domain starts that a name is or is below of.
   *
   * @param name well-formed, in lower case
   * @return an offset in the array; -1 when there is none
   */
  public int find(byte[] name, int offset, int octets) {
    int end = offset + octets;
    for (int at = offset; texts.size() > 0 && name[at] != 0; at += 1 + Bytes.u8(name, at)) {
      if (contains(name, at, end - at)) {
        return at;
      }
    }
    return -1;
  }

  private boolean contains(byte[] name, int offset, int octets) {
    int place = place(name, offset, octets);
    for (byte[] found = places[place]; found != null; found = places[place]) {
      if (found.length == octets && Bytes.equal(name, offset, found, 0, octets)) {
        return true;
      }
      place = place + 1 & (places.length - 1);
    }
    return false;
  }

  /** All of them in presentation form. */
  public List<String> texts() {
    return texts;
  }
}
