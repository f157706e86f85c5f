package org.nxsight.store.pdns;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An RRset, or one of its records, and when and how often it was seen.
 *
 * @param rrname the owner, in lower case with a dot at the end
 * @param rrtype the type's mnemonic, or {@code TYPE} and its number
 * @param bailiwick the zone it was accepted for; null when not known, and for single records
 * @param rdata the records in presentation form; one of them when the question was by rdata
 * @param count how often it was seen
 * @param timeFirstMicros when first, microseconds since 1970
 * @param timeLastMicros when last
 */
public record PdnsRecord(
    String rrname,
    String rrtype,
    @Nullable String bailiwick,
    List<String> rdata,
    long count,
    long timeFirstMicros,
    long timeLastMicros) {

  private static final long MICROS_PER_SECOND = 1_000_000;

  /** When it was first seen, whole seconds since 1970. */
  public long timeFirst() {
    return Math.floorDiv(timeFirstMicros, MICROS_PER_SECOND);
  }

  /** When it was last seen, whole seconds since 1970. */
  public long timeLast() {
    return Math.floorDiv(timeLastMicros, MICROS_PER_SECOND);
  }

  /** The sum of this and what was seen of the same record at another time. */
  PdnsRecord with(PdnsRecord other) {
    long sum = count + other.count;
    return new PdnsRecord(
        rrname,
        rrtype,
        bailiwick,
        rdata,
        sum < 0 ? Long.MAX_VALUE : sum,
        Math.min(timeFirstMicros, other.timeFirstMicros),
        Math.max(timeLastMicros, other.timeLastMicros));
  }
}
