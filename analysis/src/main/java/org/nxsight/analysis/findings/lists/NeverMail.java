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
import org.nxsight.analysis.findings.Reports;
import org.nxsight.analysis.findings.Severity;
import org.nxsight.analysis.findings.Sighting;
import org.nxsight.analysis.findings.TimeWords;
import org.nxsight.analysis.findings.Tuning;
import org.nxsight.analysis.findings.Watchlists;

/**
 * Questions to DNS lists about somebody who never sends mail: somebody else sends in their name, or
 * their machine has been taken. Kept by domain or address, special networks each as one; a row
 * takes some 500 octets: 8 MB in all.
 *
 * <p>Who publishes {@code v=spf1 -all} or a null MX is known from when that is first answered.
 */
public final class NeverMail implements Operator {
  static final int ITEMS = 1 << 14;
  static final int LISTS = 16;

  /** So many resolvers ask for the record of who is only linked to, at most. */
  static final int LEAST_READERS = 2;

  static final int MANY_RESOLVERS = 10;

  private static final NeverMailReason[] REASONS = NeverMailReason.values();
  private static final int LISTS_TOLD = 8;
  private static final int BITS = 5;

  private final NeverMailLook look;
  private final Tuning tuning;
  private final DistinctCounts resolvers = new DistinctCounts(ITEMS, BITS);
  private final DistinctCounts readers = new DistinctCounts(ITEMS, BITS);
  private final Rows<Item> items = new Rows<>(ITEMS, Item::new);

  private final class Item implements Rows.Row {
    private final int slot;
    private final Counts counts = new Counts();
    private final AskedLists lists = new AskedLists(LISTS);
    private @Nullable NeverMailReason reason;
    private boolean accused;
    private long deniedNanos;
    private String word = "";
    private String network = "";
    private String subject = "";

    Item(int slot) {
      this.slot = slot;
    }

    @Override
    public void clear() {
      counts.clear();
      lists.clear();
      resolvers.clear(slot);
      readers.clear(slot);
      reason = null;
      accused = false;
      deniedNanos = 0;
      word = "";
      network = "";
      subject = "";
    }

    boolean isEnough() {
      NeverMailReason why = reason;
      return why != null
          && counts.all() >= why.leastQuestions(tuning)
          && resolvers.count(slot) >= why.leastResolvers(tuning)
          && (why != NeverMailReason.PUBLISHED || readers.count(slot) >= LEAST_READERS);
    }

    @Override
    public void snapshot(DataOutput out) throws IOException {
      counts.snapshot(out);
      lists.snapshot(out);
      resolvers.snapshot(slot, out);
      readers.snapshot(slot, out);
      out.writeByte(reason == null ? -1 : reason.ordinal());
      out.writeBoolean(accused);
      out.writeLong(deniedNanos);
      out.writeUTF(word);
      out.writeUTF(network);
      out.writeUTF(subject);
    }

    @Override
    public void merge(DataInput in) throws IOException {
      counts.merge(in);
      lists.merge(in);
      resolvers.merge(slot, in);
      readers.merge(slot, in);
      int why = in.readByte();
      reason = why < 0 ? reason : REASONS[why];
      accused |= in.readBoolean();
      deniedNanos = Math.max(deniedNanos, in.readLong());
      String otherWord = in.readUTF();
      String otherNetwork = in.readUTF();
      String otherSubject = in.readUTF();
      word = word.isEmpty() ? otherWord : word;
      network = network.isEmpty() ? otherNetwork : network;
      subject = subject.isEmpty() ? otherSubject : subject;
    }
  }

  /**
   * @param watchlists tell who never sends mail
   * @param tuning tells how much must be asked about them
   */
  public NeverMail(Watchlists watchlists, Tuning tuning) {
    this.tuning = tuning;
    look = new NeverMailLook(watchlists);
  }

  @Override
  public String name() {
    return "never-mail/1";
  }

  @Override
  public boolean wantsAnswers() {
    return true;
  }

  @Override
  public long keyOf(Observation observation) {
    return look.set(observation);
  }

  @Override
  public void onRecord(Observation observation) {
    long key = look.set(observation);
    if (key == NO_KEY) {
      return;
    }
    long epochNanos = observation.epochNanos();
    boolean isNew = look.isDenied() || look.reason() != null;
    Item item = isNew ? items.claim(key, epochNanos) : items.use(key, epochNanos);
    if (item == null) {
      return;
    }
    if (look.isAsked()) {
      onAsked(item, observation);
    } else {
      onWord(item, observation);
    }
  }

  private void onAsked(Item item, Observation observation) {
    if (item.subject.isEmpty()) {
      item.subject = look.subject();
      item.network = look.network();
    }
    NeverMailReason reason = look.reason();
    item.reason = reason == null ? item.reason : reason;
    ListLook list = look.list();
    Said said = list.said(observation);
    item.counts.add(said, observation.epochNanos());
    item.lists.add(observation, list);
    item.accused |= said == Said.LISTED && ListLook.isAccusing(list.zone());
    resolvers.add(item.slot, observation.resolver());
  }

  private void onWord(Item item, Observation observation) {
    if (look.isDenied()) {
      item.reason = item.reason == null ? NeverMailReason.PUBLISHED : item.reason;
      item.deniedNanos = item.deniedNanos == 0 ? observation.epochNanos() : item.deniedNanos;
      item.word = look.word();
      readers.add(item.slot, observation.resolver());
    } else if (item.reason == NeverMailReason.PUBLISHED && item.word.equals(look.word())) {
      item.reason = null; // it does send mail now
      item.deniedNanos = 0;
    }
  }

  @Override
  public void onTime(long epochNanos, Reports reports) {
    items.eachTouched(item -> {
      NeverMailReason reason = item.reason;
      if (reason != null && item.isEnough()) {
        reports.onSighting(sighting(item, reason));
      }
    });
  }

  private Sighting sighting(Item item, NeverMailReason reason) {
    long asking = resolvers.count(item.slot);
    Evidence evidence =
        item.counts
            .tell(new Evidence().add("reason", reason.name().toLowerCase(Locale.ROOT)))
            .add("lists", item.lists.names(LISTS_TOLD))
            .add("resolvers", asking);
    if (!item.network.isEmpty()) {
      evidence.add("network", item.network);
    }
    if (item.deniedNanos != 0) {
      evidence
          .add("published", item.word)
          .add("published_seen", TimeWords.at(item.deniedNanos / 1_000_000_000L));
    }
    return new Sighting(
        FindingKind.NEVER_MAIL,
        item.subject,
        severity(item, reason, asking),
        reason == NeverMailReason.PUBLISHED ? 0.6f : 0.9f,
        item.counts.firstNanos(),
        item.counts.lastNanos(),
        item.counts.all(),
        asking,
        evidence.json(),
        sentence(item, reason, asking));
  }

  private static Severity severity(Item item, NeverMailReason reason, long asking) {
    boolean bad = item.accused || asking >= MANY_RESOLVERS;
    return switch (reason) {
      case WATCHED -> bad ? Severity.HIGH : Severity.MEDIUM;
      case PUBLISHED -> bad ? Severity.MEDIUM : Severity.LOW;
      case RESERVED -> Severity.LOW;
      case PRIVATE -> Severity.INFO;
    };
  }

  private static String sentence(Item item, NeverMailReason reason, long asking) {
    int lists = item.lists.size();
    String advice =
        switch (reason) {
          case WATCHED, PUBLISHED ->
              (item.accused ? "A list that accuses has it. " : "")
                  + "Somebody sends in its name, or a machine of its was taken: find who.";
          case RESERVED ->
              "Mail servers took it from forged headers, or look at a network that is not theirs:"
                  + " have them leave it out.";
          case PRIVATE ->
              "Mail servers ask about machines of their own network: have them leave these out.";
        };
    return item.subject
        + " should never send mail: "
        + reason.sentence()
        + ". DNS lists were asked about it "
        + TimeWords.count(item.counts.all(), "time")
        + " since "
        + TimeWords.at(item.counts.firstNanos() / 1_000_000_000L)
        + ", "
        + (lists == LISTS ? lists + " lists or more" : TimeWords.count(lists, "list"))
        + " by "
        + TimeWords.count(asking, "resolver")
        + ". "
        + advice;
  }

  @Override
  public void snapshot(DataOutput out) throws IOException {
    items.snapshot(out);
  }

  @Override
  public void merge(DataInput in) throws IOException {
    items.merge(in);
  }
}
