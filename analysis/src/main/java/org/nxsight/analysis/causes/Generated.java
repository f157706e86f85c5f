package org.nxsight.analysis.causes;

import org.nxsight.analysis.cut.Section;
import org.nxsight.wire.Bytes;

/** Names that programs made up: malware looking for its master, and labels that carry data. */
final class Generated implements Rule {
  /** Of names nobody registered; docs/quality.md tells how many popular labels score so high. */
  static final float GENERATED = 0.95f;

  /** Of hosts below a platform that gives names away. */
  private static final float GENERATED_HOST = 0.98f;

  /** Hosts that serve files called by a hash of what is in them. */
  private static final LabelSet CONTENT =
      LabelSet.of(
          "cdn cdn1 cdn2 img images image static assets media files cache edge content thumbs s3");

  private static final int LEAST_DATA_OCTETS = 24;

  /** A label that is random but has few digits, as base32 may have. */
  private static final int LEAST_RANDOM_LABEL = 16;

  private static final int LEAST_DATA_LABEL = 16;
  private static final int LEAST_SWITCHES = 6;

  // Measured values in a row of short labels.
  private static final int LEAST_VALUE_LABELS = 5;
  private static final int LEAST_VALUE_OCTETS = 48;
  private static final int LEAST_VALUE_DIGITS = 16;

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
    if (carriesData(failure, diagnosis)) {
      return diagnosis.found(Cause.DISPOSABLE_OR_TUNNEL, 0.8f, Sign.DATA_LABELS);
    }
    boolean givenAway =
        failure.cut().section() == Section.PRIVATE
            && failure.cut().soaOffset() == failure.cut().suffixOffset();
    return givenAway
        && DynamicDns.isSuffix(failure.bytes(), failure.cut().suffixOffset())
        && domain(failure, diagnosis, GENERATED_HOST);
  }

  /**
   * Whether the missing labels look like encoded data: 24 octets or more of hexadecimal, base32 or
   * base64 in a row of labels, among them one of 16 octets in which letters and digits take turns,
   * or one of 16 that reads as random; or if they are many and hold many digits. Hosts of content
   * are called by hashes too.
   */
  private static boolean carriesData(Failure failure, Diagnosis diagnosis) {
    Labels labels = failure.labels();
    int missing = failure.missingLabels();
    int octets = 0;
    boolean dense = false;
    int longest = 0;
    for (int label = 0; label < missing; label++) {
      octets += labels.length(label);
      dense |= isDense(labels, label);
      longest = labels.length(label) > labels.length(longest) ? label : longest;
    }
    if (octets < LEAST_DATA_OCTETS || isContent(labels)) {
      return false;
    }
    return dense
        || (octets >= LEAST_VALUE_OCTETS && holdsValues(labels, missing))
        || isRandom(failure, longest, diagnosis);
  }

  private static boolean holdsValues(Labels labels, int missing) {
    int digits = 0;
    for (int label = 0; label < missing; label++) {
      for (int i = 0; i < labels.length(label); i++) {
        int octet = labels.octet(label, i);
        digits += octet >= '0' && octet <= '9' ? 1 : 0;
      }
    }
    return missing >= LEAST_VALUE_LABELS && digits >= LEAST_VALUE_DIGITS;
  }

  private static boolean isContent(Labels labels) {
    for (int label = 1; label < labels.count(); label++) {
      if (labels.isIn(label, CONTENT)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isRandom(Failure failure, int label, Diagnosis diagnosis) {
    Labels labels = failure.labels();
    if (labels.length(label) < LEAST_RANDOM_LABEL) {
      return false;
    }
    for (int i = 0; i < labels.length(label); i++) {
      if (labels.octet(label, i) == '-') {
        return false;
      }
    }
    float score = diagnosis.score(failure, labels.offset(label), labels.offset(label + 1));
    return score >= GENERATED_HOST;
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
    return switches >= LEAST_SWITCHES && 8 * hyphens < switches;
  }
}
