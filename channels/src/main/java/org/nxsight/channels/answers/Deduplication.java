package org.nxsight.channels.answers;

import java.io.IOException;
import java.util.Arrays;
import org.nxsight.wire.Bytes;
import org.nxsight.wire.Mixing;

/**
 * Counts equal RRsets of one bailiwick, in a window of bounded room.
 *
 * <p>The sets leave the window all together, in the order in which they were first seen: when it is
 * full, and when it is emptied. What is a wildcard's ({@link Wildcards}) is counted under the name
 * {@code *.PARENT}. They stand in it as octets, behind each other:
 *
 * <pre>
 *   +--------+------+-------+------------+-----------+--------+-------------------+
 *   | octets | hash | count | first seen | last seen | source | {@link RrsetBytes} ...
 *   | i32    | i32  | i64   | i64        | i64       | u8     |                   |
 *   +--------+------+-------+------------+-----------+--------+-------------------+
 * </pre>
 *
 * <p>A table of open addressing, at most half full, finds them.
 */
public final class Deduplication {
  /** 64 MiB: some 600,000 sets of two addresses, at about 100 octets and the table's 8. */
  public static final int MAX_OCTETS = 64 << 20;

  private static final int HEADER_OCTETS = 33;
  private static final int FIRST_OCTETS = 1 << 16;
  private static final int FIRST_PLACES = 1 << 10;
  private static final ZoneSource[] SOURCES = ZoneSource.values();

  private final int maxOctets;
  private final long seed;
  private final SeenRrsetHandler next;
  private final RrsetBytes key = new RrsetBytes();
  private final Wildcards wildcards;
  private byte[] window = new byte[FIRST_OCTETS];
  private int length;
  private int size;

  /** Where each set starts, plus 1; 0 is a free place. */
  private int[] places = new int[FIRST_PLACES];

  private long pushedOut;

  /**
   * @param maxOctets the room, such as {@link #MAX_OCTETS}; one set always fits
   * @param seed of a hash; any secret number
   * @param next takes what leaves the window
   */
  public Deduplication(int maxOctets, long seed, SeenRrsetHandler next) {
    this(maxOctets, Wildcards.MAX_OWNERS, seed, next);
  }

  Deduplication(int maxOctets, int maxOwners, long seed, SeenRrsetHandler next) {
    this.maxOctets = maxOctets;
    this.seed = seed;
    this.next = next;
    wildcards = new Wildcards(maxOwners, seed);
  }

  /** Takes a set that was seen at a time. */
  public void add(Rrset rrset, Placement placement, long epochNanos) throws IOException {
    int hash = take(rrset, placement);
    int place = find(hash);
    if (places[place] == 0 && wildcards.isOne(key)) {
      hash = take(Wildcards.above(rrset), placement);
      place = find(hash);
    }
    if (places[place] == 0) {
      place = makeRoom(hash, place);
      append(hash, epochNanos);
      places[place] = length - HEADER_OCTETS - key.length() + 1;
    }
    count(places[place] - 1, placement.source(), epochNanos);
  }

  /** Makes it the key, and returns its hash. */
  private int take(Rrset rrset, Placement placement) {
    key.set(rrset, placement.bailiwick());
    return (int) Mixing.hash(key.bytes(), 0, key.length(), seed);
  }

  /** The place of the key, or the free one where it would be. */
  private int find(int hash) {
    for (int place = hash & places.length - 1; ; place = place + 1 & places.length - 1) {
      int entry = places[place] - 1;
      if (entry < 0 || (Bytes.i32(window, entry + 4) == hash && isKey(entry))) {
        return place;
      }
    }
  }

  private boolean isKey(int entry) {
    return Bytes.i32(window, entry) == HEADER_OCTETS + key.length()
        && Bytes.equal(window, entry + HEADER_OCTETS, key.bytes(), 0, key.length());
  }

  private int makeRoom(int hash, int place) throws IOException {
    int octets = HEADER_OCTETS + key.length();
    if (length + (long) octets > maxOctets && size > 0) {
      pushedOut += size;
      pushOut();
      return find(hash);
    }
    if (length + octets > window.length) {
      window =
          Arrays.copyOf(window, Math.max(length + octets, Math.min(2 * window.length, maxOctets)));
    }
    if (2 * (size + 1) > places.length) {
      grow();
      return find(hash);
    }
    return place;
  }

  private void grow() {
    places = new int[2 * places.length];
    for (int entry = 0; entry < length; entry += Bytes.i32(window, entry)) {
      int place = Bytes.i32(window, entry + 4) & places.length - 1;
      while (places[place] != 0) {
        place = place + 1 & places.length - 1;
      }
      places[place] = entry + 1;
    }
  }

  private void append(int hash, long epochNanos) {
    int octets = HEADER_OCTETS + key.length();
    Bytes.put32(window, length, octets);
    Bytes.put32(window, length + 4, hash);
    Bytes.put64(window, length + 8, 0);
    Bytes.put64(window, length + 16, epochNanos);
    Bytes.put64(window, length + 24, epochNanos);
    Bytes.put8(window, length + 32, ZoneSource.NOTHING.ordinal());
    System.arraycopy(key.bytes(), 0, window, length + HEADER_OCTETS, key.length());
    length += octets;
    size++;
  }

  private void count(int entry, ZoneSource source, long epochNanos) {
    Bytes.put64(window, entry + 8, Bytes.i64(window, entry + 8) + 1);
    Bytes.put64(window, entry + 16, Math.min(Bytes.i64(window, entry + 16), epochNanos));
    Bytes.put64(window, entry + 24, Math.max(Bytes.i64(window, entry + 24), epochNanos));
    Bytes.put8(window, entry + 32, Math.min(Bytes.u8(window, entry + 32), source.ordinal()));
  }

  /** Empties the window, and begins another. */
  public void drain() throws IOException {
    pushOut();
    wildcards.clear();
  }

  private void pushOut() throws IOException {
    int end = length;
    length = 0;
    size = 0;
    Arrays.fill(places, 0);
    for (int entry = 0; entry < end; entry += Bytes.i32(window, entry)) {
      next.onSeen(
          new SeenRrset(
              RrsetBytes.rrset(window, entry + HEADER_OCTETS),
              RrsetBytes.bailiwick(window, entry + HEADER_OCTETS),
              SOURCES[Bytes.u8(window, entry + 32)],
              Bytes.i64(window, entry + 8),
              Bytes.i64(window, entry + 16),
              Bytes.i64(window, entry + 24)));
    }
  }

  /** The sets in the window. */
  public int size() {
    return size;
  }

  /** The sightings that were counted under a wildcard's name. */
  public long folded() {
    return wildcards.folded();
  }

  /** The sets that left before the window was emptied, for want of room. */
  public long pushedOut() {
    return pushedOut;
  }
}
