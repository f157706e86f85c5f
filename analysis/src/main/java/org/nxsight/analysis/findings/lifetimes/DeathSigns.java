package org.nxsight.analysis.findings.lifetimes;

import org.nxsight.analysis.findings.Setting;
import org.nxsight.analysis.findings.Tuning;

/**
 * What makes a name one that was in use, and denials the end of it.
 *
 * @param answers before
 * @param resolvers that were answered
 * @param inUseNanos from the first to the last answer
 * @param denials in a row
 * @param deniedNanos from the first to the last of them
 */
record DeathSigns(int answers, int resolvers, long inUseNanos, int denials, long deniedNanos) {
  static DeathSigns of(Tuning tuning) {
    return new DeathSigns(
        tuning.count(Setting.DEATH_ANSWERS),
        tuning.count(Setting.DEATH_RESOLVERS),
        tuning.nanos(Setting.DEATH_IN_USE_MINUTES),
        tuning.count(Setting.DEATH_QUESTIONS),
        tuning.nanos(Setting.DEATH_MINUTES));
  }
}
