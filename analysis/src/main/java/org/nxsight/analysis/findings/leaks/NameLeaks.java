package org.nxsight.analysis.findings.leaks;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.nxsight.analysis.causes.Cause;
import org.nxsight.analysis.counting.DistinctCounts;
import org.nxsight.analysis.counting.ExampleNames;
import org.nxsight.analysis.counting.Rows;
import org.nxsight.analysis.cut.Cut;
import org.nxsight.analysis.cut.Scope;
import org.nxsight.analysis.findings.Evidence;
import org.nxsight.analysis.findings.FindingKind;
import org.nxsight.analysis.findings.Observation;
import org.nxsight.analysis.findings.Operator;
import org.nxsight.analysis.findings.Reach;
import org.nxsight.analysis.findings.Reports;
import org.nxsight.analysis.findings.Setting;
import org.nxsight.analysis.findings.Severity;
import org.nxsight.analysis.findings.Sighting;
import org.nxsight.analysis.findings.Tuning;
import org.nxsight.analysis.findings.Watchlists;
import org.nxsight.wire.dns.NameText;

/**
 * Names that leak: one finding for each domain of the user's own, each domain that anybody could
 * register, and each private top-level domain, below which software or a network looks in public.
 *
 * <p>A domain of others that is registered is its owner's business; it is not told. Nor is a
 * private top-level domain that everybody's resolvers ask for: whose network it is, nobody could
 * find out.
 */
public final class NameLeaks implements Operator {
  /** Domains that are kept: 4,096 of some 600 octets with examples are 2.5 MB. */
  static final int SLOTS = 1 << 12;

  /** Behind more resolvers than these is not one network. */
  private static final int MOST_RESOLVERS_OF_PRIVATE = 3;

  private static final int EXAMPLES = 5;
  private static final int DISTINCT_BITS = 6;
  private static final Leak[] LEAKS = Leak.values();

  private final Watchlists watchlists;

  /** Fewer questions are somebody's slip. */
  private final int leastCount;

  /** Of a domain of the user's own. */
  private final int leastOwnCount;

  /** Software asks again; a burst of one moment is no leak. */
  private final long leastNanos;

  private final DistinctCounts resolvers = new DistinctCounts(SLOTS, DISTINCT_BITS);
  private final DistinctCounts names = new DistinctCounts(SLOTS, DISTINCT_BITS);
  private final Rows<Leaking> domains = new Rows<>(SLOTS, Leaking::new);

  private final class Leaking implements Rows.Row {
    private final int slot;
    private final long[] counts = new long[LEAKS.length];
    private ExampleNames examples = new ExampleNames(EXAMPLES);
    private byte[] subject = {};
    private long firstNanos;
    private long lastNanos;
    private boolean takeable;
    private boolean own;

    Leaking(int slot) {
      this.slot = slot;
    }

    @Override
    public void clear() {
      Arrays.fill(counts, 0);
      examples = new ExampleNames(EXAMPLES);
      firstNanos = Long.MAX_VALUE;
      lastNanos = Long.MIN_VALUE;
      takeable = false;
      own = false;
      resolvers.clear(slot);
      names.clear(slot);
    }

    @Override
    public void snapshot(DataOutput out) throws IOException {
      out.writeByte(subject.length);
      out.write(subject);
      out.writeBoolean(own);
      out.writeBoolean(takeable);
      out.writeLong(firstNanos);
      out.writeLong(lastNanos);
      for (long count : counts) {
        out.writeLong(count);
      }
      resolvers.snapshot(slot, out);
      names.snapshot(slot, out);
      examples.snapshot(out);
    }

    @Override
    public void merge(DataInput in) throws IOException {
      subject = new byte[in.readUnsignedByte()];
      in.readFully(subject);
      own |= in.readBoolean();
      takeable |= in.readBoolean();
      firstNanos = Math.min(firstNanos, in.readLong());
      lastNanos = Math.max(lastNanos, in.readLong());
      for (int i = 0; i < counts.length; i++) {
        counts[i] += in.readLong();
      }
      resolvers.merge(slot, in);
      names.merge(slot, in);
      examples.merge(in);
    }
  }

  /**
   * @param watchlists tell the domains of the user's own
   * @param tuning tells how much is no leak
   */
  public NameLeaks(Watchlists watchlists, Tuning tuning) {
    this.watchlists = watchlists;
    leastCount = tuning.count(Setting.NAME_LEAK_QUESTIONS);
    leastOwnCount = tuning.count(Setting.NAME_LEAK_OWN_QUESTIONS);
    leastNanos = tuning.nanos(Setting.NAME_LEAK_MINUTES);
  }

  @Override
  public String name() {
    return "leaks/2";
  }

  @Override
  public Reach reach() {
    return Reach.DOMAIN;
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
    Leaking domain = domains.claim(observation.hashFrom(subject), now);
    if (domains.isFresh()) {
      begin(domain, observation, subject);
    }
    domain.firstNanos = Math.min(domain.firstNanos, now);
    domain.lastNanos = Math.max(domain.lastNanos, now);
    domain.counts[leak.ordinal()]++;
    resolvers.add(domain.slot, observation.resolver());
    if (names.add(domain.slot, observation.qnameHash())) {
      domain.examples.add(
          observation.qnameHash(), observation.names(), 0, observation.qnameOctets());
    }
  }

  private void begin(Leaking domain, Observation observation, int subject) {
    byte[] octets = observation.names();
    domain.subject = Arrays.copyOfRange(octets, subject, observation.qnameOctets());
    domain.own = watchlists.own().find(octets, subject, observation.qnameOctets() - subject) >= 0;
    domain.takeable = observation.cut().scope() == Scope.UNREGISTERED_DOMAIN;
  }

  @Override
  public void onTime(long epochNanos, Reports reports) {
    domains.eachTouched(domain -> {
      Sighting sighting = sighting(domain);
      if (sighting != null) {
        reports.onSighting(sighting);
      }
    });
  }

  private @Nullable Sighting sighting(Leaking domain) {
    long total = 0;
    Leak worst = Leak.PRIVATE_TLD;
    Severity severity = Severity.INFO;
    Evidence evidence = new Evidence();
    for (Leak leak : LEAKS) {
      long count = domain.counts[leak.ordinal()];
      if (count > 0) {
        evidence.add(leak.name().toLowerCase(Locale.ROOT), count);
        Severity own = leak.severity(domain.own, domain.takeable);
        if (total == 0 || own.compareTo(severity) > 0) {
          severity = own;
          worst = leak;
        }
        total += count;
      }
    }
    long asking = resolvers.count(domain.slot);
    boolean enough = total >= (domain.own ? leastOwnCount : leastCount);
    boolean everybodys = !domain.own && !domain.takeable && asking > MOST_RESOLVERS_OF_PRIVATE;
    if (!enough || everybodys || domain.lastNanos - domain.firstNanos < leastNanos) {
      return null;
    }
    evidence
        .add("names", names.count(domain.slot))
        .add("examples", domain.examples.texts(EXAMPLES));
    String subject = NameText.of(domain.subject);
    return new Sighting(
        FindingKind.NAME_LEAK,
        subject,
        severity,
        domain.own ? 0.95f : 0.85f,
        domain.firstNanos,
        domain.lastNanos,
        total,
        asking,
        evidence.json(),
        sentence(domain, subject, worst, total, asking));
  }

  private static String sentence(
      Leaking domain, String subject, Leak worst, long total, long asking) {
    String what =
        total
            + " questions of "
            + (asking == 1 ? "1 resolver" : asking + " resolvers")
            + " for missing names at or below "
            + subject
            + ": "
            + worst.sentence()
            + ". ";
    if (domain.own) {
      return what + "It is yours: let your own servers answer these names, or stop who asks.";
    }
    if (domain.takeable) {
      return what
          + "Nobody has registered it: who does can answer in the place of what is looked for."
          + " Find who asks, and register or block it.";
    }
    return what + "Find the network by its resolver, and answer these names inside of it.";
  }

  @Override
  public void snapshot(DataOutput out) throws IOException {
    domains.snapshot(out);
  }

  @Override
  public void merge(DataInput in) throws IOException {
    domains.merge(in);
  }
}
