package org.nxsight.analysis.findings.groups;

import org.nxsight.analysis.findings.Observation;
import org.nxsight.wire.Mixing;

/** Which names may make a group, besides being of one alphabet. */
public enum GroupedBy {
  /** Those below one public suffix, whoever asks: bots behind many resolvers. */
  SUFFIX,
  /**
   * Those that one resolver asks for: a bot whose names stand below many suffixes or among many.
   */
  RESOLVER;

  /** The key of a name's group, never 0. */
  long key(Observation observation, Alphabet alphabet) {
    long whose =
        this == RESOLVER
            ? observation.resolver()
            : observation.hashFrom(observation.cut().suffixOffset());
    return Mixing.mix(whose, Mixing.A + 2L * alphabet.ordinal()) | 1;
  }
}
