package org.nxsight.analysis.findings.lists;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsight.analysis.counting.Rows;
import org.nxsight.analysis.dnsbl.ItemKind;
import org.nxsight.analysis.findings.Evidence;
import org.nxsight.analysis.findings.FindingKind;
import org.nxsight.analysis.findings.Observation;
import org.nxsight.analysis.findings.Operator;
import org.nxsight.analysis.findings.Reports;
import org.nxsight.analysis.findings.Setting;
import org.nxsight.analysis.findings.Severity;
import org.nxsight.analysis.findings.Sighting;
import org.nxsight.analysis.findings.Tuning;
import org.nxsight.exchange.ExchangeView;
import org.nxsight.wire.Mixing;

/**
 * Somebody who was looked up at many lists within ten seconds by one resolver that usually asks
 * few: a bot or a sender that wants to know whether it is listed, or a tool that does so for it.
 * Kept by resolver; what it looks up at the moment takes 16,384 rows of some 400 octets, and what
 * is usual 4,096 of 300: 8 MB in all.
 *
 * <p>Mail servers ask 3 to 12 lists about everybody. What is unusual for a resolver is told from 9
 * lists on; of one that hardly ever asks, nobody knows what is usual, and it takes 13; no mail
 * server asks 30.
 */
public final class SelfChecks implements Operator {
  static final int RESOLVERS = 1 << 12;
  static final int BURSTS = 1 << 14;

  /** So many items tell what is usual for a resolver. */
  static final int LEAST_HABIT = 20;

  /** Of so many items one may be looked up at half as many lists, and it is unusual still. */
  static final int SELDOM = 50;

  /** How long one waits for what is usual to show. */
  static final long WAIT_NANOS = 900_000_000_000L;

  private static final int LISTS_TOLD = 12;

  private final ListLook look = new ListLook();
  private final Rows<Habit> habits = new Rows<>(RESOLVERS, _ -> new Habit());
  private final Rows<Burst> bursts = new Rows<>(BURSTS, Burst::new);

  private final int leastLists;
  private final int leastOfUnknown;
  private final int manyLists;

  /**
   * @param tuning tells from how many lists on it is told
   */
  public SelfChecks(Tuning tuning) {
    leastLists = tuning.count(Setting.SELF_CHECK_LISTS);
    leastOfUnknown = tuning.count(Setting.SELF_CHECK_UNKNOWN_LISTS);
    manyLists = tuning.count(Setting.SELF_CHECK_MANY_LISTS);
  }

  @Override
  public String name() {
    return "self-checks/1";
  }

  @Override
  public boolean wantsAnswers() {
    return true;
  }

  @Override
  public long keyOf(Observation observation) {
    return ListLook.mayAsk(observation)
            && look.set(observation)
            && look.isAboutItem()
            && look.query().kind() != ItemKind.HASH
            && !isHidden(observation.exchange())
        ? observation.resolver()
        : NO_KEY;
  }

  /** Whether all resolvers were published as zeros, so that nobody knows which one asked. */
  private static boolean isHidden(ExchangeView exchange) {
    int from = exchange.resolverAddressOffset();
    for (int i = from; i < from + exchange.addressOctets(); i++) {
      if (exchange.bytes()[i] != 0) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void onRecord(Observation observation) {
    long key = keyOf(observation);
    if (key == NO_KEY) {
      return;
    }
    long now = observation.epochNanos();
    long both = Mixing.mix(key ^ Mixing.A, look.itemKey(observation) ^ Mixing.B);
    Burst burst = bursts.claim(both == NO_KEY ? 1 : both, now);
    if (burst.waits) {
      return; // the same again
    }
    if (burst.startNanos != 0 && burst.isOver(now)) {
      end(burst, now);
      if (burst.waits) {
        return;
      }
    }
    if (burst.startNanos == 0) {
      burst.startNanos = now;
      burst.resolver = key;
    }
    burst.lists.add(observation, look);
    Said said = look.said(observation);
    burst.counts.add(said, now);
    burst.accused |= said == Said.LISTED && ListLook.isAccusing(look.zone());
    if (burst.subject.isEmpty() && burst.lists.size() >= leastLists) {
      burst.subject = look.item();
    }
  }

  /** Counts what is over; what is large enough is kept, and waits. */
  private void end(Burst burst, long now) {
    habits.claim(burst.resolver, now).add(burst.lists.size());
    if (burst.lists.size() >= leastLists) {
      burst.waits = true;
    } else {
      burst.clear();
    }
  }

  @Override
  public void onTime(long epochNanos, Reports reports) {
    List<Burst> used = new ArrayList<>();
    bursts.eachTouched(used::add);
    for (Burst burst : used) {
      if (!burst.waits && burst.startNanos != 0 && burst.isOver(epochNanos)) {
        end(burst, epochNanos);
      }
    }
    for (Burst burst : used) {
      boolean stays = burst.startNanos != 0;
      if (burst.waits && isDecided(burst, epochNanos)) {
        if (isUnusual(burst, epochNanos)) {
          reports.onSighting(sighting(burst));
        }
        burst.clear();
        stays = false;
      }
      if (stays) {
        bursts.touch(burst.slot);
      }
    }
  }

  private @Nullable Habit habit(Burst burst, long epochNanos) {
    return habits.use(burst.resolver, epochNanos);
  }

  private boolean isDecided(Burst burst, long epochNanos) {
    Habit habit = habit(burst, epochNanos);
    return burst.lists.size() >= manyLists
        || (habit != null && habit.all() > LEAST_HABIT)
        || epochNanos - burst.startNanos >= WAIT_NANOS;
  }

  private boolean isUnusual(Burst burst, long epochNanos) {
    int lists = burst.lists.size();
    Habit habit = habit(burst, epochNanos);
    int others = habit == null ? 0 : habit.all() - 1;
    int large = habit == null ? 0 : habit.atLeast(lists / 2) - 1;
    boolean seldom = large * SELDOM <= others;
    return lists >= manyLists
        || (seldom && lists >= (others < LEAST_HABIT ? leastOfUnknown : leastLists));
  }

  private Sighting sighting(Burst burst) {
    int lists = burst.lists.size();
    long seconds = (burst.counts.lastNanos() - burst.counts.firstNanos()) / 1_000_000_000L;
    Evidence evidence =
        burst
            .counts
            .tell(new Evidence().add("lists", lists).add("seconds", seconds))
            .add("examples", burst.lists.names(LISTS_TOLD));
    String sentence =
        burst.subject
            + " was looked up at "
            + (lists == Burst.LISTS ? lists + " DNS lists or more" : lists + " DNS lists")
            + " within ten seconds by one resolver that does not do so as a rule: it, or somebody for"
            + " it, wants to know whether it is listed, as bots and senders of bulk mail do. "
            + (burst.accused
                ? "It is. Look at what it sends."
                : "No list that accuses has it. When it is yours and you did not ask, see who did.");
    return new Sighting(
        FindingKind.SELF_CHECK,
        burst.subject,
        burst.accused ? Severity.LOW : Severity.INFO,
        lists >= leastOfUnknown ? 0.8f : 0.6f,
        burst.counts.firstNanos(),
        burst.counts.lastNanos(),
        burst.counts.all(),
        1,
        evidence.json(),
        sentence);
  }

  @Override
  public void snapshot(DataOutput out) throws IOException {
    habits.snapshot(out);
    bursts.snapshot(out);
  }

  @Override
  public void merge(DataInput in) throws IOException {
    habits.merge(in);
    bursts.merge(in);
  }
}
