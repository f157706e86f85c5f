package org.nxsight.analysis.dga.families;

import java.time.LocalDate;
import org.nxsight.wire.dns.DnsNames;
import org.nxsight.wire.dns.NameText;

/** The hashes of the names that a family gives for a day, of all its known seeds. */
final class FamilyNames {
  private final byte[] wire = new byte[DnsNames.MAX_NAME_OCTETS];
  private final long[] hashes;
  private int size;
  private int mostLabels;

  private FamilyNames(int names) {
    hashes = new long[names];
  }

  static FamilyNames of(Family family, LocalDate day) {
    FamilyNames names = new FamilyNames(family.listNames() * family.seeds().size());
    for (long seed : family.seeds()) {
      family.names(seed, day, family.listNames(), names::add);
    }
    return names;
  }

  private void add(String name) {
    if (NameText.parse(name, wire) == NameText.MALFORMED) {
      throw new IllegalStateException(name + " is no domain name");
    }
    hashes[size++] = NameHash.of(wire, 0);
    mostLabels = Math.max(mostLabels, NameHash.labels(wire, 0));
  }

  int size() {
    return size;
  }

  int mostLabels() {
    return mostLabels;
  }

  void addTo(HashTable table, int value) {
    for (int i = 0; i < size; i++) {
      table.add(hashes[i], value);
    }
  }
}
