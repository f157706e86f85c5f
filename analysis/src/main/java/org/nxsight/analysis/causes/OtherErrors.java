package org.nxsight.analysis.causes;

import org.nxsight.analysis.dnsbl.ListQuery;

/** The causes of errors other than NXDOMAIN. It always finds one. */
final class OtherErrors implements Rule {
  private static final Rule REMEMBERED = new Remembered();
  private static final int FORMERR = 1;
  private static final int SERVFAIL = 2;
  private static final int NOTIMP = 4;
  private static final int REFUSED = 5;
  private static final int NOTAUTH = 9;
  private static final int BADVERS = 16;
  private static final int BADCOOKIE = 23;
  private static final int IXFR = 251;
  private static final int AXFR = 252;
  private static final int ANY = 255;

  // RFC 8914, section 4.
  private static final int DNSSEC_FIRST = 6;
  private static final int DNSSEC_LAST = 12;
  private static final int BLOCKED_FIRST = 15;
  private static final int BLOCKED_LAST = 18;
  private static final int NO_REACHABLE_AUTHORITY = 22;
  private static final int NETWORK_ERROR = 23;
  private static final int NOT_AUTHORITATIVE = 20;

  @Override
  public boolean matches(Failure failure, Diagnosis diagnosis) {
    return extended(failure, diagnosis) || byRcode(failure, diagnosis);
  }

  private static boolean extended(Failure failure, Diagnosis diagnosis) {
    int ede = failure.ede();
    if (ede >= DNSSEC_FIRST && ede <= DNSSEC_LAST && failure.rcode() == SERVFAIL) {
      return diagnosis.found(Cause.DNSSEC_BOGUS, 0.97f, Sign.EXTENDED_ERROR);
    }
    if (ede >= BLOCKED_FIRST && ede <= BLOCKED_LAST) {
      return diagnosis.found(Cause.POLICY_BLOCKED, 0.97f, Sign.EXTENDED_ERROR);
    }
    return switch (ede) {
      case NO_REACHABLE_AUTHORITY, NETWORK_ERROR ->
          diagnosis.found(Cause.UPSTREAM_UNREACHABLE, 0.97f, Sign.EXTENDED_ERROR);
      case NOT_AUTHORITATIVE -> diagnosis.found(Cause.LAME_SERVER, 0.97f, Sign.EXTENDED_ERROR);
      default -> false;
    };
  }

  private static boolean byRcode(Failure failure, Diagnosis diagnosis) {
    boolean unansweredEdns = failure.edns() == Failure.Edns.NOT_ANSWERED;
    return switch (failure.rcode()) {
      case REFUSED -> refused(failure, diagnosis);
      case SERVFAIL -> diagnosis.found(Cause.SERVER_BROKEN, 0.5f, Sign.RCODE);
      case FORMERR ->
          failure.edns() == Failure.Edns.NOT_ASKED
              ? diagnosis.found(Cause.SERVER_BROKEN, 0.6f, Sign.RCODE)
              : diagnosis.found(Cause.EDNS_BROKEN, unansweredEdns ? 0.9f : 0.6f, Sign.RCODE);
      case NOTIMP ->
          (unansweredEdns && failure.qtype() == 1)
              ? diagnosis.found(Cause.EDNS_BROKEN, 0.6f, Sign.RCODE)
              : diagnosis.found(Cause.NOTIMP_QTYPE, 0.9f, Sign.RCODE);
      case BADVERS, BADCOOKIE -> diagnosis.found(Cause.EDNS_BROKEN, 0.9f, Sign.RCODE);
      case NOTAUTH -> lame(failure, diagnosis, 0.7f);
      default -> diagnosis.found(Cause.SERVER_BROKEN, 0.5f, Sign.RCODE);
    };
  }

  private static boolean refused(Failure failure, Diagnosis diagnosis) {
    ListQuery query = diagnosis.listQuery();
    query.set(failure.bytes(), failure.qnameOffset(), failure.bytes(), failure.soaOffset());
    if (query.zone() != null) {
      diagnosis.isAboutList(true);
      return diagnosis.found(Cause.QUOTA_REFUSED, 0.9f, Sign.LIST_ZONE);
    }
    int qtype = failure.qtype();
    if (qtype == ANY || qtype == AXFR || qtype == IXFR) {
      return diagnosis.found(Cause.SCAN_REFUSED, 0.85f, Sign.QTYPE_OF_SCANS);
    }
    if (failure.labels().is(1, "bind") || failure.labels().is(1, "server")) {
      return diagnosis.found(Cause.SCAN_REFUSED, 0.9f, Sign.SERVER_IDENTITY);
    }
    return lame(failure, diagnosis, 0.6f);
  }

  private static boolean lame(Failure failure, Diagnosis diagnosis, float confidence) {
    return REMEMBERED.matches(failure, diagnosis)
        || diagnosis.found(Cause.LAME_SERVER, confidence, Sign.RCODE);
  }
}
