package org.nxsight.analysis.findings.lists;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.nxsight.analysis.causes.Cause;
import org.nxsight.analysis.causes.Sign;
import org.nxsight.analysis.counting.DistinctCounts;
import org.nxsight.analysis.counting.Rows;
import org.nxsight.analysis.dnsbl.LearnedLists;
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
import org.nxsight.wire.dns.NameText;

/**
 * Zones that are used as DNS lists and that nobody told us of. What a list is has been learned
 * where the causes are told ({@link LearnedLists}); here is counted what is asked of it from then
 * on. Kept by zone; a row takes some 400 octets: 0.4 MB in all.
 */
public final class ListsLearned implements Operator {
  static final int LISTS = 1 << 10;

  private static final int ADDRESS_LABELS = 4;
  private static final int BITS = 6;

  private final ListLook look = new ListLook();
  private final DistinctCounts items = new DistinctCounts(LISTS, BITS);
  private final DistinctCounts resolvers = new DistinctCounts(LISTS, BITS);
  private final Rows<Learned> lists = new Rows<>(LISTS, Learned::new);
  private final int leastQuestions;
  private final int leastItems;

  private final class Learned implements Rows.Row {
    private final int slot;
    private final Counts counts = new Counts();
    private String zone = "";

    Learned(int slot) {
      this.slot = slot;
    }

    @Override
    public void clear() {
      counts.clear();
      items.clear(slot);
      resolvers.clear(slot);
      zone = "";
    }

    @Override
    public void snapshot(DataOutput out) throws IOException {
      counts.snapshot(out);
      items.snapshot(slot, out);
      resolvers.snapshot(slot, out);
      out.writeUTF(zone);
    }

    @Override
    public void merge(DataInput in) throws IOException {
      counts.merge(in);
      items.merge(slot, in);
      resolvers.merge(slot, in);
      zone = in.readUTF();
    }
  }

  /**
   * @param tuning tells how much must be asked after it was learned
   */
  public ListsLearned(Tuning tuning) {
    leastQuestions = tuning.count(Setting.LIST_LEARNED_QUESTIONS);
    leastItems = tuning.count(Setting.LIST_LEARNED_ITEMS);
  }

  @Override
  public String name() {
    return "lists-learned/1";
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
    boolean mayBe =
        (!observation.isFailure() || observation.cause() == Cause.DNSBL_NOT_LISTED)
            && LearnedLists.isQuestion(observation.names(), 0)
            && !look.set(observation);
    return mayBe ? observation.hashFrom(zoneOffset(observation)) : NO_KEY;
  }

  private static int zoneOffset(Observation observation) {
    int at = 0;
    for (int i = 0; i < ADDRESS_LABELS; i++) {
      at += 1 + observation.names()[at];
    }
    return at;
  }

  @Override
  public void onRecord(Observation observation) {
    long key = keyOf(observation);
    if (key == NO_KEY) {
      return;
    }
    long epochNanos = observation.epochNanos();
    Learned list = lists.use(key, epochNanos);
    if (list == null) {
      // Zones that are only called as lists are have the same cause by another sign.
      if (!observation.isFailure() || observation.diagnosis().sign() != Sign.LIST_LEARNED) {
        return;
      }
      list = lists.claim(key, epochNanos);
      StringBuilder zone = new StringBuilder();
      int from = zoneOffset(observation);
      NameText.append(zone, observation.names(), from, observation.qnameOctets() - from);
      list.zone = zone.toString();
    }
    list.counts.add(look.said(observation), epochNanos);
    items.add(list.slot, observation.qnameHash());
    resolvers.add(list.slot, observation.resolver());
  }

  @Override
  public void onTime(long epochNanos, Reports reports) {
    lists.eachTouched(list -> {
      if (list.counts.all() >= leastQuestions && items.count(list.slot) >= leastItems) {
        reports.onSighting(sighting(list));
      }
    });
  }

  private Sighting sighting(Learned list) {
    long different = items.count(list.slot);
    long asking = resolvers.count(list.slot);
    long all = list.counts.all();
    long listed = list.counts.of(Said.LISTED);
    String sentence =
        list.zone
            + " is asked as a DNS list of IPv4 addresses, and is none that we know: since "
            + TimeWords.at(list.counts.firstNanos() / 1_000_000_000L)
            + " "
            + TimeWords.count(all, "question")
            + " about some "
            + different
            + " addresses by "
            + TimeWords.count(asking, "resolver")
            + ", of which it listed "
            + listed
            + ". Questions to it are told as such from now on; tell us of it when it is public.";
    Evidence evidence =
        list.counts
            .tell(new Evidence().add("looks_like", "four octets in front of the zone"))
            .add("items", different)
            .add("resolvers", asking)
            .add("listed_share", (double) list.counts.share(Said.LISTED));
    return new Sighting(
        FindingKind.LIST_LEARNED,
        list.zone,
        Severity.INFO,
        0.9f,
        list.counts.firstNanos(),
        list.counts.lastNanos(),
        all,
        asking,
        evidence.json(),
        sentence);
  }

  @Override
  public void snapshot(DataOutput out) throws IOException {
    lists.snapshot(out);
  }

  @Override
  public void merge(DataInput in) throws IOException {
    lists.merge(in);
  }
}
