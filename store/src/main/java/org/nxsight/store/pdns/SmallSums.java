package org.nxsight.store.pdns;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * The records of one key, summed and sorted here as {@link PdnsTable} does it in SQL. For a few
 * rows the engine takes 12 ms of a processor for that, and less than half of it for finding them.
 */
final class SmallSums {
  /** The most rows that are summed here: 5 MB of about 1,000 octets in lists of objects. */
  static final int MOST_ROWS = 5_000;

  private static final Comparator<List<String>> BY_RDATA = SmallSums::compare;

  private SmallSums() {}

  /** The records of a question that has these rows. */
  static Iterator<PdnsRecord> of(List<PdnsRecord> rows, PdnsQuestion question) {
    boolean byRdata = !(question.subject() instanceof Subject.Owner);
    return (question.aggregated() ? summed(rows) : rows)
        .stream()
            .filter(record -> question.fences().take(record.timeFirst(), record.timeLast()))
            .sorted(byRdata ? singles() : rrsets())
            .iterator();
  }

  private static List<PdnsRecord> summed(List<PdnsRecord> rows) {
    Map<PdnsRecord, PdnsRecord> sums = new HashMap<>();
    for (PdnsRecord row : rows) {
      PdnsRecord identity =
          new PdnsRecord(row.rrname(), row.rrtype(), row.bailiwick(), row.rdata(), 0, 0, 0);
      sums.merge(identity, row, PdnsRecord::with);
    }
    return List.copyOf(sums.values());
  }

  private static Comparator<PdnsRecord> rrsets() {
    return Comparator.comparing(PdnsRecord::rrtype)
        .thenComparing(
            PdnsRecord::bailiwick, Comparator.nullsFirst(Comparator.<String>naturalOrder()))
        .thenComparing(PdnsRecord::rdata, BY_RDATA)
        .thenComparing(times());
  }

  private static Comparator<PdnsRecord> singles() {
    return Comparator.comparing(PdnsRecord::rrtype)
        .thenComparing(PdnsRecord::rrname)
        .thenComparing(PdnsRecord::rdata, BY_RDATA)
        .thenComparing(times());
  }

  private static Comparator<PdnsRecord> times() {
    return Comparator.comparingLong(PdnsRecord::timeFirstMicros)
        .thenComparingLong(PdnsRecord::timeLastMicros)
        .thenComparingLong(PdnsRecord::count);
  }

  private static int compare(List<String> a, List<String> b) {
    for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
      int order = a.get(i).compareTo(b.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(a.size(), b.size());
  }
}
