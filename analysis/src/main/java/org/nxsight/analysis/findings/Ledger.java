package org.nxsight.analysis.findings;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Which findings are open. A sighting opens one; later ones change it, which is told when it has
 * become worse or twice as frequent, or an hour has passed; and when none comes for the quiet time
 * of its kind, it closes.
 */
public final class Ledger implements Reports {
  /** Open findings of one kind; what comes beyond is counted. 23 kinds of 2 kB take 94 MB. */
  public static final int MAX_OPEN_OF_A_KIND = 2_000;

  private static final long UPDATE_NANOS = 3_600_000_000_000L;

  private final Set<FindingKind> unwanted;
  private final Map<FindingKind, Map<String, Entry>> open = new EnumMap<>(FindingKind.class);
  private final Map<FindingKind, Long> opened = new EnumMap<>(FindingKind.class);
  private final AtomicLongArray leftOut = new AtomicLongArray(FindingKind.values().length);
  private final List<Finding> changes = new ArrayList<>();
  private long nowNanos = Long.MIN_VALUE;

  /** An open finding, and what was last told of it. */
  private static final class Entry {
    private final long openedNanos;
    private Sighting now;
    private long sightedNanos;
    private Sighting told;
    private long toldNanos;

    Entry(Sighting first, long openedNanos, long toldNanos) {
      this.openedNanos = openedNanos;
      this.toldNanos = toldNanos;
      sightedNanos = toldNanos;
      now = first;
      told = first;
    }

    boolean isWorthTelling(long nowNanos) {
      return now.severity().compareTo(told.severity()) > 0
          || now.count() >= 2 * told.count()
          || (nowNanos - toldNanos >= UPDATE_NANOS && now.lastNanos() > told.lastNanos());
    }
  }

  /** One for all kinds. */
  public Ledger() {
    this(Set.of());
  }

  /**
   * @param unwanted kinds that nobody wants to hear of
   */
  public Ledger(Set<FindingKind> unwanted) {
    this.unwanted = unwanted;
  }

  /** Moves on to a time; sightings come after that. */
  public void onTime(long epochNanos) {
    nowNanos = Math.max(nowNanos, epochNanos);
  }

  @Override
  public void onSighting(Sighting sighting) {
    FindingKind kind = sighting.kind();
    if (unwanted.contains(kind)) {
      return;
    }
    Map<String, Entry> ofKind = open.computeIfAbsent(kind, _ -> new LinkedHashMap<>());
    Entry entry = ofKind.get(sighting.subject());
    if (entry == null) {
      if (ofKind.size() >= MAX_OPEN_OF_A_KIND) {
        leftOut.incrementAndGet(kind.ordinal());
        return;
      }
      entry = new Entry(sighting, nowNanos, nowNanos);
      ofKind.put(sighting.subject(), entry);
      opened.merge(kind, 1L, Long::sum);
      changes.add(new Finding(sighting, nowNanos, nowNanos, true));
      return;
    }
    // Of several operators that see it at the same moment, the one with most to show for it counts.
    if (entry.sightedNanos == nowNanos && sighting.count() < entry.now.count()) {
      return;
    }
    entry.now = sighting;
    entry.sightedNanos = nowNanos;
    if (entry.isWorthTelling(nowNanos)) {
      tell(entry);
    }
  }

  private void tell(Entry entry) {
    entry.told = entry.now;
    entry.toldNanos = nowNanos;
    changes.add(new Finding(entry.now, entry.openedNanos, nowNanos, true));
  }

  /** Closes what has been quiet for long, and hands on all that has changed since the last call. */
  public void settle(FindingHandler handler) throws IOException {
    for (Map<String, Entry> ofKind : open.values()) {
      for (Iterator<Entry> each = ofKind.values().iterator(); each.hasNext(); ) {
        Entry entry = each.next();
        if (nowNanos - entry.now.lastNanos() > entry.now.kind().quietNanos()) {
          each.remove();
          changes.add(new Finding(entry.now, entry.openedNanos, nowNanos, false));
        }
      }
    }
    handOn(handler);
  }

  /** Hands on the last word on each open finding; they stay open. */
  public void finish(FindingHandler handler) throws IOException {
    for (Map<String, Entry> ofKind : open.values()) {
      for (Entry entry : ofKind.values()) {
        if (!entry.now.equals(entry.told)) {
          tell(entry);
        }
      }
    }
    handOn(handler);
  }

  private void handOn(FindingHandler handler) throws IOException {
    for (Finding change : changes) {
      handler.onFinding(change);
    }
    changes.clear();
  }

  /** The open findings, the most severe and then the latest first. */
  public List<Finding> open() {
    List<Finding> all = new ArrayList<>();
    for (Map<String, Entry> ofKind : open.values()) {
      for (Entry entry : ofKind.values()) {
        all.add(new Finding(entry.now, entry.openedNanos, entry.toldNanos, true));
      }
    }
    all.sort(
        Comparator.comparing((Finding each) -> each.sighting().severity())
            .thenComparingLong(each -> each.sighting().lastNanos())
            .reversed());
    return all;
  }

  /** How many were opened, by kind. */
  public Map<FindingKind, Long> opened() {
    return Map.copyOf(opened);
  }

  /** How often one was not opened because too many of its kind were, by kind; for any thread. */
  public Map<FindingKind, Long> leftOut() {
    Map<FindingKind, Long> counts = new EnumMap<>(FindingKind.class);
    for (FindingKind kind : FindingKind.values()) {
      long count = leftOut.get(kind.ordinal());
      if (count > 0) {
        counts.put(kind, count);
      }
    }
    return counts;
  }

  /** Writes the open findings. */
  public void snapshot(DataOutput out) throws IOException {
    out.writeLong(nowNanos);
    List<Entry> all = open.values().stream().flatMap(each -> each.values().stream()).toList();
    out.writeInt(all.size());
    for (Entry entry : all) {
      out.writeLong(entry.openedNanos);
      out.writeLong(entry.toldNanos);
      SightingState.write(out, entry.now);
      SightingState.write(out, entry.told);
    }
  }

  /** Adds the open findings of a snapshot; what is open here already stays as it is. */
  public void merge(DataInput in) throws IOException {
    nowNanos = Math.max(nowNanos, in.readLong());
    for (int left = in.readInt(); left > 0; left--) {
      long openedNanos = in.readLong();
      long toldNanos = in.readLong();
      Entry entry = new Entry(SightingState.read(in), openedNanos, toldNanos);
      entry.told = SightingState.read(in);
      if (!unwanted.contains(entry.now.kind())) {
        open.computeIfAbsent(entry.now.kind(), _ -> new LinkedHashMap<>())
            .putIfAbsent(entry.now.subject(), entry);
      }
    }
  }
}
