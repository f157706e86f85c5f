package org.nxsight.channels.answers;

import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Counts equal RRsets of one bailiwick, in a window of bounded room.
 *
 * <p>A set leaves the window when room is short, and when the window is emptied. Those that were
 * not seen for longest leave first, so that the same input gives the same records in the same
 * order.
 */
public final class Deduplication {
  /** 64 MiB: some 150,000 sets of two addresses at about 430 octets. */
  public static final long MAX_OCTETS = 64L << 20;

  /** Objects and references of an entry, about. */
  private static final int ENTRY_OCTETS = 3 * Rrset.OBJECT_OCTETS;

  private final long maxOctets;
  private final Consumer<SeenRrset> next;
  private final LinkedHashMap<Key, Seen> window = new LinkedHashMap<>(64, 0.75f, true);
  private long octets;
  private long pushedOut;

  /** Ordered, so that sets made to have equal hashes cost no long walks. */
  private record Key(Rrset rrset, @Nullable Name bailiwick) implements Comparable<Key> {
    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::rrset)
            .thenComparing(Key::bailiwick, Comparator.nullsFirst(Comparator.naturalOrder()));

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }

    long octets() {
      return ENTRY_OCTETS + rrset.octets() + (bailiwick == null ? 0 : bailiwick.wire().length());
    }
  }

  private static final class Seen {
    private ZoneSource source = ZoneSource.NOTHING;
    private long count;
    private long firstNanos = Long.MAX_VALUE;
    private long lastNanos = Long.MIN_VALUE;

    void add(ZoneSource told, long epochNanos) {
      source = told.compareTo(source) < 0 ? told : source;
      count++;
      firstNanos = Math.min(firstNanos, epochNanos);
      lastNanos = Math.max(lastNanos, epochNanos);
    }
  }

  /**
   * @param maxOctets the room, such as {@link #MAX_OCTETS}
   * @param next takes what leaves the window
   */
  public Deduplication(long maxOctets, Consumer<SeenRrset> next) {
    this.maxOctets = maxOctets;
    this.next = next;
  }

  /** Takes a set that was seen at a time. */
  public void add(Rrset rrset, Placement placement, long epochNanos) {
    Key key = new Key(rrset, placement.bailiwick());
    Seen seen = window.get(key);
    if (seen == null) {
      seen = new Seen();
      window.put(key, seen);
      octets += key.octets();
    }
    seen.add(placement.source(), epochNanos);
    for (Iterator<Map.Entry<Key, Seen>> oldest = window.entrySet().iterator();
        octets > maxOctets && oldest.hasNext(); ) {
      emitNext(oldest);
      pushedOut++;
    }
  }

  /** Empties the window. */
  public void drain() {
    Iterator<Map.Entry<Key, Seen>> oldest = window.entrySet().iterator();
    while (oldest.hasNext()) {
      emitNext(oldest);
    }
  }

  private void emitNext(Iterator<Map.Entry<Key, Seen>> oldest) {
    Map.Entry<Key, Seen> entry = oldest.next();
    oldest.remove();
    Key key = entry.getKey();
    Seen seen = entry.getValue();
    octets -= key.octets();
    next.accept(
        new SeenRrset(
            key.rrset, key.bailiwick, seen.source, seen.count, seen.firstNanos, seen.lastNanos));
  }

  /** The sets in the window. */
  public int size() {
    return window.size();
  }

  /** The sets that left for want of room. */
  public long pushedOut() {
    return pushedOut;
  }
}
