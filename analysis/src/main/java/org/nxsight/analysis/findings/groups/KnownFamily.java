package org.nxsight.analysis.findings.groups;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.nxsight.analysis.counting.DistinctCounts;
import org.nxsight.analysis.counting.ExampleNames;
import org.nxsight.analysis.counting.Rows;
import org.nxsight.analysis.dga.families.GeneratedNames;
import org.nxsight.analysis.findings.Evidence;
import org.nxsight.analysis.findings.FindingKind;
import org.nxsight.analysis.findings.Observation;
import org.nxsight.analysis.findings.Severity;
import org.nxsight.analysis.findings.Sighting;
import org.nxsight.analysis.findings.TimeWords;

/** What is kept of the names of one family that were asked for. */
final class KnownFamily implements Rows.Row {
  private static final int EXAMPLES = 5;
  private static final int MANY_RESOLVERS = 3;

  /** A living family's names are counted anew when none came for so long. */
  private static final long FORGOTTEN_NANOS = 86_400_000_000_000L;

  private static final long NO_DAY = Long.MIN_VALUE;

  private final int slot;
  private final DistinctCounts names;
  private final DistinctCounts resolvers;
  private ExampleNames examples = new ExampleNames(EXAMPLES);
  private String family = "";
  private boolean leftover;
  private long firstNanos = Long.MAX_VALUE;
  private long lastNanos = Long.MIN_VALUE;
  private long count;
  private long firstDay = NO_DAY;
  private long lastDay = NO_DAY;

  KnownFamily(int slot, DistinctCounts names, DistinctCounts resolvers) {
    this.slot = slot;
    this.names = names;
    this.resolvers = resolvers;
  }

  void add(Observation observation, GeneratedNames generated, int hit) {
    long now = observation.epochNanos();
    if (count > 0 && now - lastNanos > FORGOTTEN_NANOS) {
      clear();
    }
    if (count == 0) {
      family = generated.family(hit);
    }
    leftover |= generated.dead(hit) || generated.listed(hit);
    firstNanos = Math.min(firstNanos, now);
    lastNanos = Math.max(lastNanos, now);
    count++;
    addDay(generated.day(hit));
    resolvers.add(slot, observation.resolver());
    names.add(slot, observation.qnameHash());
    examples.add(observation.qnameHash(), observation.names(), 0, observation.qnameOctets());
  }

  private void addDay(@Nullable LocalDate day) {
    if (day != null) {
      addDays(day.toEpochDay(), day.toEpochDay());
    }
  }

  private void addDays(long first, long last) {
    if (first != NO_DAY) {
      firstDay = firstDay == NO_DAY ? first : Math.min(firstDay, first);
      lastDay = Math.max(lastDay, last);
    }
  }

  /** Whether its botnet is dead, or it stands on somebody's list. */
  boolean isLeftover() {
    return leftover;
  }

  /** Whether there were so many questions over so long. */
  boolean isAskedFor(int questions, long nanos) {
    return count >= questions && lastNanos - firstNanos >= nanos;
  }

  /** Different names: exactly while there are few, and about when there are many. */
  long names() {
    return Math.max(examples.size(), names.count(slot));
  }

  Sighting sighting() {
    long different = names();
    long asking = resolvers.count(slot);
    boolean many = asking >= MANY_RESOLVERS;
    Severity severity = leftover ? (many ? Severity.MEDIUM : Severity.LOW) : Severity.HIGH;
    Evidence evidence = new Evidence().add("family", family).add("names", different);
    if (firstDay != NO_DAY) {
      evidence
          .add("first_day", LocalDate.ofEpochDay(firstDay).toString())
          .add("last_day", LocalDate.ofEpochDay(lastDay).toString());
    }
    evidence.add("examples", examples.texts(EXAMPLES));
    return new Sighting(
        leftover ? FindingKind.DEAD_BOTNET : FindingKind.DGA_GROUP,
        family,
        severity,
        leftover ? 0.9f : 0.99f,
        firstNanos,
        lastNanos,
        count,
        asking,
        evidence.json(),
        sentence(different, asking));
  }

  private String sentence(long different, long asking) {
    String asked =
        TimeWords.count(count, "question")
            + " of "
            + TimeWords.count(asking, "resolver")
            + " for "
            + TimeWords.count(different, "name")
            + " of "
            + family
            + days();
    return leftover
        ? asked
            + ", whose botnet is dead: machines behind these resolvers are still infected. Find"
            + " them by their resolver's log and clean them."
        : asked
            + ": a machine behind these resolvers runs this malware and looks for its master. Find"
            + " it by its resolver's log, and block the family's names.";
  }

  private String days() {
    if (firstDay == NO_DAY) {
      return "";
    }
    String first = LocalDate.ofEpochDay(firstDay).toString();
    return firstDay == lastDay
        ? ", made for " + first
        : ", made for " + first + " to " + LocalDate.ofEpochDay(lastDay);
  }

  @Override
  public void clear() {
    names.clear(slot);
    resolvers.clear(slot);
    examples = new ExampleNames(EXAMPLES);
    family = "";
    leftover = false;
    firstNanos = Long.MAX_VALUE;
    lastNanos = Long.MIN_VALUE;
    count = 0;
    firstDay = NO_DAY;
    lastDay = NO_DAY;
  }

  @Override
  public void snapshot(DataOutput out) throws IOException {
    out.writeUTF(family);
    out.writeBoolean(leftover);
    out.writeLong(firstNanos);
    out.writeLong(lastNanos);
    out.writeLong(count);
    out.writeLong(firstDay);
    out.writeLong(lastDay);
    names.snapshot(slot, out);
    resolvers.snapshot(slot, out);
    examples.snapshot(out);
  }

  @Override
  public void merge(DataInput in) throws IOException {
    family = in.readUTF();
    leftover |= in.readBoolean();
    firstNanos = Math.min(firstNanos, in.readLong());
    lastNanos = Math.max(lastNanos, in.readLong());
    count += in.readLong();
    long first = in.readLong();
    addDays(first, in.readLong());
    names.merge(slot, in);
    resolvers.merge(slot, in);
    examples.merge(in);
  }
}
