package org.nxsight.analysis.findings.lists;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.nxsight.analysis.counting.DistinctCounts;
import org.nxsight.analysis.counting.Rows;
import org.nxsight.analysis.counting.Tempo;
import org.nxsight.analysis.findings.Evidence;
import org.nxsight.analysis.findings.FindingKind;
import org.nxsight.analysis.findings.Observation;
import org.nxsight.analysis.findings.Operator;
import org.nxsight.analysis.findings.Reports;
import org.nxsight.analysis.findings.Setting;
import org.nxsight.analysis.findings.Severity;
import org.nxsight.analysis.findings.Sighting;
import org.nxsight.analysis.findings.Tuning;

/**
 * Somebody whom lists are asked about much more than usual: a sender that mail servers have begun
 * to hear of, mostly a spam run. Kept by item, in periods of a minute.
 *
 * <p>An item never seen before is usual at zero, once the stream has been watched for {@value
 * #WARM_UP_MINUTES} minutes. A row takes some 200 octets: 13 MB in all.
 */
public final class ListSpikes implements Operator {
  static final int ITEMS = 1 << 16;
  static final int WARM_UP_MINUTES = 60;

  static final int MANY_RESOLVERS = 10;

  private static final long MINUTE_NANOS = 60_000_000_000L;

  /** Quiet minutes that are counted one by one; behind that nothing is usual. */
  private static final int MOST_QUIET_MINUTES = 240;

  private static final int RESOLVER_BITS = 5;
  private static final float MOST_USUAL_FOR_NEW = 1;

  private final ListLook look = new ListLook();
  private final Tempo tempo = new Tempo(ITEMS);
  private final DistinctCounts resolvers = new DistinctCounts(ITEMS, RESOLVER_BITS);
  private final Rows<Item> items = new Rows<>(ITEMS, Item::new);

  /** Fewer questions a minute are no spike, whatever was usual. */
  private final int leastAMinute;

  /** Times the usual: the day's own rise and fall is less than this. */
  private final double leastTimesUsual;

  /** One resolver alone is a mail server with a full queue, or a test. */
  private final int leastResolvers;

  private long startMinute = Long.MAX_VALUE;
  private long nowMinute = Long.MIN_VALUE;

  private final class Item implements Rows.Row {
    private final int slot;
    private final Counts counts = new Counts();
    private long minute;
    private int inMinute;
    private float peak;
    private float usual;
    private boolean accusing;
    private String subject = "";
    private String kind = "";

    Item(int slot) {
      this.slot = slot;
    }

    @Override
    public void clear() {
      tempo.clear(slot);
      minute = 0;
      inMinute = 0;
      end();
    }

    private void end() {
      resolvers.clear(slot);
      counts.clear();
      peak = 0;
      accusing = false;
      subject = "";
    }

    void follow(long toMinute) {
      if (toMinute - minute > MOST_QUIET_MINUTES) {
        tempo.clear(slot);
        tempo.endPeriod(slot);
        end();
        minute = toMinute;
        inMinute = 0;
      }
      while (minute < toMinute) {
        boolean before = isHigh();
        if (!before) {
          usual = tempo.usual(slot);
        }
        tempo.endPeriod(slot);
        minute++;
        inMinute = 0;
        peak = Math.max(peak, tempo.last(slot));
        if (!isHigh() && (before || counts.all() > 0)) {
          end();
        }
      }
    }

    boolean isHigh() {
      return tempo.isAlarmed(slot);
    }

    boolean isSpike() {
      return isHigh()
          && peak >= leastAMinute
          && peak >= leastTimesUsual * usual
          && !subject.isEmpty()
          && resolvers.count(slot) >= leastResolvers;
    }

    @Override
    public void snapshot(DataOutput out) throws IOException {
      tempo.snapshot(slot, out);
      resolvers.snapshot(slot, out);
      counts.snapshot(out);
      out.writeLong(minute);
      out.writeInt(inMinute);
      out.writeFloat(peak);
      out.writeFloat(usual);
      out.writeBoolean(accusing);
      out.writeUTF(subject);
      out.writeUTF(kind);
    }

    @Override
    public void merge(DataInput in) throws IOException {
      tempo.merge(slot, in);
      resolvers.merge(slot, in);
      counts.merge(in);
      minute = Math.max(minute, in.readLong());
      inMinute += in.readInt();
      peak = Math.max(peak, in.readFloat());
      usual += in.readFloat();
      accusing |= in.readBoolean();
      String otherSubject = in.readUTF();
      String otherKind = in.readUTF();
      subject = subject.isEmpty() ? otherSubject : subject;
      kind = kind.isEmpty() ? otherKind : kind;
    }
  }

  /**
   * @param tuning tells what is no spike
   */
  public ListSpikes(Tuning tuning) {
    leastAMinute = tuning.count(Setting.LIST_SPIKE_QUESTIONS);
    leastTimesUsual = tuning.value(Setting.LIST_SPIKE_TIMES);
    leastResolvers = tuning.count(Setting.LIST_SPIKE_RESOLVERS);
  }

  @Override
  public String name() {
    return "list-spikes/1";
  }

  @Override
  public boolean wantsAnswers() {
    return true;
  }

  @Override
  public long keyOf(Observation observation) {
    return look.set(observation) && look.isAboutItem() ? look.itemKey(observation) : NO_KEY;
  }

  @Override
  public void onRecord(Observation observation) {
    long key = keyOf(observation);
    if (key == NO_KEY) {
      return;
    }
    long epochNanos = observation.epochNanos();
    long minute = Math.floorDiv(epochNanos, MINUTE_NANOS);
    Item item = items.claim(key, epochNanos);
    if (items.isFresh()) {
      item.minute = minute;
      if (minute - WARM_UP_MINUTES >= startMinute) {
        tempo.endPeriod(item.slot);
      }
    }
    item.follow(minute);
    tempo.add(item.slot, 1);
    item.inMinute++;
    Said said = look.said(observation);
    item.counts.add(said, epochNanos);
    resolvers.add(item.slot, observation.resolver());
    item.accusing |= said == Said.LISTED && ListLook.isAccusing(look.zone());
    if (item.subject.isEmpty() && item.inMinute >= leastAMinute) {
      item.subject = look.item();
      item.kind = look.query().kind().text();
    }
  }

  @Override
  public void onTime(long epochNanos, Reports reports) {
    long minute = Math.floorDiv(epochNanos, MINUTE_NANOS);
    startMinute = Math.min(startMinute, minute);
    if (minute == nowMinute) {
      return;
    }
    nowMinute = minute;
    items.eachTouched(item -> {
      item.follow(minute);
      if (item.isSpike()) {
        reports.onSighting(sighting(item));
      }
    });
  }

  private Sighting sighting(Item item) {
    long asking = resolvers.count(item.slot);
    boolean isNew = item.usual < MOST_USUAL_FOR_NEW;
    long peak = Math.round(item.peak);
    String before =
        isNew ? "hardly at all before" : "some " + Math.round(item.usual) + " a minute before";
    String about = item.kind.startsWith("ip") ? "the address " : "the " + item.kind + " ";
    String sentence =
        about
            + item.subject
            + " is asked about at DNS lists up to "
            + peak
            + " times a minute, "
            + before
            + ", by about "
            + asking
            + " resolvers: many mail servers have begun to hear of it, as in a spam run or a large"
            + " mailing. "
            + (item.accusing
                ? "Lists know it already. Refuse its mail, or stop it when it is yours."
                : "No list that accuses knows it yet. Look at what it sends before you trust it.");
    Evidence evidence =
        item.counts
            .tell(new Evidence().add("item_kind", item.kind))
            .add("usual_per_minute", item.usual)
            .add("peak_per_minute", peak)
            .add("resolvers", asking);
    Severity severity =
        item.accusing && asking >= MANY_RESOLVERS
            ? Severity.HIGH
            : asking >= MANY_RESOLVERS ? Severity.MEDIUM : Severity.LOW;
    return new Sighting(
        FindingKind.LIST_SPIKE,
        item.subject,
        severity,
        isNew ? 0.8f : 0.9f,
        item.counts.firstNanos(),
        item.counts.lastNanos(),
        item.counts.all(),
        asking,
        evidence.json(),
        sentence);
  }

  @Override
  public void snapshot(DataOutput out) throws IOException {
    out.writeLong(startMinute);
    out.writeLong(nowMinute);
    items.snapshot(out);
  }

  @Override
  public void merge(DataInput in) throws IOException {
    startMinute = Math.min(startMinute, in.readLong());
    nowMinute = Math.max(nowMinute, in.readLong());
    items.merge(in);
  }
}
