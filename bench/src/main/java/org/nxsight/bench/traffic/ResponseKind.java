package org.nxsight.bench.traffic;

/**
 * What a server says. Errors come in the shares that authorities give them; the plan says how many
 * errors, and how many NXDOMAIN, there are.
 */
enum ResponseKind {
  ANSWER(0),
  DELEGATION(0),
  NODATA(0),
  /** An answer whose record runs over the end of the message. */
  BROKEN_RECORD(0),
  NXDOMAIN(3),
  /** With RRSIG and NSEC3. */
  SIGNED_NXDOMAIN(3),
  FORMERR(1),
  SERVFAIL(2),
  NOTIMP(4),
  REFUSED(5),
  /** The one whose rcode only EDNS tells (RFC 6891, section 6.1.3). */
  BADVERS(16);

  private final int rcode;

  ResponseKind(int rcode) {
    this.rcode = rcode;
  }

  /** The kind that the dice choose. */
  static ResponseKind roll(Dice dice, double nxdomainShare, double errorShare) {
    double point = dice.share();
    if (point < nxdomainShare) {
      return point < 0.3 * nxdomainShare ? SIGNED_NXDOMAIN : NXDOMAIN;
    }
    if (point < nxdomainShare + errorShare) {
      return error(dice.share());
    }
    return success(dice.share());
  }

  private static ResponseKind error(double point) {
    if (point < 0.45) {
      return REFUSED;
    }
    if (point < 0.80) {
      return SERVFAIL;
    }
    if (point < 0.90) {
      return FORMERR;
    }
    return point < 0.95 ? NOTIMP : BADVERS;
  }

  private static ResponseKind success(double point) {
    if (point < 0.60) {
      return ANSWER;
    }
    if (point < 0.85) {
      return DELEGATION;
    }
    return point < 0.999 ? NODATA : BROKEN_RECORD;
  }

  /** The extended rcode. */
  int rcode() {
    return rcode;
  }

  /** Whether servers of this kind may leave the question out. */
  boolean maySkipQuestion() {
    return this == FORMERR || this == SERVFAIL || this == NOTIMP || this == REFUSED;
  }
}
