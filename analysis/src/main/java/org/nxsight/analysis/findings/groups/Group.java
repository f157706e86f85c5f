package org.nxsight.analysis.findings.groups;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.nxsight.analysis.counting.DistinctCounts;
import org.nxsight.analysis.counting.ExampleNames;
import org.nxsight.analysis.counting.Rows;
import org.nxsight.analysis.findings.Observation;

/** What is kept of the names of one key: their votes, and of the suspect ones of the day more. */
final class Group implements Rows.Row {
  static final int EXAMPLES = 16;

  final int slot;
  final Votes votes = new Votes();
  private final DistinctCounts names;
  private final DistinctCounts resolvers;

  /** Suspect names; null while there is none. */
  @Nullable ExampleNames examples;

  Alphabet alphabet = Alphabet.OTHER;
  long firstNanos = Long.MAX_VALUE;
  long lastNanos = Long.MIN_VALUE;

  /** Questions for suspect names. */
  long count;

  /** What it is told as while it is a generator's; empty otherwise. */
  String subject = "";

  /** The evidence when it was judged last. */
  double evidence;

  /** Whether the minutes tell it, not only the day. */
  boolean quick;

  Group(int slot, DistinctCounts names, DistinctCounts resolvers) {
    this.slot = slot;
    this.names = names;
    this.resolvers = resolvers;
  }

  void turn(long epochNanos) {
    if (votes.turn(epochNanos)) {
      forgetDay();
    }
  }

  private void forgetDay() {
    names.clear(slot);
    resolvers.clear(slot);
    examples = null;
    firstNanos = Long.MAX_VALUE;
    lastNanos = Long.MIN_VALUE;
    count = 0;
  }

  /** Takes a suspect name, asked for the first time or again. */
  void suspect(Observation observation) {
    ExampleNames kept = examples;
    if (kept == null) {
      kept = new ExampleNames(EXAMPLES);
      examples = kept;
    }
    firstNanos = Math.min(firstNanos, observation.epochNanos());
    lastNanos = Math.max(lastNanos, observation.epochNanos());
    count++;
    resolvers.add(slot, observation.resolver());
    names.add(slot, observation.qnameHash());
    kept.add(observation.qnameHash(), observation.names(), 0, observation.qnameOctets());
  }

  /**
   * Whether a generator made names of it, as far as is known now.
   *
   * @param least the natural logarithm of the evidence that is enough
   */
  boolean judge(double least, int leastNames) {
    evidence = 0;
    if (votes.suspects() < leastNames || names() < leastNames) {
      return false;
    }
    double minutes = votes.evidenceOfMinutes(leastNames);
    quick = minutes >= least;
    evidence = quick ? minutes : votes.evidenceOfDay(leastNames);
    return evidence >= least;
  }

  /** Different suspect names: exactly while there are few, and about when there are many. */
  private long names() {
    return examples == null ? 0 : Math.max(examples.size(), names.count(slot));
  }

  long resolvers() {
    return resolvers.count(slot);
  }

  void joinNames(DistinctCounts all) {
    all.join(0, names, slot);
  }

  @Override
  public void clear() {
    votes.clear();
    forgetDay();
    subject = "";
    evidence = 0;
    quick = false;
  }

  @Override
  public void snapshot(DataOutput out) throws IOException {
    votes.snapshot(out);
    out.writeByte(alphabet.ordinal());
    out.writeLong(firstNanos);
    out.writeLong(lastNanos);
    out.writeLong(count);
    out.writeUTF(subject);
    out.writeDouble(evidence);
    out.writeBoolean(quick);
    (examples == null ? new ExampleNames(EXAMPLES) : examples).snapshot(out);
    names.snapshot(slot, out);
    resolvers.snapshot(slot, out);
  }

  @Override
  public void merge(DataInput in) throws IOException {
    votes.merge(in);
    int ordinal = in.readUnsignedByte();
    if (ordinal >= Alphabet.values().length) {
      throw new IOException("not the state of groups");
    }
    alphabet = Alphabet.values()[ordinal];
    firstNanos = Math.min(firstNanos, in.readLong());
    lastNanos = Math.max(lastNanos, in.readLong());
    count += in.readLong();
    String other = in.readUTF();
    subject = subject.isEmpty() ? other : subject;
    evidence = Math.max(evidence, in.readDouble());
    quick |= in.readBoolean();
    ExampleNames kept = examples == null ? new ExampleNames(EXAMPLES) : examples;
    kept.merge(in);
    examples = kept.size() == 0 ? null : kept;
    names.merge(slot, in);
    resolvers.merge(slot, in);
  }
}
