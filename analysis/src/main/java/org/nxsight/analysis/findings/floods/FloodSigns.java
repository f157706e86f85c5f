package org.nxsight.analysis.findings.floods;

import org.nxsight.analysis.findings.Setting;
import org.nxsight.analysis.findings.Tuning;

/** What tells a flood from a zone that is busy, out of order, crawled or made for random names. */
final class FloodSigns {
  /** Standard deviations of a Poisson count over the usual, for zones with little of it. */
  private static final double LEAST_DEVIATIONS = 8;

  /** Different names a question: floods ask for each once, and resolvers try again. */
  private static final double LEAST_DIFFERENT = 0.3;

  /** Of the names, those that the ten seconds before did not have. */
  private static final double LEAST_FRESH = 0.5;

  private static final double LEAST_FRESH_OF_ERRORS = 0.7;

  /** One resolver alone is a scan, a crawler or a tunnel, unless it asks for 500 names a second. */
  private static final int ENOUGH_OF_ONE = 5_000;

  /** The mean probability of being made up; words have 0.1, random letters 0.8. */
  private static final float LEAST_RANDOM = 0.5f;

  // Some floods are of words: these have to be fast and widespread.
  private static final int ENOUGH_OF_WORDS = 500;
  private static final int RESOLVERS_OF_WORDS = 20;

  // A stream may begin with a flood: it has to be sure and last for half a minute.
  private static final int ENOUGH_AT_FIRST = 500;
  private static final int RESOLVERS_AT_FIRST = 10;
  private static final float RANDOM_AT_FIRST = 0.7f;
  private static final int TICKS_AT_FIRST = 3;

  /** Different names in a tick: five a second hurt nobody. */
  private final int leastDistinct;

  /** Times the usual: the daily rise of a busy zone is less. */
  private final double leastTimesUsual;

  private final int leastResolvers;

  /**
   * @param tuning tells the least of some signs
   */
  FloodSigns(Tuning tuning) {
    leastDistinct = tuning.count(Setting.RANDOM_SUBDOMAIN_FLOOD_NAMES);
    leastTimesUsual = tuning.value(Setting.RANDOM_SUBDOMAIN_FLOOD_TIMES);
    leastResolvers = tuning.count(Setting.RANDOM_SUBDOMAIN_FLOOD_RESOLVERS);
  }

  /** The questions of a tick from which on it is looked at closely. */
  int suspectedQuestions() {
    return leastDistinct / 4;
  }

  /** Whether a zone's last tick is one of a flood. */
  boolean isFlood(ZoneTicks ticks, int slot, Flood flood) {
    if (!looksLikeFlood(ticks, slot, flood)) {
      return false;
    }
    if (flood.peak > 0) {
      return ticks.distinct(slot) >= leastTimesUsual / 2 * flood.usual;
    }
    return (isDenied(flood) || goesOnNew(ticks, slot, flood))
        && (isSudden(ticks, slot)
            || (flood.ticks >= TICKS_AT_FIRST - 1 && isSureOfLook(ticks, slot, flood)));
  }

  /** Whether it may turn out to be a flood after some ticks more. */
  boolean isWaitedFor(ZoneTicks ticks, int slot, Flood flood) {
    return flood.ticks < TICKS_AT_FIRST
        && flood.peak == 0
        && looksLikeFlood(ticks, slot, flood)
        && (!isDenied(flood) || isSureOfLook(ticks, slot, flood));
  }

  private static boolean isDenied(Flood flood) {
    return 2 * flood.denied > flood.count;
  }

  /**
   * Whether names that a server fails to answer stay new: those of a zone that is out of order come
   * back.
   */
  private static boolean goesOnNew(ZoneTicks ticks, int slot, Flood flood) {
    return flood.ticks > 0 && ticks.fresh(slot) >= LEAST_FRESH_OF_ERRORS * ticks.distinct(slot);
  }

  private boolean looksLikeFlood(ZoneTicks ticks, int slot, Flood flood) {
    long distinct = ticks.distinct(slot);
    long resolvers = ticks.resolvers(slot);
    boolean random =
        flood.randomness() >= LEAST_RANDOM
            || (distinct >= ENOUGH_OF_WORDS && resolvers >= RESOLVERS_OF_WORDS && isDenied(flood));
    return random
        && distinct >= (flood.peak > 0 ? leastDistinct / 2 : leastDistinct)
        && distinct >= LEAST_DIFFERENT * ticks.questions(slot)
        && ticks.fresh(slot) >= LEAST_FRESH * distinct
        && (resolvers >= leastResolvers || distinct >= ENOUGH_OF_ONE);
  }

  private boolean isSudden(ZoneTicks ticks, int slot) {
    double usual = ticks.usual(slot);
    long distinct = ticks.distinct(slot);
    return ticks.tempo.periods(slot) > 0
        && distinct >= leastTimesUsual * usual
        && distinct - usual >= LEAST_DEVIATIONS * Math.sqrt(usual + 1);
  }

  private static boolean isSureOfLook(ZoneTicks ticks, int slot, Flood flood) {
    return ticks.distinct(slot) >= ENOUGH_AT_FIRST
        && ticks.resolvers(slot) >= RESOLVERS_AT_FIRST
        && flood.randomness() >= RANDOM_AT_FIRST
        && !flood.isDataLike();
  }
}
