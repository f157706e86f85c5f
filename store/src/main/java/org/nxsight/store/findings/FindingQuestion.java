package org.nxsight.store.findings;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nxsight.analysis.findings.FindingKind;
import org.nxsight.analysis.findings.Severity;

/**
 * Which findings are wanted.
 *
 * @param id of this one only; null for all
 * @param kinds only these; none for all
 * @param subject only what is about this, or with {@code *.} about all at and below it; null for
 *     all
 * @param least only what is so severe
 * @param open only those that hold, or only those that do not; null for both
 * @param afterSeconds only what was seen then or later, in seconds since 1970
 * @param beforeSeconds only what was seen then or earlier
 * @param limit how many at most
 */
public record FindingQuestion(
    @Nullable String id,
    Set<FindingKind> kinds,
    @Nullable String subject,
    Severity least,
    @Nullable Boolean open,
    long afterSeconds,
    long beforeSeconds,
    long limit) {
  /** All of them. */
  public static final FindingQuestion ALL =
      new FindingQuestion(
          null,
          Set.of(),
          null,
          Severity.INFO,
          null,
          Long.MIN_VALUE,
          Long.MAX_VALUE,
          Long.MAX_VALUE);
}
