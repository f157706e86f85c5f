package org.nxsight.analysis.dga.families;

import java.time.LocalDate;
import java.util.function.Consumer;

/** The names of a domain-generation algorithm. */
@FunctionalInterface
interface NameGenerator {
  /**
   * Gives the first {@code count} names of a list, in the algorithm's order: lower-case text with
   * the top-level domain and no dot at the end. The same arguments give the same names.
   *
   * @param seed the sample's seed; without effect where the family has none
   * @param day the day in UTC; without effect where the family does not use it
   */
  void names(long seed, LocalDate day, int count, Consumer<String> out);
}
