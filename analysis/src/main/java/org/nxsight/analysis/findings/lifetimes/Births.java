package org.nxsight.analysis.findings.lifetimes;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.nxsight.analysis.causes.Cause;
import org.nxsight.analysis.counting.DistinctCounts;
import org.nxsight.analysis.counting.Rows;
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
import org.nxsight.analysis.findings.TimeWords;
import org.nxsight.analysis.findings.Tuning;
import org.nxsight.wire.Bytes;
import org.nxsight.wire.dns.NameText;

/**
 * Finds names that were asked for in vain for long and then are answered. When the whole domain had
 * been unregistered, somebody has registered what software was looking for: the most urgent of all.
 *
 * <p>Questions to DNS lists are left out: an item that becomes listed is no birth. So is a name
 * that comes and goes.
 */
public final class Births implements Operator {
  /** Missing names that are remembered, the least recently asked give way; 8 MB. */
  static final int SLOTS = 1 << 16;

  /** From when on a name is kept as text: most are asked for once. */
  private static final int NAMED_FROM = 3;

  private static final byte[] NO_NAME = {};
  private static final int DISTINCT_BITS = 4;
  private static final int NXDOMAIN = 3;
  private static final int RESPONSE_ANSWERS = 6;

  private final DistinctCounts resolvers = new DistinctCounts(SLOTS, DISTINCT_BITS);
  private final Rows<Missing> missing = new Rows<>(SLOTS, Missing::new);

  private final class Missing implements Rows.Row {
    private final int slot;
    private byte[] name = NO_NAME;
    private long firstNanos;
    private long lastNanos;
    private int asked;
    private long bornNanos;
    private boolean isUnregistered;

    /** Whether its birth is still to be told. */
    private boolean isBorn;

    Missing(int slot) {
      this.slot = slot;
    }

    @Override
    public void clear() {
      name = NO_NAME;
      firstNanos = Long.MAX_VALUE;
      lastNanos = Long.MIN_VALUE;
      asked = 0;
      bornNanos = 0;
      isUnregistered = false;
      isBorn = false;
      resolvers.clear(slot);
    }

    @Override
    public void snapshot(DataOutput out) throws IOException {
      out.writeByte(name.length);
      out.write(name);
      out.writeLong(firstNanos);
      out.writeLong(lastNanos);
      out.writeInt(asked);
      out.writeLong(bornNanos);
      out.writeBoolean(isUnregistered);
      out.writeBoolean(isBorn);
      resolvers.snapshot(slot, out);
    }

    @Override
    public void merge(DataInput in) throws IOException {
      byte[] other = new byte[in.readUnsignedByte()];
      in.readFully(other);
      name = other.length > 0 ? other : name;
      firstNanos = Math.min(firstNanos, in.readLong());
      lastNanos = Math.max(lastNanos, in.readLong());
      asked += in.readInt();
      bornNanos = Math.max(bornNanos, in.readLong());
      isUnregistered |= in.readBoolean();
      isBorn |= in.readBoolean();
      resolvers.merge(slot, in);
    }
  }

  private final int leastAsked;
  private final int leastResolvers;
  private final long leastNanos;

  /**
   * @param tuning tells from when on a name is one that software asked for long
   */
  public Births(Tuning tuning) {
    leastAsked = tuning.count(Setting.BIRTH_QUESTIONS);
    leastResolvers = tuning.count(Setting.BIRTH_RESOLVERS);
    leastNanos = tuning.nanos(Setting.BIRTH_MINUTES);
  }

  @Override
  public String name() {
    return "births/2";
  }

  @Override
  public Reach reach() {
    return Reach.DOMAIN;
  }

  @Override
  public boolean wantsAnswers() {
    return true;
  }

  @Override
  public long keyOf(Observation observation) {
    return isMissing(observation) || isAnswered(observation) ? observation.qnameHash() : NO_KEY;
  }

  private static boolean isMissing(Observation observation) {
    Cause cause = observation.cause();
    return cause != null
        && observation.rcode() == NXDOMAIN
        && switch (cause) {
          case DNSBL_NOT_LISTED, DNSBL_HASH, DNSBL_DEAD_LIST -> false;
          case NON_DNS_STRING, QMIN_ARTEFACT, DNS_PROBE, CHROMIUM_PROBE -> false;
          case RANDOM_SUBDOMAIN_FLOOD, DISPOSABLE_OR_TUNNEL, AAAA_ONLY_NX, CASE_INTOLERANT -> false;
          case DEFUNCT_SERVICE -> false; // it was there before: the end of an outage is no birth
          default -> true;
        };
  }

  private static boolean isAnswered(Observation observation) {
    return !observation.isFailure()
        && Bytes.u16(
                observation.exchange().bytes(),
                observation.exchange().messageOffset() + RESPONSE_ANSWERS)
            > 0;
  }

  @Override
  public void onRecord(Observation observation) {
    if (isMissing(observation)) {
      onMissing(observation);
    } else if (isAnswered(observation)) {
      Missing known = missing.find(observation.qnameHash());
      if (known != null && known.bornNanos == 0) {
        onAnswered(known, observation.epochNanos());
      }
    }
  }

  private void onMissing(Observation observation) {
    long now = observation.epochNanos();
    Missing row = missing.claim(observation.qnameHash(), now);
    if (row.bornNanos != 0) {
      return; // it comes and goes
    }
    row.asked++;
    row.firstNanos = Math.min(row.firstNanos, now);
    row.lastNanos = Math.max(row.lastNanos, now);
    resolvers.add(row.slot, observation.resolver());
    if (row.asked >= NAMED_FROM && row.name.length == 0) {
      row.name = Arrays.copyOf(observation.names(), observation.qnameOctets());
    }
    row.isUnregistered |= observation.cut().scope() == Scope.UNREGISTERED_DOMAIN;
  }

  private void onAnswered(Missing row, long now) {
    row.bornNanos = now;
    row.isBorn =
        row.asked >= leastAsked
            && row.lastNanos - row.firstNanos >= leastNanos
            && resolvers.count(row.slot) >= leastResolvers;
    if (row.isBorn) {
      missing.touch(row.slot);
    }
  }

  @Override
  public void onTime(long epochNanos, Reports reports) {
    missing.eachTouched(row -> {
      if (row.isBorn && row.name.length > 0) {
        reports.onSighting(sighting(row, NameText.of(row.name)));
      }
      row.isBorn = false;
    });
  }

  private Sighting sighting(Missing row, String name) {
    long asking = resolvers.count(row.slot);
    boolean free = row.isUnregistered;
    String sentence =
        name
            + " was asked for in vain "
            + TimeWords.count(row.asked, "time")
            + " by "
            + TimeWords.count(asking, "resolver")
            + " since "
            + TimeWords.at(row.firstNanos / 1_000_000_000L)
            + " and is answered now. "
            + (free
                ? "Its domain was registered by nobody: somebody has taken what software was"
                    + " looking for. Find who asks, and block it until it is known whose it is."
                : "Make sure that its zone's owner meant this.");
    return new Sighting(
        FindingKind.BIRTH,
        name,
        free ? Severity.CRITICAL : Severity.MEDIUM,
        0.9f,
        row.firstNanos,
        row.bornNanos,
        row.asked,
        asking,
        new Evidence()
            .add("missing_since", TimeWords.at(row.firstNanos / 1_000_000_000L))
            .add("answered_since", TimeWords.at(row.bornNanos / 1_000_000_000L))
            .add("asked_in_vain", row.asked)
            .add("was_unregistered", String.valueOf(free))
            .json(),
        sentence);
  }

  @Override
  public void snapshot(DataOutput out) throws IOException {
    missing.snapshot(out);
  }

  @Override
  public void merge(DataInput in) throws IOException {
    missing.merge(in);
  }
}
