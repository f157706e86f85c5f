package org.nxsight.analysis.dga.families;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * A domain-generation algorithm that is described in public, and our generator of its names.
 *
 * @param name lower-case letters, digits and hyphens, such as {@code conficker-a}
 * @param seeding what decides its names
 * @param fidelity whether its names are the malware's own
 * @param ofWords whether its names are made of dictionary words
 * @param dead whether its botnet is known to have been taken down or given up
 * @param topLevelDomains the suffixes below which its names stand, without dots around them
 * @param describedIn the public description it was written after
 * @param seeds the seeds of samples that are described in public; {@code 0} where it has no seed
 * @param listNames how many names one seed gives for one day, or in all
 * @param firstDay the first day that has the same names as a day
 * @param generator its names
 */
public record Family(
    String name,
    Seeding seeding,
    Fidelity fidelity,
    boolean ofWords,
    boolean dead,
    List<String> topLevelDomains,
    String describedIn,
    List<Long> seeds,
    int listNames,
    UnaryOperator<LocalDate> firstDay,
    NameGenerator generator) {
  /** Lists are copied. */
  public Family {
    topLevelDomains = List.copyOf(topLevelDomains);
    seeds = List.copyOf(seeds);
  }

  /**
   * Gives the first {@code count} names of a list, in the algorithm's order: lower-case text with
   * the top-level domain and no dot at the end. The same arguments give the same names.
   *
   * @param seed the sample's seed; without effect where the family has none
   * @param day the day in UTC; without effect where the family does not use it
   */
  public void names(long seed, LocalDate day, int count, Consumer<String> out) {
    generator.names(seed, day, count, out);
  }

  /** The first day that has the same names as this one; one day for all without dates. */
  LocalDate firstDay(LocalDate day) {
    return seeding.usesDay() ? firstDay.apply(day) : LocalDate.EPOCH;
  }

  static FamilyDraft named(String name) {
    return new FamilyDraft(name);
  }
}
