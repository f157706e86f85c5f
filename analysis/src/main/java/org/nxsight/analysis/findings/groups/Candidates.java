package org.nxsight.analysis.findings.groups;

import org.nxsight.analysis.causes.Cause;
import org.nxsight.analysis.causes.DynamicDns;
import org.nxsight.analysis.cut.Cut;
import org.nxsight.analysis.cut.Section;
import org.nxsight.analysis.dga.families.GeneratedNames;
import org.nxsight.analysis.findings.Observation;

/**
 * The names that a generator may have made: domains that nobody has registered and that have no
 * better cause, and hosts below dynamic DNS.
 */
final class Candidates {
  private static final int NXDOMAIN = 3;
  private static final int NS = 2;
  private static final int MX = 15;

  private Candidates() {}

  /** Where the label that is to be scored starts; -1 when the name is no candidate. */
  static int label(Observation observation) {
    Cause cause = observation.cause();
    if (cause == null || observation.rcode() != NXDOMAIN || !isWanted(cause)) {
      return -1;
    }
    int qtype = observation.qtype();
    Cut cut = observation.cut();
    int label = cut.registrableOffset();
    if (qtype == MX || qtype == NS || label < 0 || !isFree(observation, cut)) {
      return -1;
    }
    return cause == Cause.DGA_BOTNET && isKnown(observation) ? -1 : label;
  }

  private static boolean isWanted(Cause cause) {
    return cause == Cause.UNREGISTERED || cause == Cause.DGA_BOTNET || cause == Cause.MISSING_HOST;
  }

  /** Whether anybody could register the label. */
  private static boolean isFree(Observation observation, Cut cut) {
    return switch (cut.scope()) {
      case UNREGISTERED_DOMAIN, UNKNOWN -> true;
      case MISSING_HOST ->
          cut.section() == Section.PRIVATE
              && cut.soaOffset() == cut.suffixOffset()
              && DynamicDns.isSuffix(observation.names(), cut.suffixOffset());
      case MISSING_TLD, REVERSE, UNTRUSTED -> false;
    };
  }

  /** Whether {@link KnownFamilies} has it. */
  private static boolean isKnown(Observation observation) {
    return observation.generatedNames().find(observation.names(), 0) != GeneratedNames.NONE;
  }
}
