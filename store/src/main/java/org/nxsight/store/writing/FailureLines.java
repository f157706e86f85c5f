package org.nxsight.store.writing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsight.analysis.causes.Cause;
import org.nxsight.analysis.cut.Cut;
import org.nxsight.wire.Bytes;
import org.nxsight.wire.dns.NameKey;
import org.nxsight.wire.dns.NameText;
import org.nxsight.wire.dns.Rcodes;
import org.nxsight.wire.dns.RecordTypes;
import org.nxsight.wire.ip.Addresses;

/**
 * Counted failures as lines of text. Where a row is of more than a minute, the minutes of one key
 * have a line each; merging makes them one.
 */
final class FailureLines {
  private static final int MINUTE_SECONDS = 60;

  private final Failures failures;
  private final FailureTable table;
  private final TextRow row = new TextRow();
  private final Cut cut = new Cut();

  FailureLines(Failures failures) {
    this.failures = failures;
    table = failures.table();
  }

  /**
   * The rows of some periods.
   *
   * @param starts of ten minutes
   * @param bucketSeconds the time of a row
   */
  Lines of(List<Long> starts, int bucketSeconds) {
    Lines lines = new Lines();
    for (int entry : table.entries()) {
      if (starts.contains(failures.periodStart(entry))) {
        append(entry, bucketSeconds);
        row.end(lines);
      }
    }
    return lines;
  }

  private void append(int entry, int bucketSeconds) {
    byte[] block = table.block(entry);
    int key = table.offset(entry) + FailureTable.KEY;
    appendName(block, key);
    row.field().append(RecordTypes.text(Bytes.u16(block, key + FailureKey.QTYPE)));
    row.field().append(Rcodes.text(Bytes.u16(block, key + FailureKey.RCODE)));
    long second = (long) MINUTE_SECONDS * Bytes.i32(block, key + FailureKey.MINUTE);
    row.field().append(second / bucketSeconds * bucketSeconds * EpochTimes.MICROS_A_SECOND);
    row.field().append(bucketSeconds);
    int ede = Bytes.i32(block, key + FailureKey.EDE);
    if (ede < 0) {
      row.none();
    } else {
      row.field().append(ede);
    }
    appendZones(block, key);
    appendServer(block, key);
    appendCounts(block, table.offset(entry));
    appendSketch(table.resolvers(entry));
    Flood flood = failures.floodOf(entry);
    appendSketch(flood == null ? null : flood.servers());
    appendSketch(flood == null ? null : flood.names());
    appendSamples(flood);
    appendScope(block, key);
    Cause cause = table.cause(entry);
    if (cause == null) {
      row.none();
    } else {
      row.field().append(cause.name());
    }
  }

  private void appendName(byte[] block, int key) {
    int qname = key + FailureKey.QNAME;
    int octets = Bytes.u8(block, key + FailureKey.QNAME_OCTETS);
    NameKey.append(row.first(), block, qname);
    StringBuilder field = row.field();
    if (isFlood(block, key)) {
      field.append(octets > 1 ? "*." : "*");
    }
    NameText.append(field, block, qname, octets);
  }

  /** The SOA's owner and the cut; of a flood these are the same. */
  private void appendZones(byte[] block, int key) {
    int octets = Bytes.u8(block, key + FailureKey.SOA_OCTETS);
    int qname = key + FailureKey.QNAME;
    int soa = qname + Bytes.u8(block, key + FailureKey.QNAME_OCTETS);
    appendZone(block, soa, octets);
    cut.set(block, qname, block, octets == 0 ? -1 : soa);
    if (isFlood(block, key)) {
      appendZone(block, soa, FailureKey.cutOffset(block, key) < 0 ? 0 : octets);
    } else {
      int from = cut.cutOffset();
      appendZone(block, from, from < 0 ? 0 : soa - from);
    }
  }

  /** Of the name itself; a flood's names have no scope together. */
  private void appendScope(byte[] block, int key) {
    if (isFlood(block, key)) {
      row.none();
    } else {
      row.field().append(cut.scope().name());
    }
  }

  private static boolean isFlood(byte[] block, int key) {
    return Bytes.u8(block, key + FailureKey.KIND) == FailureKey.FLOOD;
  }

  private void appendZone(byte[] block, int at, int octets) {
    if (octets == 0) {
      row.none();
    } else {
      NameText.append(row.field(), block, at, octets);
    }
  }

  private void appendServer(byte[] block, int key) {
    int octets = Bytes.u8(block, key + FailureKey.SERVER_OCTETS);
    if (octets == 0) {
      row.none();
    } else {
      Addresses.append(row.field(), block, key + FailureKey.SERVER, octets);
    }
  }

  private void appendCounts(byte[] block, int at) {
    row.field().append(Bytes.i64(block, at + FailureTable.COUNT));
    row.field().append(Bytes.i64(block, at + FailureTable.MIXED_CASE));
    row.field().append(Bytes.i64(block, at + FailureTable.FIRST));
    row.field().append(Bytes.i64(block, at + FailureTable.LAST));
  }

  private void appendSketch(@Nullable Sketch sketch) {
    if (sketch == null) {
      row.none();
    } else {
      row.field();
      sketch.append(row);
    }
  }

  private void appendSamples(@Nullable Flood flood) {
    if (flood == null) {
      row.none();
      return;
    }
    row.field();
    boolean further = false;
    for (String each : flood.samples()) {
      row.item(further).append(each);
      further = true;
    }
  }
}
