package org.nxsight.analysis.findings.groups;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.nxsight.analysis.causes.Cause;
import org.nxsight.analysis.counting.DistinctCounts;
import org.nxsight.analysis.counting.Rows;
import org.nxsight.analysis.dga.families.GeneratedNames;
import org.nxsight.analysis.findings.Observation;
import org.nxsight.analysis.findings.Operator;
import org.nxsight.analysis.findings.Reports;
import org.nxsight.analysis.findings.Setting;
import org.nxsight.analysis.findings.Tuning;

/**
 * Finds the names of generators that are known exactly, for the days around that of the record: one
 * group a family, which says for which day the names were made. Names of botnets that are dead, and
 * of lists of malware's names, are leftovers.
 */
public final class KnownFamilies implements Operator {
  /** Families that are kept, those of the user's lists among them: 1,024 of some 600 octets. */
  static final int SLOTS = 1 << 10;

  private static final int DISTINCT_BITS = 6;

  private final DistinctCounts names = new DistinctCounts(SLOTS, DISTINCT_BITS);
  private final DistinctCounts resolvers = new DistinctCounts(SLOTS, DISTINCT_BITS);
  private final Rows<KnownFamily> rows =
      new Rows<>(SLOTS, slot -> new KnownFamily(slot, names, resolvers));

  /**
   * Different names of a living family within a day. Some 131,000 names are known at a time, few of
   * them shorter than 7 letters; of a million names that people miss in a day, a handful is one of
   * them by chance, and four of one family are not.
   */
  private final int leastNames;

  /** Questions for names of a botnet that is known to be dead. */
  private final int leastLeftovers;

  private final long leastNanos;

  /**
   * @param tuning tells how much of a family there must be
   */
  public KnownFamilies(Tuning tuning) {
    leastNames = tuning.count(Setting.DGA_GROUP_KNOWN_NAMES);
    leastLeftovers = tuning.count(Setting.DEAD_BOTNET_QUESTIONS);
    leastNanos = tuning.nanos(Setting.DEAD_BOTNET_MINUTES);
  }

  @Override
  public String name() {
    return "known-families/1";
  }

  @Override
  public long keyOf(Observation observation) {
    int hit = hit(observation);
    return hit == GeneratedNames.NONE ? NO_KEY : key(observation, hit);
  }

  private static int hit(Observation observation) {
    Cause cause = observation.cause();
    return cause == Cause.DGA_BOTNET || cause == Cause.DEAD_BOTNET_C2
        ? observation.generatedNames().find(observation.names(), 0)
        : GeneratedNames.NONE;
  }

  private static long key(Observation observation, int hit) {
    byte[] family = observation.generatedNames().family(hit).getBytes(StandardCharsets.ISO_8859_1);
    return observation.hash(family, 0, family.length);
  }

  @Override
  public void onRecord(Observation observation) {
    int hit = hit(observation);
    if (hit == GeneratedNames.NONE) {
      return;
    }
    KnownFamily family = rows.claim(key(observation, hit), observation.epochNanos());
    family.add(observation, observation.generatedNames(), hit);
  }

  @Override
  public void onTime(long epochNanos, Reports reports) {
    rows.eachTouched(family -> {
      if (family.isLeftover()
          ? family.isAskedFor(leastLeftovers, leastNanos)
          : family.names() >= leastNames) {
        reports.onSighting(family.sighting());
      }
    });
  }

  @Override
  public void snapshot(DataOutput out) throws IOException {
    rows.snapshot(out);
  }

  @Override
  public void merge(DataInput in) throws IOException {
    rows.merge(in);
  }
}
