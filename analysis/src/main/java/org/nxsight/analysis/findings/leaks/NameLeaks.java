package org.nxsight.analysis.findings.leaks;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.nxsight.analysis.causes.Cause;
import org.nxsight.analysis.counting.DistinctCounts;
import org.nxsight.analysis.counting.ExampleNames;
import org.nxsight.analysis.counting.KeyTable;
import org.nxsight.analysis.cut.Cut;
import org.nxsight.analysis.cut.Scope;
import org.nxsight.analysis.findings.Evidence;
import org.nxsight.analysis.findings.FindingKind;
import org.nxsight.analysis.findings.Observation;
import org.nxsight.analysis.findings.Operator;
import org.nxsight.analysis.findings.Reports;
import org.nxsight.analysis.findings.Severity;
import org.nxsight.analysis.findings.Sighting;
import org.nxsight.analysis.findings.Watchlists;
import org.nxsight.wire.dns.NameText;

/**
 * Names that leak: one finding for each domain of the user's own, each domain that anybody could
 * register, and each private top-level domain, below which software or a network looks in public.
 *
 * <p>A domain of others that is registered is its owner's business; it is not told.
 */
public final class NameLeaks implements Operator {
  /** Domains that are kept: 4,096 of some 600 octets with examples are 2.5 MB. */
  static final int SLOTS = 1 << 12;

  /** Fewer questions are somebody's slip. */
  static final int LEAST_COUNT = 20;

  /** Of a domain of the user's own. */
  static final int LEAST_OWN_COUNT = 3;

  /** Software asks again; a burst of one moment is no leak. */
  static final long LEAST_NANOS = 60_000_000_000L;

  private static final int EXAMPLES = 5;
  private static final int DISTINCT_BITS = 6;
  private static final Leak[] LEAKS = Leak.values();

  private final Watchlists watchlists;
  private final KeyTable table = new KeyTable(SLOTS);
  private final BitSet touched = new BitSet();
  private final byte[][] subjects = new byte[SLOTS][];
  private final ExampleNames[] examples = new ExampleNames[SLOTS];
  private final long[] firstNanos = new long[SLOTS];
  private final long[] lastNanos = new long[SLOTS];
  private final long[] counts = new long[SLOTS * LEAKS.length];
  private final boolean[] takeable = new boolean[SLOTS];
  private final boolean[] own = new boolean[SLOTS];
  private final DistinctCounts resolvers = new DistinctCounts(SLOTS, DISTINCT_BITS);
  private final DistinctCounts names = new DistinctCounts(SLOTS, DISTINCT_BITS);

  /**
   * @param watchlists tell the domains of the user's own
   */
  public NameLeaks(Watchlists watchlists) {
    this.watchlists = watchlists;
  }

  @Override
  public String name() {
    return "leaks/1";
  }

  @Override
  public boolean wants(Cause cause) {
    return Leak.of(cause) != null;
  }

  @Override
  public long keyOf(Observation observation) {
    int subject = subjectOf(observation);
    return subject < 0 ? NO_KEY : observation.hashFrom(subject);
  }

  /** Where the subject starts in the qname; -1 when the record is of no use. */
  private int subjectOf(Observation observation) {
    Cause cause = observation.cause();
    Leak leak = cause == null ? null : Leak.of(cause);
    if (leak == null) {
      return -1;
    }
    int ours = watchlists.own().find(observation.names(), 0, observation.qnameOctets());
    if (ours >= 0) {
      return ours;
    }
    Cut cut = observation.cut();
    if (leak == Leak.PRIVATE_TLD) {
      return lastLabel(observation.names());
    }
    return cut.scope() == Scope.UNREGISTERED_DOMAIN ? cut.registrableOffset() : -1;
  }

  private static int lastLabel(byte[] name) {
    int last = -1;
    for (int at = 0; name[at] != 0; at += 1 + name[at]) {
      last = at;
    }
    return last;
  }

  @Override
  public void onRecord(Observation observation) {
    int subject = subjectOf(observation);
    Cause cause = observation.cause();
    Leak leak = cause == null ? null : Leak.of(cause);
    if (subject < 0 || leak == null) {
      return;
    }
    long now = observation.epochNanos();
    int slot = table.claim(observation.hashFrom(subject), now);
    if (table.isFresh()) {
      begin(slot, observation, subject);
    }
    firstNanos[slot] = Math.min(firstNanos[slot], now);
    lastNanos[slot] = Math.max(lastNanos[slot], now);
    counts[slot * LEAKS.length + leak.ordinal()]++;
    resolvers.add(slot, observation.resolver());
    if (names.add(slot, observation.qnameHash())) {
      examples[slot].add(
          observation.qnameHash(), observation.names(), 0, observation.qnameOctets());
    }
    touched.set(slot);
  }

  private void begin(int slot, Observation observation, int subject) {
    byte[] octets = observation.names();
    subjects[slot] = Arrays.copyOfRange(octets, subject, observation.qnameOctets());
    own[slot] = watchlists.own().find(octets, subject, observation.qnameOctets() - subject) >= 0;
    takeable[slot] = observation.cut().scope() == Scope.UNREGISTERED_DOMAIN;
    clear(slot, observation.epochNanos());
  }

  private void clear(int slot, long nanos) {
    firstNanos[slot] = nanos;
    lastNanos[slot] = nanos;
    Arrays.fill(counts, slot * LEAKS.length, (slot + 1) * LEAKS.length, 0);
    resolvers.clear(slot);
    names.clear(slot);
    examples[slot] = new ExampleNames(EXAMPLES);
  }

  @Override
  public void onTime(long epochNanos, Reports reports) {
    for (int slot = touched.nextSetBit(0); slot >= 0; slot = touched.nextSetBit(slot + 1)) {
      Sighting sighting = sighting(slot);
      if (sighting != null) {
        reports.onSighting(sighting);
      }
    }
    touched.clear();
  }

  private @Nullable Sighting sighting(int slot) {
    long total = 0;
    Leak worst = Leak.PRIVATE_TLD;
    Severity severity = Severity.INFO;
    Evidence evidence = new Evidence();
    for (Leak leak : LEAKS) {
      long count = counts[slot * LEAKS.length + leak.ordinal()];
      if (count > 0) {
        evidence.add(leak.name().toLowerCase(Locale.ROOT), count);
        Severity own = leak.severity(this.own[slot], takeable[slot]);
        if (total == 0 || own.compareTo(severity) > 0) {
          severity = own;
          worst = leak;
        }
        total += count;
      }
    }
    long asking = resolvers.count(slot);
    boolean enough = total >= (own[slot] ? LEAST_OWN_COUNT : LEAST_COUNT);
    if (!enough || lastNanos[slot] - firstNanos[slot] < LEAST_NANOS) {
      return null;
    }
    evidence.add("names", names.count(slot)).add("examples", examples[slot].texts(EXAMPLES));
    String subject = text(subjects[slot]);
    return new Sighting(
        FindingKind.NAME_LEAK,
        subject,
        severity,
        own[slot] ? 0.95f : 0.85f,
        firstNanos[slot],
        lastNanos[slot],
        total,
        asking,
        evidence.json(),
        sentence(slot, subject, worst, total, asking));
  }

  private String sentence(int slot, String subject, Leak worst, long total, long asking) {
    String what =
        total
            + " questions of "
            + (asking == 1 ? "1 resolver" : asking + " resolvers")
            + " for missing names at or below "
            + subject
            + ": "
            + worst.sentence()
            + ". ";
    if (own[slot]) {
      return what + "It is yours: let your own servers answer these names, or stop who asks.";
    }
    if (takeable[slot]) {
      return what
          + "Nobody has registered it: who does can answer in the place of what is looked for."
          + " Find who asks, and register or block it.";
    }
    return what + "Find the network by its resolver, and answer these names inside of it.";
  }

  private static String text(byte[] name) {
    StringBuilder text = new StringBuilder();
    NameText.append(text, name, 0, name.length);
    return text.toString();
  }

  @Override
  public void snapshot(DataOutput out) throws IOException {
    out.writeInt(table.size());
    for (int slot = table.next(0); slot >= 0; slot = table.next(slot + 1)) {
      out.writeLong(table.key(slot));
      out.writeByte(subjects[slot].length);
      out.write(subjects[slot]);
      out.writeBoolean(own[slot]);
      out.writeBoolean(takeable[slot]);
      out.writeLong(firstNanos[slot]);
      out.writeLong(lastNanos[slot]);
      for (int i = 0; i < LEAKS.length; i++) {
        out.writeLong(counts[slot * LEAKS.length + i]);
      }
      resolvers.snapshot(slot, out);
      names.snapshot(slot, out);
      examples[slot].snapshot(out);
      out.writeBoolean(touched.get(slot));
    }
  }

  @Override
  public void merge(DataInput in) throws IOException {
    for (int left = in.readInt(); left > 0; left--) {
      long key = in.readLong();
      byte[] subject = new byte[in.readUnsignedByte()];
      in.readFully(subject);
      boolean ours = in.readBoolean();
      boolean free = in.readBoolean();
      long first = in.readLong();
      long last = in.readLong();
      int slot = table.claim(key, last);
      if (table.isFresh()) {
        subjects[slot] = subject;
        clear(slot, last);
        own[slot] = ours;
        takeable[slot] = free;
      }
      firstNanos[slot] = Math.min(firstNanos[slot], first);
      lastNanos[slot] = Math.max(lastNanos[slot], last);
      for (int i = 0; i < LEAKS.length; i++) {
        counts[slot * LEAKS.length + i] += in.readLong();
      }
      resolvers.merge(slot, in);
      names.merge(slot, in);
      examples[slot].merge(in);
      if (in.readBoolean()) {
        touched.set(slot);
      }
    }
  }
}
