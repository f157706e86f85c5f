package org.nxsight.analysis.causes;

import org.nxsight.analysis.dnsbl.ItemKind;
import org.nxsight.analysis.dnsbl.ListQuery;
import org.nxsight.analysis.dnsbl.Malformed;

/**
 * Questions to DNS lists (RFC 5782): those that are known, and those whose names say what they are.
 */
final class ListQuestions implements Rule {
  private static final int A = 1;
  private static final int TXT = 16;
  private static final int ADDRESS_LABELS = 4;

  /** First labels that lists have. */
  private static final LabelSet LIST_LABELS =
      LabelSet.of(
          """
          bl rbl dnsbl dnswl wl sbl xbl pbl dbl uribl surbl rhsbl blacklist blocklist block spam \
          dnsrbl iprbl ipbl spamrbl rbldns blackholes blackhole dul dynip zombie proxies relays
          """);

  @Override
  public boolean matches(Failure failure, Diagnosis diagnosis) {
    ListQuery query = diagnosis.listQuery();
    query.set(failure.bytes(), failure.qnameOffset(), failure.bytes(), failure.soaOffset());
    if (query.zone() == null) {
      return learnedList(failure, diagnosis) || unknownList(failure, diagnosis);
    }
    if (query.malformed() == Malformed.NO_ITEM && !query.isDead()) {
      return false;
    }
    diagnosis.isAboutList(true);
    if (query.isDead()) {
      return diagnosis.found(
          Cause.DNSBL_DEAD_LIST,
          0.95f,
          query.isZoneGone() ? Sign.LIST_ZONE_GONE : Sign.LIST_CLOSED);
    }
    boolean hash = query.kind() == ItemKind.HASH || query.kind() == ItemKind.EMAIL;
    if (query.malformed() != Malformed.NONE) {
      return diagnosis.found(Cause.DNSBL_NOT_LISTED, 0.6f, Sign.LIST_ZONE);
    }
    return diagnosis.found(hash ? Cause.DNSBL_HASH : Cause.DNSBL_NOT_LISTED, 0.98f, Sign.LIST_ZONE);
  }

  private static boolean learnedList(Failure failure, Diagnosis diagnosis) {
    boolean learned = mayBeAsked(failure) && diagnosis.findLearnedList(failure);
    diagnosis.isAboutList(learned);
    return learned && diagnosis.found(Cause.DNSBL_NOT_LISTED, 0.9f, Sign.LIST_LEARNED);
  }

  private static boolean mayBeAsked(Failure failure) {
    return failure.qtype() == A || failure.qtype() == TXT || failure.qtype() == 0;
  }

  /** Four octets, and then a zone that is called as lists are. */
  private static boolean unknownList(Failure failure, Diagnosis diagnosis) {
    Labels labels = failure.labels();
    if (!mayBeAsked(failure) || labels.count() < ADDRESS_LABELS + 2 || failure.cut().isReverse()) {
      return false;
    }
    for (int label = 0; label < ADDRESS_LABELS; label++) {
      if (labels.addressOctet(label) < 0) {
        return false;
      }
    }
    if (!labels.isIn(ADDRESS_LABELS, LIST_LABELS)) {
      return false;
    }
    ListQuery query = diagnosis.listQuery();
    query.setLearned(failure.bytes(), failure.qnameOffset(), labels.offset(ADDRESS_LABELS));
    diagnosis.isAboutList(query.malformed() == Malformed.NONE);
    return query.malformed() == Malformed.NONE
        && diagnosis.found(Cause.DNSBL_NOT_LISTED, 0.8f, Sign.LIST_ZONE);
  }
}
