package org.nxsight.analysis.findings.groups;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.nxsight.analysis.counting.DistinctCounts;
import org.nxsight.analysis.counting.RecentKeys;
import org.nxsight.analysis.counting.Rows;
import org.nxsight.analysis.findings.Observation;
import org.nxsight.analysis.findings.Operator;
import org.nxsight.analysis.findings.Reach;
import org.nxsight.analysis.findings.Reports;
import org.nxsight.analysis.findings.Setting;
import org.nxsight.analysis.findings.Tuning;
import org.nxsight.wire.Mixing;

/**
 * Finds names that one generator made up, whichever it is: names of one alphabet below one suffix,
 * or asked for by one resolver, whose scores together are not those of usual names ({@link
 * ScoreBins}). A name that looks generated proves nothing; ten do.
 *
 * <p>Each registrable domain has one vote a day, so that the hosts of one domain do not make a
 * group. Names that {@link KnownFamilies} knows are left to it.
 */
public final class GeneratedGroups implements Operator {
  /** Keys whose names are kept: 65,536 of some 700 octets are 46 MB. */
  static final int SLOTS = 1 << 16;

  /** Votes that are remembered for each key, so that a name votes once a day; 8 MB in all. */
  private static final int VOTES_A_SLOT = 1 << 4;

  /** A standard error of 13 %. */
  static final int DISTINCT_BITS = 6;

  private final GroupedBy by;
  private final Rows<Group> rows;
  private final RecentKeys voted;

  /** The groups that are told, by what they are told as. */
  private final Map<String, List<Group>> told = new TreeMap<>();

  private final GroupReport report = new GroupReport();

  /** Fewer suspect names are no group. */
  private final int leastNames;

  /**
   * The evidence that is enough. By default e^9.2 = 10,000: one of so many keys whose names are
   * usual, and drawn alone, ever reaches it.
   */
  private final double leastEvidence;

  /**
   * @param by which names make a group
   * @param tuning tells how sure one must be
   */
  public GeneratedGroups(GroupedBy by, Tuning tuning) {
    this(by, tuning, SLOTS);
  }

  /**
   * One that keeps another number of keys.
   *
   * @param slots a power of two, 65,536 at most
   */
  public GeneratedGroups(GroupedBy by, Tuning tuning, int slots) {
    this.by = by;
    leastNames = tuning.count(Setting.DGA_GROUP_NAMES);
    leastEvidence = tuning.value(Setting.DGA_GROUP_EVIDENCE);
    DistinctCounts names = new DistinctCounts(slots, DISTINCT_BITS);
    DistinctCounts resolvers = new DistinctCounts(slots, DISTINCT_BITS);
    rows = new Rows<>(slots, slot -> new Group(slot, names, resolvers));
    voted = new RecentKeys(slots * VOTES_A_SLOT);
  }

  @Override
  public String name() {
    return "generated-by-" + by.name().toLowerCase(Locale.ROOT) + "/1";
  }

  @Override
  public Reach reach() {
    return Reach.WHOLE;
  }

  @Override
  public long keyOf(Observation observation) {
    int label = Candidates.label(observation);
    return label < 0 ? NO_KEY : by.key(observation, Alphabet.of(observation.names(), label));
  }

  @Override
  public void onRecord(Observation observation) {
    int label = Candidates.label(observation);
    if (label < 0) {
      return;
    }
    byte[] octets = observation.names();
    Alphabet alphabet = Alphabet.of(octets, label);
    long key = by.key(observation, alphabet);
    long now = observation.epochNanos();
    Group group = rows.claim(key, now);
    group.alphabet = alphabet;
    group.turn(now);
    int bin = ScoreBins.of(observation.logOdds(label, label + 1 + octets[label]));
    long day = Math.floorDiv(now, Votes.DAY_NANOS);
    long vote = Mixing.mix(observation.hashFrom(label) ^ day, key);
    if (voted.add(vote, (int) (now / 1_000_000_000L)) == 0) {
      group.votes.add(bin);
    }
    if (bin >= ScoreBins.SUSPECT) {
      group.suspect(observation);
    }
  }

  @Override
  public void onTime(long epochNanos, Reports reports) {
    TreeSet<String> changed = new TreeSet<>();
    rows.eachTouched(group -> {
      group.turn(epochNanos);
      if (group.judge(leastEvidence, leastNames)) {
        if (group.subject.isEmpty()) {
          group.subject = GroupReport.subject(group);
        }
        List<Group> alike = told.computeIfAbsent(group.subject, _ -> new ArrayList<>());
        if (!alike.contains(group)) {
          alike.add(group);
        }
        changed.add(group.subject);
      } else {
        group.subject = "";
      }
    });
    told.forEach((subject, alike) -> alike.removeIf(group -> !group.subject.equals(subject)));
    told.values().removeIf(List::isEmpty);
    for (String subject : changed) {
      List<Group> alike = told.get(subject);
      if (alike != null) {
        reports.onSighting(report.of(subject, alike));
      }
    }
  }

  @Override
  public void snapshot(DataOutput out) throws IOException {
    rows.snapshot(out);
    voted.snapshot(out);
  }

  @Override
  public void merge(DataInput in) throws IOException {
    rows.merge(in);
    voted.merge(in);
    told.clear();
    rows.each(group -> {
      if (!group.subject.isEmpty()) {
        told.computeIfAbsent(group.subject, _ -> new ArrayList<>()).add(group);
      }
    });
  }
}
