package org.nxsight.store.pdns;

import org.jspecify.annotations.Nullable;

/**
 * A question to the passive DNS database.
 *
 * @param subject what is looked for
 * @param types which record types
 * @param bailiwick only RRsets accepted for this zone, in canonical text; null for any
 * @param fences when the records may have been seen
 * @param aggregated whether a record's sightings are one row, or one row for each of the store's
 *     spans of time
 * @param unplaced whether records count of which nobody could tell whether the server had a say
 * @param offset how many records to pass over
 * @param limit how many to answer with, at most
 */
public record PdnsQuestion(
    Subject subject,
    TypeSelection types,
    @Nullable String bailiwick,
    TimeFences fences,
    boolean aggregated,
    boolean unplaced,
    long offset,
    long limit) {

  /** All records, whenever seen, of a subject. */
  public static PdnsQuestion about(Subject subject) {
    return new PdnsQuestion(
        subject, TypeSelection.ANY, null, TimeFences.NONE, true, false, 0, Long.MAX_VALUE);
  }

  public PdnsQuestion withTypes(TypeSelection types) {
    return new PdnsQuestion(subject, types, bailiwick, fences, aggregated, unplaced, offset, limit);
  }

  /** Only RRsets accepted for this zone, given in presentation form. */
  public PdnsQuestion withBailiwick(String zone) throws BadQuestionException {
    String canonical = NamePattern.canonical(zone);
    return new PdnsQuestion(subject, types, canonical, fences, aggregated, unplaced, offset, limit);
  }

  public PdnsQuestion withFences(TimeFences fences) {
    return new PdnsQuestion(subject, types, bailiwick, fences, aggregated, unplaced, offset, limit);
  }

  public PdnsQuestion withAggregated(boolean aggregated) {
    return new PdnsQuestion(subject, types, bailiwick, fences, aggregated, unplaced, offset, limit);
  }

  public PdnsQuestion withSubject(Subject subject) {
    return new PdnsQuestion(subject, types, bailiwick, fences, aggregated, unplaced, offset, limit);
  }

  public PdnsQuestion withUnplaced(boolean unplaced) {
    return new PdnsQuestion(subject, types, bailiwick, fences, aggregated, unplaced, offset, limit);
  }

  public PdnsQuestion withOffset(long offset) {
    return new PdnsQuestion(subject, types, bailiwick, fences, aggregated, unplaced, offset, limit);
  }

  public PdnsQuestion withLimit(long limit) {
    return new PdnsQuestion(subject, types, bailiwick, fences, aggregated, unplaced, offset, limit);
  }
}
