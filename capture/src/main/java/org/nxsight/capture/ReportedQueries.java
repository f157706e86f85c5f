package org.nxsight.capture;

import java.util.zip.CRC32C;
import org.nxsight.wire.protobuf.ByteRange;

/**
 * A memory of the queries that had a dnstap frame of their own, so that a response's frame which
 * carries its query once more does not make it count twice. It keeps a hash of the message in
 * 65,536 places (256 KiB); a later query that falls on the same place takes it, and then a query
 * may count as repeated.
 */
final class ReportedQueries {
  private static final int PLACES = 1 << 16;

  private final int[] hashes = new int[PLACES];
  private final CRC32C crc = new CRC32C();

  void add(ByteRange query) {
    int hash = hash(query);
    hashes[hash & (PLACES - 1)] = hash;
  }

  /** Whether the query was added; it is not any more then. */
  boolean remove(ByteRange query) {
    int hash = hash(query);
    boolean found = hashes[hash & (PLACES - 1)] == hash;
    if (found) {
      hashes[hash & (PLACES - 1)] = 0;
    }
    return found;
  }

  private int hash(ByteRange query) {
    crc.reset();
    crc.update(query.bytes(), query.offset(), query.length());
    return (int) crc.getValue() | 1 << 31; // 0 is an empty place
  }
}
