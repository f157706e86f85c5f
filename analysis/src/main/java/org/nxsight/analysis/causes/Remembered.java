package org.nxsight.analysis.causes;

import org.jspecify.annotations.Nullable;
import org.nxsight.analysis.memory.Existing;
import org.nxsight.analysis.memory.Recollection;

/**
 * Names that existed: what was answered before and is gone, what others are answered at the same
 * time, what living records point at, and zones that other servers answer for.
 *
 * <p>That something has gone for good takes {@value #SURE_DAYS} days to tell from an outage; before
 * that it is told with less confidence.
 */
final class Remembered implements Rule {
  static final int SURE_DAYS = 7;
  static final long DAY_SECONDS = 86_400;

  /** How long a domain's answers say that somebody serves it: the longest usual time to live. */
  private static final long SERVED_SECONDS = DAY_SECONDS;

  private static final int SEVERAL = 2;
  private static final int REFUSED = 5;
  private static final int NOTAUTH = 9;

  /** Less sure when no SOA says which part of the name is missing. */
  private static final float WITHOUT_SOA = 0.2f;

  @Override
  public boolean matches(Failure failure, Diagnosis diagnosis) {
    Recollection memory = diagnosis.recollection();
    Cause cause = cause(failure, memory);
    if (cause == null) {
      return false;
    }
    float less = failure.cut().soaOffset() < 0 ? WITHOUT_SOA : 0;
    return switch (cause) {
      case AAAA_ONLY_NX -> diagnosis.found(cause, 0.85f, Sign.OTHER_TYPE_ANSWERED);
      case CASE_INTOLERANT -> diagnosis.found(cause, 0.8f, Sign.LOWER_CASE_ANSWERED);
      case REWRITTEN_OR_BLOCKED -> diagnosis.found(cause, 0.7f, Sign.ANSWERED_ELSEWHERE);
      case DANGLING_REFERENCE -> diagnosis.found(cause, 0.9f, Sign.POINTED_AT);
      case LAME_SERVER -> diagnosis.found(cause, 0.85f, Sign.OTHERS_ANSWER);
      case LAME_ZONE -> diagnosis.found(cause, 0.7f, Sign.SEVERAL_REFUSE);
      case EXPIRED_DOMAIN ->
          diagnosis.found(
              cause, sureness(failure, memory.domainLast()) - less, Sign.DOMAIN_ANSWERED_BEFORE);
      default ->
          diagnosis.found(cause, sureness(failure, memory.nameLast()) - less, Sign.ANSWERED_BEFORE);
    };
  }

  /** By how long it is silent. */
  private static float sureness(Failure failure, long lastSeconds) {
    long silent = failure.seconds() - lastSeconds;
    if (silent >= SURE_DAYS * DAY_SECONDS) {
      return 0.9f;
    }
    return silent >= DAY_SECONDS ? 0.7f : 0.5f;
  }

  /** What memory alone tells; null when that is nothing. */
  static @Nullable Cause cause(Failure failure, Recollection memory) {
    if (failure.rcode() != Failure.NXDOMAIN) {
      return mayBeLame(failure) ? lame(failure, memory) : null;
    }
    return switch (failure.cut().scope()) {
      case MISSING_TLD, REVERSE -> null;
      case MISSING_HOST, UNREGISTERED_DOMAIN, UNKNOWN, UNTRUSTED -> {
        if (isLately(failure, memory.nameLast())) {
          yield atOnce(failure, memory);
        }
        yield isWithin(failure, memory.pointedAtLast(), SERVED_SECONDS)
            ? Cause.DANGLING_REFERENCE
            : gone(failure, memory);
      }
    };
  }

  static boolean mayBeLame(Failure failure) {
    return failure.rcode() == REFUSED || failure.rcode() == NOTAUTH;
  }

  private static @Nullable Cause lame(Failure failure, Recollection memory) {
    boolean served = isWithin(failure, memory.domainLast(), SERVED_SECONDS);
    if (served) {
      return Cause.LAME_SERVER;
    }
    return memory.refusingServers() >= SEVERAL ? Cause.LAME_ZONE : null;
  }

  private static @Nullable Cause atOnce(Failure failure, Recollection memory) {
    if (!memory.isSameType()) {
      return Cause.AAAA_ONLY_NX;
    }
    if (!memory.isMixedCase() && failure.isMixedCase()) {
      return Cause.CASE_INTOLERANT;
    }
    return switch (failure.cut().scope()) {
      case UNKNOWN, UNTRUSTED -> Cause.REWRITTEN_OR_BLOCKED;
      default -> null;
    };
  }

  private static @Nullable Cause gone(Failure failure, Recollection memory) {
    boolean name = memory.nameLast() != Recollection.NEVER;
    boolean domain =
        memory.domainLast() != Recollection.NEVER && !isLately(failure, memory.domainLast());
    return switch (failure.cut().scope()) {
      case MISSING_HOST -> name ? Cause.DEFUNCT_SERVICE : null;
      case UNREGISTERED_DOMAIN -> domain ? Cause.EXPIRED_DOMAIN : null;
      // Only whether others of its domain are answered tells what is missing.
      case UNKNOWN -> {
        if (domain && !isWithin(failure, memory.domainLast(), SERVED_SECONDS)) {
          yield Cause.EXPIRED_DOMAIN;
        }
        yield name ? Cause.DEFUNCT_SERVICE : null;
      }
      default -> null;
    };
  }

  private static boolean isLately(Failure failure, long lastSeconds) {
    return isWithin(failure, lastSeconds, Existing.LATELY_SECONDS);
  }

  private static boolean isWithin(Failure failure, long lastSeconds, long seconds) {
    return lastSeconds != Recollection.NEVER && failure.seconds() - lastSeconds <= seconds;
  }
}
