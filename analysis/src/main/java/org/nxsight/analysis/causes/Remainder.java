package org.nxsight.analysis.causes;

import org.nxsight.analysis.cut.Scope;

/** What is left: examples, what something between said, and plain missing hosts and domains. */
final class Remainder implements Rule {
  private static final LabelSet PLACEHOLDERS =
      LabelSet.of(
          """
          localhost localdomain yourdomain your-domain mydomain yourcompany your-company mycompany my-company yoursite \
          your-site yourserver yourhost hostname your-hostname domainname todo \
          changeme replace-me replaceme placeholder undefined null none nan xxx foobar fqdn \
          somedomain anydomain companyname domain-name
          """);

  @Override
  public boolean matches(Failure failure, Diagnosis diagnosis) {
    Labels labels = failure.labels();
    if (Leaks.isExample(labels) || isPlaceholder(failure, labels)) {
      return diagnosis.found(Cause.PLACEHOLDER, 0.9f, Sign.EXAMPLE_NAME);
    }
    return switch (failure.cut().scope()) {
      case MISSING_TLD, UNREGISTERED_DOMAIN ->
          diagnosis.found(Cause.UNREGISTERED, 0.6f, Sign.REGISTRY_DENIES);
      case MISSING_HOST, REVERSE -> diagnosis.found(Cause.MISSING_HOST, 0.7f, Sign.ZONE_LIVES);
      case UNTRUSTED -> diagnosis.found(Cause.REWRITTEN_OR_BLOCKED, 0.5f, Sign.FOREIGN_SOA);
      case UNKNOWN -> byNameAlone(failure, labels, diagnosis);
    };
  }

  private static boolean isPlaceholder(Failure failure, Labels labels) {
    int registrable = labels.before(Math.max(failure.cut().registrableOffset(), 0));
    return labels.is(0, "localhost")
        || labels.is(registrable, "example")
        || labels.isIn(registrable, PLACEHOLDERS)
        || labels.isIn(0, PLACEHOLDERS);
  }

  /** Nobody said which part is missing. */
  private static boolean byNameAlone(Failure failure, Labels labels, Diagnosis diagnosis) {
    int registrable = labels.before(failure.cut().missingTo()) - 1;
    if (registrable >= 0 && diagnosis.isWellKnown(failure, registrable, labels.count())) {
      return isBare(registrable, labels)
          ? diagnosis.found(Cause.REWRITTEN_OR_BLOCKED, 0.7f, Sign.NO_SOA)
          : diagnosis.found(Cause.MISSING_HOST, 0.5f, Sign.NAME_ALONE);
    }
    return failure.cut().scope() == Scope.UNKNOWN
        && diagnosis.found(
            isBare(registrable, labels) ? Cause.UNREGISTERED : Cause.MISSING_HOST,
            0.4f,
            Sign.NAME_ALONE);
  }

  /** Whether a domain stands alone, or with www before it. */
  private static boolean isBare(int registrable, Labels labels) {
    return registrable <= 0 || (registrable == 1 && labels.is(0, "www"));
  }
}
