package org.nxsight.analysis.causes;

import org.nxsight.analysis.cut.Section;
import org.nxsight.wire.Bytes;

/** Names that programs made up: malware looking for its master, and labels that carry data. */
final class Generated implements Rule {
  /** Of names nobody registered; a tenth of a percent of the others reach it. */
  static final float GENERATED = 0.95f;

  /** Of hosts below a platform that gives names away. */
  private static final float GENERATED_HOST = 0.98f;

  private static final int LEAST_DATA_OCTETS = 24;
  private static final int LEAST_DATA_LABEL = 16;
  private static final int LEAST_SWITCHES = 6;

  @Override
  public boolean matches(Failure failure, Diagnosis diagnosis) {
    return switch (failure.cut().scope()) {
      case UNREGISTERED_DOMAIN -> domain(failure, diagnosis, GENERATED);
      case MISSING_HOST -> host(failure, diagnosis);
      case UNKNOWN, UNTRUSTED ->
          failure.cut().registrableOffset() >= 0
              && failure.missingLabels() <= 1
              && domain(failure, diagnosis, GENERATED_HOST);
      case MISSING_TLD, REVERSE -> false;
    };
  }

  /** By the label that would have to be registered. */
  private static boolean domain(Failure failure, Diagnosis diagnosis, float enough) {
    int label = failure.cut().registrableOffset();
    if (label < 0) {
      return false;
    }
    float score = diagnosis.score(failure, label, label + 1 + Bytes.u8(failure.bytes(), label));
    return score >= enough && diagnosis.found(Cause.DGA_BOTNET, 0.9f * score, Sign.RANDOM_TEXT);
  }

  private static boolean host(Failure failure, Diagnosis diagnosis) {
    if (carriesData(failure)) {
      return diagnosis.found(Cause.DISPOSABLE_OR_TUNNEL, 0.8f, Sign.DATA_LABELS);
    }
    boolean givenAway =
        failure.cut().section() == Section.PRIVATE
            && failure.cut().soaOffset() == failure.cut().suffixOffset();
    return givenAway && domain(failure, diagnosis, GENERATED_HOST);
  }

  /**
   * Whether the missing labels look like encoded data: 24 octets or more of hexadecimal, base32 or
   * base64 in a row of labels, among them one of 16 octets in which letters and digits take turns.
   */
  private static boolean carriesData(Failure failure) {
    Labels labels = failure.labels();
    int missing = failure.missingLabels();
    int octets = 0;
    boolean dense = false;
    for (int label = 0; label < missing; label++) {
      octets += labels.length(label);
      dense |= isDense(labels, label);
    }
    return dense && octets >= LEAST_DATA_OCTETS;
  }

  private static boolean isDense(Labels labels, int label) {
    if (labels.length(label) < LEAST_DATA_LABEL) {
      return false;
    }
    int switches = 0;
    int hyphens = 0;
    boolean digit = false;
    for (int i = 0; i < labels.length(label); i++) {
      int octet = labels.octet(label, i);
      hyphens += octet == '-' || octet == '_' ? 1 : 0;
      boolean next = octet >= '0' && octet <= '9';
      switches += next != digit ? 1 : 0;
      digit = next;
    }
    return switches >= LEAST_SWITCHES && 4 * hyphens < switches;
  }
}
