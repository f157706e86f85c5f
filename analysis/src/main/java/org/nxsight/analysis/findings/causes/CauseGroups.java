package org.nxsight.analysis.findings.causes;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.nxsight.analysis.causes.Cause;
import org.nxsight.analysis.counting.Rows;
import org.nxsight.analysis.findings.Evidence;
import org.nxsight.analysis.findings.Observation;
import org.nxsight.analysis.findings.Operator;
import org.nxsight.analysis.findings.Reach;
import org.nxsight.analysis.findings.Reports;
import org.nxsight.analysis.findings.Sighting;
import org.nxsight.analysis.findings.TimeWords;
import org.nxsight.analysis.findings.Tuning;
import org.nxsight.analysis.findings.Watchlists;

/** Groups failures of one cause by whom they are about. */
public final class CauseGroups implements Operator {
  /** Subjects that are kept: 8,192 of some 900 octets, 1,050 with gaps, are 9 MB at most. */
  static final int SLOTS = 1 << 13;

  private static final long NANOS = 1_000_000_000L;

  private final Grouping grouping;
  private final Set<String> watched;
  private final Enough enough;
  private final Rows<Group> groups;

  /**
   * @param grouping of which cause, about whom
   * @param watchlists tell whose slips matter
   * @param tuning tells how much of it is enough
   */
  public CauseGroups(Grouping grouping, Watchlists watchlists, Tuning tuning) {
    this.grouping = grouping;
    enough = grouping.enough(tuning);
    watched = Set.copyOf(watchlists.brands().texts());
    groups = new Rows<>(SLOTS, _ -> new Group(grouping.isPaced()));
  }

  @Override
  public String name() {
    return "groups-" + grouping.name().toLowerCase(Locale.ROOT) + "/2";
  }

  @Override
  public Reach reach() {
    return grouping.isOfDomain() ? Reach.DOMAIN : Reach.KEY;
  }

  @Override
  public boolean wants(Cause cause) {
    return cause == grouping.cause();
  }

  @Override
  public long keyOf(Observation observation) {
    if (observation.cause() != grouping.cause()) {
      return NO_KEY;
    }
    // Slips of what is well-known are everywhere; only a watched name's are somebody's concern.
    boolean wanted =
        grouping != Grouping.SLIPS
            || (!watched.isEmpty() && watched.contains(grouping.subject(observation)));
    return wanted ? grouping.key(observation) : NO_KEY;
  }

  @Override
  public void onRecord(Observation observation) {
    long key = keyOf(observation);
    if (key == NO_KEY) {
      return;
    }
    Group group = groups.claim(key, observation.epochNanos());
    if (groups.isFresh()) {
      group.subject = String.valueOf(grouping.subject(observation));
    }
    group.add(observation);
  }

  @Override
  public void onTime(long epochNanos, Reports reports) {
    groups.eachTouched(group -> {
      if (enough.is(group)) {
        reports.onSighting(sighting(group));
      }
    });
  }

  private Sighting sighting(Group group) {
    Evidence evidence =
        new Evidence().add("names", group.names()).add("hours", group.hours).add("mx", group.mail);
    if (grouping.isPaced()) {
      evidence.add("since", TimeWords.at(group.firstNanos / NANOS));
    }
    if (group.gapSeconds() > 0) {
      evidence
          .add("gap_seconds", group.gapSeconds())
          .add("regular", String.valueOf(group.isRegular()));
    }
    float confidence = GroupSentence.confidence(grouping, group);
    if (grouping == Grouping.MAIL) {
      evidence.add("score", confidence);
    }
    evidence.add("examples", group.examples());
    return new Sighting(
        grouping.kind(),
        group.subject,
        GroupSentence.severity(grouping, group),
        confidence,
        group.firstNanos,
        group.lastNanos,
        group.count,
        group.resolvers(),
        evidence.json(),
        GroupSentence.text(grouping, group));
  }

  @Override
  public void snapshot(DataOutput out) throws IOException {
    groups.snapshot(out);
  }

  @Override
  public void merge(DataInput in) throws IOException {
    groups.merge(in);
  }
}
