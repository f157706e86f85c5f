package org.nxsight.analysis.findings.lists;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.nxsight.analysis.counting.DistinctCounts;
import org.nxsight.analysis.counting.Rows;
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

/**
 * Lists that do not answer as they should. Kept by list, over the present ten minutes and those
 * before; of a list that is asked seldom over up to three hours. A row takes some 500 octets: 0.5
 * MB in all; there are some 530 known lists.
 */
public final class ListHealth implements Operator {
  static final int LISTS = 1 << 10;

  /** A list that knows all of 20 different items, and more than 98 of 100, knows nobody. */
  static final int LEAST_ITEMS = 20;

  /** Most mail is spam, and lists know nine senders of ten: of so many they do not know all. */
  static final int LEAST_OF_ALL = 100;

  /** Windows that are counted together while they hold less than {@link #LEAST_OF_ALL}. */
  private static final int MOST_WINDOWS = 18;

  private static final long WINDOW_NANOS = 600_000_000_000L;
  private static final int BITS = 6;

  private final ListLook look = new ListLook();
  private final DistinctCounts items = new DistinctCounts(LISTS, BITS);
  private final DistinctCounts resolvers = new DistinctCounts(LISTS, BITS);
  private final DistinctCounts refused = new DistinctCounts(LISTS, BITS);
  private final Rows<Asked> lists = new Rows<>(LISTS, Asked::new);
  private final int leastQuestions;
  private final double nearlyAll;

  /** One refused resolver among five is its own trouble; it is told from here on. */
  private final double refusedShare;

  private final double failedShare;

  private final class Asked implements Rows.Row {
    private final int slot;
    private final Counts before = new Counts();
    private final Counts now = new Counts();
    private long window;
    private long firstWindow;
    private long gone;
    private boolean closed;
    private boolean accusing;
    private String list = "";
    private String zone = "";

    Asked(int slot) {
      this.slot = slot;
    }

    @Override
    public void clear() {
      before.clear();
      now.clear();
      window = 0;
      firstWindow = 0;
      gone = 0;
      zone = "";
      items.clear(slot);
      resolvers.clear(slot);
      refused.clear(slot);
    }

    void follow(long toWindow) {
      if (toWindow <= window) {
        return;
      }
      boolean goesOn =
          before.all() + now.all() < LEAST_OF_ALL && toWindow - firstWindow < MOST_WINDOWS;
      if (!goesOn) {
        before.clear();
        gone = 0;
        firstWindow = window;
      }
      if (goesOn || toWindow == window + 1) {
        before.add(now);
      } else {
        firstWindow = toWindow;
        items.clear(slot);
        resolvers.clear(slot);
        refused.clear(slot);
      }
      now.clear();
      window = toWindow;
    }

    Counts both() {
      Counts both = new Counts();
      both.add(before);
      both.add(now);
      return both;
    }

    @Nullable ListTrouble trouble(Counts counts) {
      long all = counts.all();
      if (all < leastQuestions) {
        return null;
      }
      boolean ofMany = all >= LEAST_OF_ALL && items.count(slot) >= LEAST_ITEMS;
      if (ofMany && accusing && counts.share(Said.LISTED) >= nearlyAll) {
        return ListTrouble.LISTS_ALL;
      }
      if (ofMany && counts.share(Said.FOREIGN) >= nearlyAll) {
        return ListTrouble.TAKEN_OVER;
      }
      if (2 * gone > all) {
        return ListTrouble.GONE;
      }
      if (closed) {
        return ListTrouble.CLOSED;
      }
      if (counts.share(Said.FAILED) >= failedShare) {
        return ListTrouble.FAILS;
      }
      return counts.share(Said.REFUSED) >= refusedShare ? ListTrouble.REFUSES : null;
    }

    @Override
    public void snapshot(DataOutput out) throws IOException {
      before.snapshot(out);
      now.snapshot(out);
      items.snapshot(slot, out);
      resolvers.snapshot(slot, out);
      refused.snapshot(slot, out);
      out.writeLong(window);
      out.writeLong(firstWindow);
      out.writeLong(gone);
      out.writeBoolean(closed);
      out.writeBoolean(accusing);
      out.writeUTF(list);
      out.writeUTF(zone);
    }

    @Override
    public void merge(DataInput in) throws IOException {
      before.merge(in);
      now.merge(in);
      items.merge(slot, in);
      resolvers.merge(slot, in);
      refused.merge(slot, in);
      window = Math.max(window, in.readLong());
      firstWindow = Math.max(firstWindow, in.readLong());
      gone += in.readLong();
      closed = in.readBoolean();
      accusing = in.readBoolean();
      list = in.readUTF();
      zone = in.readUTF();
    }
  }

  /**
   * @param tuning tells from which shares on something is wrong
   */
  public ListHealth(Tuning tuning) {
    leastQuestions = tuning.count(Setting.LIST_HEALTH_QUESTIONS);
    nearlyAll = tuning.value(Setting.LIST_HEALTH_LISTED_SHARE);
    refusedShare = tuning.value(Setting.LIST_HEALTH_REFUSED_SHARE);
    failedShare = tuning.value(Setting.LIST_HEALTH_FAILED_SHARE);
  }

  @Override
  public String name() {
    return "list-health/2";
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
    return look.set(observation) && look.isAboutItem() ? look.listKey(observation) : NO_KEY;
  }

  @Override
  public void onRecord(Observation observation) {
    long key = keyOf(observation);
    if (key == NO_KEY) {
      return;
    }
    long epochNanos = observation.epochNanos();
    Asked asked = lists.claim(key, epochNanos);
    if (lists.isFresh()) {
      asked.firstWindow = Math.floorDiv(epochNanos, WINDOW_NANOS);
      asked.window = asked.firstWindow;
      asked.zone = look.list();
      asked.list = look.zone().list();
      asked.closed = look.zone().closed();
      asked.accusing = ListLook.isAccusing(look.zone());
    }
    asked.follow(Math.floorDiv(epochNanos, WINDOW_NANOS));
    Said said = look.said(observation);
    asked.now.add(said, epochNanos);
    asked.gone += look.query().isZoneGone() && said == Said.NOT_LISTED ? 1 : 0;
    items.add(asked.slot, look.itemKey(observation));
    resolvers.add(asked.slot, observation.resolver());
    if (said == Said.REFUSED) {
      refused.add(asked.slot, observation.resolver());
    }
  }

  @Override
  public void onTime(long epochNanos, Reports reports) {
    lists.eachTouched(asked -> {
      Counts both = asked.both();
      ListTrouble trouble = asked.trouble(both);
      if (trouble != null) {
        reports.onSighting(sighting(asked, trouble, both));
      }
    });
  }

  private Sighting sighting(Asked asked, ListTrouble trouble, Counts both) {
    long asking = resolvers.count(asked.slot);
    long refusedOnes = Math.min(asking, refused.count(asked.slot));
    Severity severity =
        trouble == ListTrouble.REFUSES && refusedOnes == asking && asking > 1
            ? Severity.MEDIUM
            : trouble.severity();
    Evidence evidence =
        both.tell(new Evidence().add("trouble", trouble.name().toLowerCase(Locale.ROOT)))
            .add("items", items.count(asked.slot))
            .add("resolvers", asking)
            .add("resolvers_refused", refusedOnes);
    String sentence =
        "the list "
            + asked.list
            + " ("
            + asked.zone
            + ") "
            + trouble.sentence()
            + ": of "
            + both.all()
            + " questions in the last "
            + TimeWords.span((both.lastNanos() - both.firstNanos()) / 1_000_000_000L)
            + ", by about "
            + asking
            + " resolvers, it said listed to "
            + both.of(Said.LISTED)
            + ", not listed to "
            + both.of(Said.NOT_LISTED)
            + ", refused "
            + both.of(Said.REFUSED)
            + " and failed "
            + both.of(Said.FAILED)
            + ".";
    return new Sighting(
        FindingKind.LIST_HEALTH,
        asked.zone,
        severity,
        trouble == ListTrouble.FAILS ? 0.8f : 0.95f,
        both.firstNanos(),
        both.lastNanos(),
        both.all(),
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
