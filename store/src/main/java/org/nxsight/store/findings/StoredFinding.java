package org.nxsight.store.findings;

import org.nxsight.analysis.findings.FindingKind;
import org.nxsight.analysis.findings.Severity;

/**
 * A finding as the store has it; times in microseconds since 1970.
 *
 * @param subjectType as of {@link FindingKind#subjectType}
 * @param open whether it held when this was said
 * @param evidence a JSON object
 */
public record StoredFinding(
    String id,
    String kind,
    String subject,
    String subjectType,
    Severity severity,
    double confidence,
    boolean open,
    long count,
    long resolvers,
    long timeFirstMicros,
    long timeLastMicros,
    long openedMicros,
    long updatedMicros,
    String sentence,
    String evidence) {
  /** {@code open} or {@code closed}. */
  public String state() {
    return open ? "open" : "closed";
  }
}
