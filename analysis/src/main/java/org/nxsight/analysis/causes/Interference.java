package org.nxsight.analysis.causes;

/** Denials that are not about the qname itself: of an alias's target, or by somebody between. */
final class Interference implements Rule {
  /** Forged Answer, Stale NXDOMAIN and Prohibited stand around them (RFC 8914, section 4). */
  private static final int BLOCKED = 15;

  private static final int PROHIBITED = 18;

  @Override
  public boolean matches(Failure failure, Diagnosis diagnosis) {
    if (failure.ede() >= BLOCKED && failure.ede() <= PROHIBITED) {
      return diagnosis.found(Cause.REWRITTEN_OR_BLOCKED, 0.97f, Sign.EXTENDED_ERROR);
    }
    if (hasPolicyZone(failure)) {
      return diagnosis.found(Cause.REWRITTEN_OR_BLOCKED, 0.9f, Sign.POLICY_ZONE);
    }
    return failure.isAliased() && diagnosis.found(Cause.DANGLING_REFERENCE, 0.9f, Sign.ALIASED);
  }

  /** Whether a label of the SOA's owner is {@code rpz}, alone or between hyphens or digits. */
  private static boolean hasPolicyZone(Failure failure) {
    if (failure.soaOffset() < 0) {
      return false;
    }
    byte[] bytes = failure.bytes();
    for (int label = failure.soaOffset(); bytes[label] != 0; label += 1 + bytes[label]) {
      for (int i = label + 1; i + 2 <= label + bytes[label]; i++) {
        boolean found = bytes[i] == 'r' && bytes[i + 1] == 'p' && bytes[i + 2] == 'z';
        if (found && !isLetter(bytes, i - 1, label + 1) && !isLetterBehind(bytes, i + 3, label)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isLetter(byte[] bytes, int at, int from) {
    return at >= from && bytes[at] >= 'a' && bytes[at] <= 'z';
  }

  private static boolean isLetterBehind(byte[] bytes, int at, int label) {
    return at <= label + bytes[label] && bytes[at] >= 'a' && bytes[at] <= 'z';
  }
}
