package org.nxsight.analysis.causes;

import org.nxsight.analysis.cut.Scope;
import org.nxsight.analysis.cut.TopLevel;
import org.nxsight.analysis.typo.TypoClass;
import org.nxsight.analysis.typo.TypoMatch;

/** Names one slip away from a well-known one, and mail to domains that nobody has. */
final class Mistyped implements Rule {
  private static final int SHORT_OCTETS = 4;
  private static final int NOT_TOLD = 0;
  private static final int A = 1;
  private static final int NS = 2;
  private static final int CNAME = 5;
  private static final int MX = 15;
  private static final int TXT = 16;
  private static final int AAAA = 28;
  private static final int SVCB = 64;
  private static final int HTTPS = 65;

  @Override
  public boolean matches(Failure failure, Diagnosis diagnosis) {
    boolean isPrivate = failure.cut().topLevel() == TopLevel.PRIVATE;
    if (isPrivate
        || !mayBeMeant(failure)
        || !mayBeTyped(failure.qtype())
        || isWhole(failure, diagnosis)) {
      return false;
    }
    boolean found =
        failure.qtype() == MX
            ? isMailTypo(failure, diagnosis)
            : diagnosis.findTypo(failure) || isShortProvider(failure, diagnosis);
    float confidence = failure.cut().scope() == Scope.UNKNOWN ? 0.6f : 0.85f;
    return found && diagnosis.found(Cause.TYPO, confidence, Sign.NEAR_KNOWN_NAME);
  }

  /** Whether it is a well-known name with a private network's end stuck on. */
  private static boolean isWhole(Failure failure, Diagnosis diagnosis) {
    int labels = failure.labels().count();
    return failure.cut().topLevel() != TopLevel.DELEGATED
        && labels > 2
        && diagnosis.isWellKnown(failure, 0, labels - 1);
  }

  /**
   * Mail to one slip from a mail provider was meant for it; to one from another name, it was not.
   */
  private static boolean isMailTypo(Failure failure, Diagnosis diagnosis) {
    if (diagnosis.findTypo(failure)) {
      TypoMatch typo = diagnosis.typo();
      if (typo != null && typo.isMailProvider()) {
        return true;
      }
    }
    return diagnosis.findMailTypo(failure);
  }

  /**
   * Whether it is a mail provider's label of five letters with one left out: {@code yaho.com}.
   * Other names so short are one slip from each other by chance.
   */
  private static boolean isShortProvider(Failure failure, Diagnosis diagnosis) {
    int registrable = failure.cut().registrableOffset();
    if (failure.cut().scope() != Scope.UNREGISTERED_DOMAIN
        || registrable < 0
        || failure.bytes()[registrable] != SHORT_OCTETS
        || !diagnosis.findMailTypo(failure)) {
      return false;
    }
    TypoMatch typo = diagnosis.typo();
    boolean found = typo != null && typo.typoClass() == TypoClass.OMISSION;
    if (!found) {
      diagnosis.forgetTypo();
    }
    return found;
  }

  /** Whether a domain is missing, and not a host of a living one. */
  static boolean mayBeMeant(Failure failure) {
    Scope scope = failure.cut().scope();
    return scope != Scope.MISSING_HOST && scope != Scope.REVERSE;
  }

  private static boolean mayBeTyped(int qtype) {
    return switch (qtype) {
      case NOT_TOLD, A, AAAA, HTTPS, SVCB, MX, NS, CNAME, TXT -> true;
      default -> false;
    };
  }

  /** Mail to a domain that nobody has: a candidate for a spamtrap. */
  static boolean mailToNowhere(Failure failure, Diagnosis diagnosis) {
    return failure.qtype() == MX
        && failure.cut().scope() == Scope.UNREGISTERED_DOMAIN
        && diagnosis.found(Cause.MAIL_TO_NOWHERE, 0.8f, Sign.MAIL_TYPE);
  }
}
