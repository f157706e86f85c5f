package org.nxsight.analysis.findings.causes;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.BitSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nxsight.analysis.causes.Cause;
import org.nxsight.analysis.counting.DistinctCounts;
import org.nxsight.analysis.counting.KeyTable;
import org.nxsight.analysis.findings.Evidence;
import org.nxsight.analysis.findings.Observation;
import org.nxsight.analysis.findings.Operator;
import org.nxsight.analysis.findings.Reports;
import org.nxsight.analysis.findings.Sighting;
import org.nxsight.analysis.findings.Watchlists;

/** Groups failures of one cause by whom they are about. */
public final class CauseGroups implements Operator {
  /** Subjects that are kept: 8,192 of some 700 octets are 6 MB. */
  static final int SLOTS = 1 << 13;

  private static final int MX = 15;
  private static final int DISTINCT_BITS = 6;
  private static final int EXAMPLES = 5;

  private final Grouping grouping;
  private final Set<String> watched;
  private final KeyTable table = new KeyTable(SLOTS);
  private final @Nullable Group[] groups = new Group[SLOTS];
  private final DistinctCounts resolvers = new DistinctCounts(SLOTS, DISTINCT_BITS);
  private final DistinctCounts names = new DistinctCounts(SLOTS, DISTINCT_BITS);
  private final BitSet touched = new BitSet();

  /**
   * @param grouping of which cause, about whom
   * @param watchlists tell whose slips matter
   */
  public CauseGroups(Grouping grouping, Watchlists watchlists) {
    this.grouping = grouping;
    watched = Set.copyOf(watchlists.brands().texts());
  }

  @Override
  public String name() {
    return "groups-" + grouping.name().toLowerCase(Locale.ROOT) + "/1";
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
    int slot = table.claim(key, observation.epochNanos());
    Group group = groups[slot];
    if (table.isFresh() || group == null) {
      group = begin(slot, String.valueOf(grouping.subject(observation)));
    }
    group.add(observation.epochNanos(), observation.qtype() == MX);
    resolvers.add(slot, observation.resolver());
    if (names.add(slot, observation.qnameHash())) {
      group.examples.add(
          observation.qnameHash(), observation.names(), 0, observation.qnameOctets());
    }
    touched.set(slot);
  }

  private Group begin(int slot, String subject) {
    Group group = new Group(subject);
    groups[slot] = group;
    resolvers.clear(slot);
    names.clear(slot);
    return group;
  }

  @Override
  public void onTime(long epochNanos, Reports reports) {
    for (int slot = touched.nextSetBit(0); slot >= 0; slot = touched.nextSetBit(slot + 1)) {
      Group group = groups[slot];
      long asking = resolvers.count(slot);
      if (group != null && grouping.isEnough(group, asking)) {
        reports.onSighting(sighting(group, names.count(slot), asking));
      }
    }
    touched.clear();
  }

  private Sighting sighting(Group group, long different, long asking) {
    Evidence evidence =
        new Evidence().add("names", different).add("hours", group.hours).add("mx", group.mail);
    float confidence = GroupSentence.confidence(grouping, group, asking);
    if (grouping == Grouping.MAIL) {
      evidence.add("score", confidence);
    }
    evidence.add("examples", group.examples.texts(EXAMPLES));
    return new Sighting(
        grouping.kind(),
        group.subject,
        GroupSentence.severity(grouping, group, asking),
        confidence,
        group.firstNanos,
        group.lastNanos,
        group.count,
        asking,
        evidence.json(),
        GroupSentence.text(grouping, group, different, asking));
  }

  @Override
  public void snapshot(DataOutput out) throws IOException {
    out.writeInt(table.size());
    for (int slot = table.next(0); slot >= 0; slot = table.next(slot + 1)) {
      Group group = groups[slot];
      out.writeLong(table.key(slot));
      out.writeUTF(group == null ? "" : group.subject);
      (group == null ? new Group("") : group).snapshot(out);
      resolvers.snapshot(slot, out);
      names.snapshot(slot, out);
      out.writeBoolean(touched.get(slot));
    }
  }

  @Override
  public void merge(DataInput in) throws IOException {
    for (int left = in.readInt(); left > 0; left--) {
      long key = in.readLong();
      Group read = new Group(in.readUTF());
      read.read(in);
      int slot = table.claim(key, read.lastNanos);
      Group group = groups[slot];
      if (table.isFresh() || group == null) {
        begin(slot, read.subject);
        groups[slot] = read;
      } else {
        group.join(read);
      }
      resolvers.merge(slot, in);
      names.merge(slot, in);
      if (in.readBoolean()) {
        touched.set(slot);
      }
    }
  }
}
