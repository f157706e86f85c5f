package org.nxsight.analysis.findings.lifetimes;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import org.nxsight.analysis.causes.Cause;
import org.nxsight.analysis.counting.DistinctCounts;
import org.nxsight.analysis.counting.KeyTable;
import org.nxsight.analysis.counting.TimeText;
import org.nxsight.analysis.cut.Scope;
import org.nxsight.analysis.findings.Evidence;
import org.nxsight.analysis.findings.FindingKind;
import org.nxsight.analysis.findings.Observation;
import org.nxsight.analysis.findings.Operator;
import org.nxsight.analysis.findings.Reports;
import org.nxsight.analysis.findings.Severity;
import org.nxsight.analysis.findings.Sighting;
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
  /** Missing names that are remembered, the least recently asked give way; 6 MB. */
  static final int SLOTS = 1 << 16;

  static final int LEAST_ASKED = 20;
  static final int LEAST_RESOLVERS = 2;
  static final long LEAST_NANOS = 3_600_000_000_000L;

  /** From when on a name is kept as text: most are asked for once. */
  private static final int NAMED_FROM = 3;

  private static final byte[] NO_NAME = {};
  private static final int DISTINCT_BITS = 4;
  private static final int NXDOMAIN = 3;
  private static final int RESPONSE_ANSWERS = 6;

  private final KeyTable table = new KeyTable(SLOTS);
  private final byte[][] names = new byte[SLOTS][];
  private final long[] firstNanos = new long[SLOTS];
  private final long[] lastNanos = new long[SLOTS];
  private final int[] asked = new int[SLOTS];
  private final long[] bornNanos = new long[SLOTS];
  private final boolean[] unregistered = new boolean[SLOTS];
  private final DistinctCounts resolvers = new DistinctCounts(SLOTS, DISTINCT_BITS);
  private final BitSet born = new BitSet();

  @Override
  public String name() {
    return "births/1";
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
      int slot = table.find(observation.qnameHash());
      if (slot >= 0 && bornNanos[slot] == 0) {
        onAnswered(slot, observation.epochNanos());
      }
    }
  }

  private void onMissing(Observation observation) {
    long now = observation.epochNanos();
    int slot = table.claim(observation.qnameHash(), now);
    if (table.isFresh()) {
      clear(slot, now);
    }
    if (bornNanos[slot] != 0) {
      return; // it comes and goes
    }
    asked[slot]++;
    lastNanos[slot] = Math.max(lastNanos[slot], now);
    resolvers.add(slot, observation.resolver());
    if (asked[slot] >= NAMED_FROM && names[slot].length == 0) {
      names[slot] = Arrays.copyOf(observation.names(), observation.qnameOctets());
    }
    unregistered[slot] |= observation.cut().scope() == Scope.UNREGISTERED_DOMAIN;
  }

  private void clear(int slot, long now) {
    names[slot] = NO_NAME;
    firstNanos[slot] = now;
    lastNanos[slot] = now;
    asked[slot] = 0;
    bornNanos[slot] = 0;
    unregistered[slot] = false;
    resolvers.clear(slot);
    born.clear(slot);
  }

  private void onAnswered(int slot, long now) {
    boolean matters =
        asked[slot] >= LEAST_ASKED
            && lastNanos[slot] - firstNanos[slot] >= LEAST_NANOS
            && resolvers.count(slot) >= LEAST_RESOLVERS;
    bornNanos[slot] = now;
    if (matters) {
      born.set(slot);
    }
  }

  @Override
  public void onTime(long epochNanos, Reports reports) {
    for (int slot = born.nextSetBit(0); slot >= 0; slot = born.nextSetBit(slot + 1)) {
      byte[] name = names[slot];
      if (name.length > 0) {
        reports.onSighting(sighting(slot, text(name)));
      }
    }
    born.clear();
  }

  private Sighting sighting(int slot, String name) {
    long asking = resolvers.count(slot);
    boolean free = unregistered[slot];
    String sentence =
        name
            + " was asked for in vain "
            + TimeText.count(asked[slot], "time")
            + " by "
            + TimeText.count(asking, "resolver")
            + " since "
            + TimeText.at(firstNanos[slot] / 1_000_000_000L)
            + " and is answered now. "
            + (free
                ? "Its domain was registered by nobody: somebody has taken what software was looking"
                    + " for. Find who asks, and block it until it is known whose it is."
                : "Make sure that its zone's owner meant this.");
    return new Sighting(
        FindingKind.BIRTH,
        name,
        free ? Severity.CRITICAL : Severity.MEDIUM,
        0.9f,
        firstNanos[slot],
        bornNanos[slot],
        asked[slot],
        asking,
        new Evidence()
            .add("missing_since", TimeText.at(firstNanos[slot] / 1_000_000_000L))
            .add("answered_since", TimeText.at(bornNanos[slot] / 1_000_000_000L))
            .add("asked_in_vain", asked[slot])
            .add("was_unregistered", String.valueOf(free))
            .json(),
        sentence);
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
      byte[] name = names[slot];
      out.writeLong(table.key(slot));
      out.writeByte(name.length);
      out.write(name);
      out.writeLong(firstNanos[slot]);
      out.writeLong(lastNanos[slot]);
      out.writeInt(asked[slot]);
      out.writeLong(bornNanos[slot]);
      out.writeBoolean(unregistered[slot]);
      out.writeBoolean(born.get(slot));
      resolvers.snapshot(slot, out);
    }
  }

  @Override
  public void merge(DataInput in) throws IOException {
    for (int left = in.readInt(); left > 0; left--) {
      long key = in.readLong();
      byte[] name = new byte[in.readUnsignedByte()];
      in.readFully(name);
      long first = in.readLong();
      long last = in.readLong();
      int slot = table.claim(key, last);
      if (table.isFresh()) {
        clear(slot, first);
      }
      if (name.length > 0) {
        names[slot] = name;
      }
      firstNanos[slot] = Math.min(firstNanos[slot], first);
      lastNanos[slot] = Math.max(lastNanos[slot], last);
      asked[slot] += in.readInt();
      bornNanos[slot] = Math.max(bornNanos[slot], in.readLong());
      unregistered[slot] |= in.readBoolean();
      if (in.readBoolean()) {
        born.set(slot);
      }
      resolvers.merge(slot, in);
    }
  }
}
