package org.nxsight.store.writing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nxsight.channels.answers.Name;
import org.nxsight.channels.answers.Octets;
import org.nxsight.channels.answers.Rrset;
import org.nxsight.channels.answers.SeenRrset;

/** RRsets of one dataset that wait to be written, by the ten minutes they were first seen in. */
final class RrsetTable {
  /** Objects and references of a row, about; of one rdata, {@link #RDATA_OCTETS}. */
  private static final int ROW_OCTETS = 320;

  private static final int RDATA_OCTETS = 64;

  private final TreeMap<Long, Map<Key, Sums>> rows = new TreeMap<>();
  private long octets;

  /** What makes a row of its own. Ordered, so that equal hashes cost no long walks. */
  record Key(Rrset rrset, Name bailiwick) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int order = rrset.compareTo(other.rrset);
      return order != 0 ? order : bailiwick.compareTo(other.bailiwick);
    }
  }

  /** Adds a set; returns the octets of memory that this takes, about. */
  long add(SeenRrset seen, int zoneSource, long periodStart) {
    Key key = new Key(seen.rrset(), seen.bailiwick());
    Map<Key, Sums> period = rows.computeIfAbsent(periodStart, _ -> new HashMap<>());
    Sums sums = period.get(key);
    long made = 0;
    if (sums == null) {
      sums = new Sums();
      period.put(key, sums);
      made = octets(key);
      octets += made;
    }
    sums.add(
        seen.count(),
        EpochTimes.micros(seen.firstNanos()),
        EpochTimes.micros(seen.lastNanos()),
        zoneSource);
    return made;
  }

  private static long octets(Key key) {
    long octets = (long) ROW_OCTETS + key.rrset.rrname().wire().length();
    for (Octets rdata : key.rrset.rdata()) {
      octets += RDATA_OCTETS + rdata.length();
    }
    return octets;
  }

  /** How many rows there are, by the start of their ten minutes. */
  Map<Long, Integer> sizes() {
    Map<Long, Integer> sizes = new TreeMap<>();
    rows.forEach((start, period) -> sizes.put(start, period.size()));
    return sizes;
  }

  /** The rows of some periods, each key once. */
  Map<Key, Sums> rows(List<Long> starts) {
    if (starts.size() == 1) {
      return rows.getOrDefault(starts.getFirst(), Map.of());
    }
    Map<Key, Sums> all = new HashMap<>();
    for (long start : starts) {
      rows.getOrDefault(start, Map.of())
          .forEach((key, sums) -> all.computeIfAbsent(key, _ -> new Sums()).add(sums));
    }
    return all;
  }

  /** Forgets them all; returns the octets of memory that they took, about. */
  long clear() {
    long freed = octets;
    rows.clear();
    octets = 0;
    return freed;
  }
}
