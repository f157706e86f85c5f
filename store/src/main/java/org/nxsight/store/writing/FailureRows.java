package org.nxsight.store.writing;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsight.store.NameKey;
import org.nxsight.wire.Bytes;
import org.nxsight.wire.dns.NameText;
import org.nxsight.wire.dns.Rcodes;
import org.nxsight.wire.dns.RecordTypes;
import org.nxsight.wire.ip.Addresses;

/** Counted failures as rows of text, sorted as the files are: by name, type, rcode and time. */
final class FailureRows {
  private static final int MINUTE_SECONDS = 60;

  private final Failures failures;
  private final FailureTable table;
  private final NameKey nameKey = new NameKey();
  private final StringBuilder scratch = new StringBuilder();

  FailureRows(Failures failures) {
    this.failures = failures;
    table = failures.table();
  }

  private record ByName(String nameKey, String qtype, String rcode, long bucket, int entry) {}

  /** Entries that are one row stand together. */
  private final Comparator<ByName> byName =
      Comparator.comparing(ByName::nameKey)
          .thenComparing(ByName::qtype)
          .thenComparing(ByName::rcode)
          .thenComparingLong(ByName::bucket)
          .thenComparing(ByName::entry, this::compareRest);

  /** What becomes of entries of the same key but the minute. */
  private static final class Row {
    private long count;
    private long mixedCase;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;
    private @Nullable Sketch resolvers;
    private @Nullable Flood flood;
  }

  /**
   * Writes the rows of some periods.
   *
   * @param starts of ten minutes
   * @param bucketSeconds the time of a row
   */
  void write(List<Long> starts, int bucketSeconds, TextRows out) throws IOException {
    ByName[] sorted =
        Arrays.stream(table.entries())
            .filter(entry -> starts.contains(failures.periodStart(entry)))
            .mapToObj(entry -> row(entry, bucketSeconds))
            .toArray(ByName[]::new);
    Arrays.sort(sorted, byName);
    for (int i = 0; i < sorted.length; ) {
      ByName first = sorted[i];
      Row row = new Row();
      for (; i < sorted.length && isSameRow(first, sorted[i]); i++) {
        add(row, sorted[i].entry);
      }
      write(first, row, bucketSeconds, out);
    }
  }

  private ByName row(int entry, int bucketSeconds) {
    byte[] block = table.block(entry);
    int key = table.offset(entry) + FailureTable.KEY;
    nameKey.append(scratch, block, key + FailureKey.QNAME);
    String name = scratch.toString();
    scratch.setLength(0);
    long second = (long) MINUTE_SECONDS * Bytes.i32(block, key + FailureKey.MINUTE);
    return new ByName(
        name,
        RecordTypes.text(Bytes.u16(block, key + FailureKey.QTYPE)),
        Rcodes.text(Bytes.u16(block, key + FailureKey.RCODE)),
        second / bucketSeconds * bucketSeconds,
        entry);
  }

  private boolean isSameRow(ByName a, ByName b) {
    return a.bucket == b.bucket
        && a.nameKey.equals(b.nameKey)
        && a.qtype.equals(b.qtype)
        && a.rcode.equals(b.rcode)
        && compareRest(a.entry, b.entry) == 0;
  }

  /** Compares what is in the keys behind the minute. */
  private int compareRest(int a, int b) {
    byte[] left = table.block(a);
    byte[] right = table.block(b);
    int from = table.offset(a) + FailureTable.KEY + FailureKey.QTYPE;
    int other = table.offset(b) + FailureTable.KEY + FailureKey.QTYPE;
    return Arrays.compareUnsigned(
        left,
        from,
        from + Bytes.i32(left, table.offset(a) + FailureTable.KEY_OCTETS) - FailureKey.QTYPE,
        right,
        other,
        other + Bytes.i32(right, table.offset(b) + FailureTable.KEY_OCTETS) - FailureKey.QTYPE);
  }

  private void add(Row row, int entry) {
    byte[] block = table.block(entry);
    int at = table.offset(entry);
    row.count += Bytes.i64(block, at + FailureTable.COUNT);
    row.mixedCase += Bytes.i64(block, at + FailureTable.MIXED_CASE);
    row.first = Math.min(row.first, Bytes.i64(block, at + FailureTable.FIRST));
    row.last = Math.max(row.last, Bytes.i64(block, at + FailureTable.LAST));
    Sketch resolvers = table.resolvers(entry);
    if (row.resolvers == null) {
      row.resolvers = resolvers;
    } else if (resolvers != null) {
      row.resolvers.addAll(resolvers);
    }
    Flood flood = failures.floodOf(entry);
    if (row.flood == null) {
      row.flood = flood;
    } else if (flood != null) {
      row.flood.addAll(flood);
    }
  }

  private void write(ByName name, Row row, int bucketSeconds, TextRows out) throws IOException {
    byte[] block = table.block(name.entry);
    int key = table.offset(name.entry) + FailureTable.KEY;
    out.first().append(name.bucket * EpochTimes.MICROS_A_SECOND);
    out.field().append(bucketSeconds);
    out.field().append(name.nameKey);
    boolean isFlood = Bytes.u8(block, key + FailureKey.KIND) == FailureKey.FLOOD;
    int qname = key + FailureKey.QNAME;
    int qnameOctets = Bytes.u8(block, key + FailureKey.QNAME_OCTETS);
    StringBuilder qnameField = out.field();
    if (isFlood) {
      qnameField.append(qnameOctets > 1 ? "*." : "*");
    }
    NameText.append(qnameField, block, qname, qnameOctets);
    out.field().append(name.qtype);
    out.field().append(name.rcode);
    int ede = Bytes.i32(block, key + FailureKey.EDE);
    if (ede < 0) {
      out.none();
    } else {
      out.field().append(ede);
    }
    int soaOctets = Bytes.u8(block, key + FailureKey.SOA_OCTETS);
    int soa = qname + qnameOctets;
    appendName(block, soa, soaOctets, out);
    appendName(block, soa, FailureKey.cutOffset(block, key) < 0 ? 0 : soaOctets, out);
    int serverOctets = Bytes.u8(block, key + FailureKey.SERVER_OCTETS);
    if (serverOctets == 0) {
      out.none();
    } else {
      Addresses.append(out.field(), block, key + FailureKey.SERVER, serverOctets);
    }
    out.field().append(row.count);
    out.field().append(row.mixedCase);
    out.field().append(row.first);
    out.field().append(row.last);
    appendSketch(row.resolvers, out);
    appendSketch(row.flood == null ? null : row.flood.servers(), out);
    appendSketch(row.flood == null ? null : row.flood.names(), out);
    appendSamples(row.flood, out);
    out.none();
    out.end();
  }

  private static void appendName(byte[] block, int at, int octets, TextRows out) {
    if (octets == 0) {
      out.none();
    } else {
      NameText.append(out.field(), block, at, octets);
    }
  }

  private static void appendSketch(@Nullable Sketch sketch, TextRows out) {
    if (sketch == null) {
      out.none();
    } else {
      out.field();
      sketch.append(out);
    }
  }

  private static void appendSamples(@Nullable Flood flood, TextRows out) {
    if (flood == null) {
      out.none();
      return;
    }
    out.field();
    boolean further = false;
    for (String each : flood.samples()) {
      out.item(further).append(each);
      further = true;
    }
  }
}
