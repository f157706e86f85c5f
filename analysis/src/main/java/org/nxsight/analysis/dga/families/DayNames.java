package org.nxsight.analysis.dga.families;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.nxsight.wire.dns.DnsNames;
import org.nxsight.wire.dns.NameText;

/** The hashes of the names that families give on one day, each family's names together. */
final class DayNames {
  private final long[] hashes;

  /** Where the hashes of each family end. */
  private final int[] ends;

  private final int mostLabels;

  private DayNames(long[] hashes, int[] ends, int mostLabels) {
    this.hashes = hashes;
    this.ends = ends;
    this.mostLabels = mostLabels;
  }

  /** Makes the names of all seeds of the families. */
  static DayNames of(List<Family> families, LocalDate day) {
    Collector collector = new Collector(families.stream().mapToInt(DayNames::count).sum());
    int[] ends = new int[families.size()];
    for (int i = 0; i < ends.length; i++) {
      Family family = families.get(i);
      for (long seed : family.seeds()) {
        family.names(seed, day, family.listNames(), collector::add);
      }
      ends[i] = collector.size;
    }
    return new DayNames(
        Arrays.copyOf(collector.hashes, collector.size), ends, collector.mostLabels);
  }

  static int count(Family family) {
    return family.listNames() * family.seeds().size();
  }

  int size() {
    return hashes.length;
  }

  int mostLabels() {
    return mostLabels;
  }

  /** Adds them to a table; the value of the family at {@code i} is {@code values[i]}. */
  void addTo(HashTable table, int[] values) {
    int from = 0;
    for (int i = 0; i < ends.length; i++) {
      for (int j = from; j < ends[i]; j++) {
        table.add(hashes[j], values[i]);
      }
      from = ends[i];
    }
  }

  private static final class Collector {
    private final byte[] wire = new byte[DnsNames.MAX_NAME_OCTETS];
    private final long[] hashes;
    private int size;
    private int mostLabels;

    Collector(int names) {
      hashes = new long[names];
    }

    void add(String name) {
      if (NameText.parse(name, wire) == NameText.MALFORMED) {
        throw new IllegalStateException(name + " is no domain name");
      }
      hashes[size++] = NameHash.of(wire, 0);
      mostLabels = Math.max(mostLabels, NameHash.labels(wire, 0));
    }
  }
}
