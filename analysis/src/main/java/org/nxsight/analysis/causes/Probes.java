package org.nxsight.analysis.causes;

/** Names that resolvers and researchers make to learn about the DNS itself. */
final class Probes implements Rule {
  private static final String[][] IDENTITIES = {
    {"id", "server"},
    {"version", "server"},
    {"version", "bind"},
    {"hostname", "bind"},
    {"authors", "bind"},
    {"ipv4only", "arpa"}
  };

  @Override
  public boolean matches(Failure failure, Diagnosis diagnosis) {
    Labels labels = failure.labels();
    if (labels.is(0, "_")) {
      return diagnosis.found(Cause.QMIN_ARTEFACT, 0.95f, Sign.LONE_UNDERSCORE);
    }
    if (labels.startsWith(0, "_ta-") || labels.startsWith(0, "root-key-sentinel-")) {
      return diagnosis.found(Cause.DNS_PROBE, 0.99f, Sign.TRUST_ANCHOR_SIGNAL);
    }
    if (labels.is(0, "_er")) {
      return diagnosis.found(Cause.DNS_PROBE, 0.99f, Sign.ERROR_REPORT);
    }
    for (String[] identity : IDENTITIES) {
      if (labels.count() == 2 && labels.is(0, identity[0]) && labels.is(1, identity[1])) {
        return diagnosis.found(Cause.DNS_PROBE, 0.99f, Sign.SERVER_IDENTITY);
      }
    }
    return isSuccessor(labels) && diagnosis.found(Cause.DNS_PROBE, 0.9f, Sign.ZONE_WALK);
  }

  /**
   * The least name after another: one with a label of zeros before it, or a zero behind a label.
   */
  private static boolean isSuccessor(Labels labels) {
    return labels.count() > 0
        && (labels.octet(0, 0) == 0 || labels.octet(0, labels.length(0) - 1) == 0);
  }
}
