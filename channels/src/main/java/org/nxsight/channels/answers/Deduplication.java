package org.nxsight.channels.answers;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Counts equal RRsets of one bailiwick, in a window of bounded room and time.
 *
 * <p>A set leaves the window when it was not seen for a while, when it was first seen too long ago,
 * when room is short, and at the end. Those that were not seen for longest leave first, so that the
 * same input gives the same records in the same order.
 */
public final class Deduplication implements RrsetHandler {
  /** 64 MiB: some 150,000 sets of two addresses at about 430 octets. */
  public static final long MAX_OCTETS = 64L << 20;

  /** How long a set stays without being seen again: ten minutes. */
  public static final long IDLE_NANOS = 600_000_000_000L;

  /** How long a set stays that is seen again and again: an hour. */
  public static final long MAX_AGE_NANOS = 3_600_000_000_000L;

  /** Objects and references of an entry, about. */
  private static final int ENTRY_OCTETS = 3 * Rrset.OBJECT_OCTETS;

  private final long maxOctets;
  private final Consumer<SeenRrset> next;
  private final LinkedHashMap<Key, Seen> window = new LinkedHashMap<>(64, 0.75f, true);
  private long octets;
  private long pushedOut;

  /** Ordered, so that sets made to have equal hashes cost no long walks. */
  private record Key(Rrset rrset, Name bailiwick) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int order = rrset.compareTo(other.rrset);
      return order != 0 ? order : bailiwick.compareTo(other.bailiwick);
    }

    long octets() {
      return ENTRY_OCTETS + rrset.octets() + bailiwick.wire().length();
    }
  }

  private static final class Seen {
    private long count;
    private long firstNanos = Long.MAX_VALUE;
    private long lastNanos = Long.MIN_VALUE;

    void add(long epochNanos) {
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

  @Override
  public void onRrset(Rrset rrset, Name bailiwick, long epochNanos) {
    Key key = new Key(rrset, bailiwick);
    Seen seen = window.get(key);
    if (seen != null && epochNanos - seen.firstNanos >= MAX_AGE_NANOS) {
      window.remove(key);
      emit(key, seen);
      seen = null;
    }
    if (seen == null) {
      seen = new Seen();
      window.put(key, seen);
      octets += key.octets();
    }
    seen.add(epochNanos);
    for (Iterator<Map.Entry<Key, Seen>> oldest = window.entrySet().iterator();
        octets > maxOctets && oldest.hasNext(); ) {
      emitNext(oldest);
      pushedOut++;
    }
  }

  /** Lets out what has not been seen for {@link #IDLE_NANOS} before this time of the traffic. */
  public void onTime(long epochNanos) {
    Iterator<Map.Entry<Key, Seen>> oldest = window.entrySet().iterator();
    while (oldest.hasNext()) {
      Map.Entry<Key, Seen> entry = oldest.next();
      if (epochNanos - entry.getValue().lastNanos < IDLE_NANOS) {
        return;
      }
      oldest.remove();
      emit(entry.getKey(), entry.getValue());
    }
  }

  /** Lets out everything. */
  public void finish() {
    Iterator<Map.Entry<Key, Seen>> oldest = window.entrySet().iterator();
    while (oldest.hasNext()) {
      emitNext(oldest);
    }
  }

  private void emitNext(Iterator<Map.Entry<Key, Seen>> oldest) {
    Map.Entry<Key, Seen> entry = oldest.next();
    oldest.remove();
    emit(entry.getKey(), entry.getValue());
  }

  private void emit(Key key, Seen seen) {
    octets -= key.octets();
    next.accept(
        new SeenRrset(key.rrset, key.bailiwick, seen.count, seen.firstNanos, seen.lastNanos));
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
