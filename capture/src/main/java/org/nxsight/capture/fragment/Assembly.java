package org.nxsight.capture.fragment;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.nxsight.wire.Bytes;
import org.nxsight.wire.ip.DatagramView;

/**
 * The fragments of one datagram that have come so far, whole packets one behind the other in order
 * of arrival, with a table of them in order of their place in the datagram. It is reused.
 *
 * <pre>
 *   octets   | header data | header data | ...       place   0      1480    2960
 *              ^ start       ^ start                 start, octets, header octets, nanos of each
 * </pre>
 */
final class Assembly {
  /** A datagram of 65,535 octets in fragments that fit the least IPv4 reassembly buffer, 576. */
  static final int MAX_FRAGMENTS = 128;

  /** Room that every assembly keeps: two full Ethernet frames and a bit. */
  static final int LEAST_ROOM_OCTETS = 4 << 10;

  /** The longest datagram and 512 octets of header for each of its fragments. */
  static final int MOST_ROOM_OCTETS = 128 << 10;

  @Nullable Assembly nextInBucket;
  @Nullable Assembly older;
  @Nullable Assembly newer;

  /** Why all fragments that are still to come are left out; null while they are gathered. */
  @Nullable FragmentFate refusal;

  final byte[] key = new byte[FragmentKey.MAX_OCTETS];
  int keyOctets;
  int hash;
  long firstNanos;
  byte[] octets = new byte[LEAST_ROOM_OCTETS];
  int count;

  private int used;
  private int dataOctets;
  private int endPlace;
  private int[] places = new int[4];
  private int[] starts = new int[4];
  private int[] lengths = new int[4];
  private int[] headers = new int[4];
  private long[] nanos = new long[4];

  /** Empties it for another datagram. */
  void begin(FragmentKey key, long epochNanos) {
    System.arraycopy(key.octets, 0, this.key, 0, key.length);
    keyOctets = key.length;
    hash = key.hash;
    firstNanos = epochNanos;
    refusal = null;
    clear();
  }

  void clear() {
    count = 0;
    used = 0;
    dataOctets = 0;
    endPlace = -1;
  }

  boolean isFor(FragmentKey other) {
    return hash == other.hash
        && keyOctets == other.length
        && Bytes.equal(key, 0, other.octets, 0, keyOctets);
  }

  /** The room needed to hold one more fragment. */
  int roomFor(DatagramView fragment) {
    return used + fragment.length();
  }

  /**
   * Adds a fragment for which there is room.
   *
   * @return null, or why it cannot be part of the datagram
   */
  @Nullable FragmentFate add(DatagramView fragment, long epochNanos) {
    int header = fragment.transportOffset() - fragment.offset();
    int place = fragment.fragmentOffset();
    int data = fragment.length() - header;
    int index = count;
    while (index > 0 && places[index - 1] > place) {
      index--;
    }
    if (index > 0 && isSame(index - 1, fragment)) {
      return FragmentFate.DUPLICATE;
    }
    if ((index > 0 && places[index - 1] + data(index - 1) > place)
        || (index < count && place + data > places[index])
        || contradictsEnd(place + data, index, fragment.moreFragments())) {
      return FragmentFate.OVERLAPPING;
    }
    if (count == MAX_FRAGMENTS) {
      return FragmentFate.EVICTED;
    }
    insert(index);
    places[index] = place;
    starts[index] = used;
    lengths[index] = fragment.length();
    headers[index] = header;
    nanos[index] = epochNanos;
    System.arraycopy(fragment.bytes(), fragment.offset(), octets, used, fragment.length());
    used += fragment.length();
    dataOctets += data;
    if (!fragment.moreFragments()) {
      endPlace = place + data;
    }
    return null;
  }

  private boolean contradictsEnd(int end, int index, boolean more) {
    return more ? endPlace >= 0 && end > endPlace : endPlace >= 0 || index < count;
  }

  private boolean isSame(int index, DatagramView fragment) {
    int header = fragment.transportOffset() - fragment.offset();
    int data = fragment.length() - header;
    return places[index] == fragment.fragmentOffset()
        && data(index) == data
        && (endPlace == places[index] + data) == !fragment.moreFragments()
        && Bytes.equal(
            octets,
            starts[index] + headers[index],
            fragment.bytes(),
            fragment.transportOffset(),
            data);
  }

  private void insert(int index) {
    if (count == places.length) {
      places = Arrays.copyOf(places, 2 * count);
      starts = Arrays.copyOf(starts, 2 * count);
      lengths = Arrays.copyOf(lengths, 2 * count);
      headers = Arrays.copyOf(headers, 2 * count);
      nanos = Arrays.copyOf(nanos, 2 * count);
    }
    int behind = count - index;
    System.arraycopy(places, index, places, index + 1, behind);
    System.arraycopy(starts, index, starts, index + 1, behind);
    System.arraycopy(lengths, index, lengths, index + 1, behind);
    System.arraycopy(headers, index, headers, index + 1, behind);
    System.arraycopy(nanos, index, nanos, index + 1, behind);
    count++;
  }

  /** Whether nothing is missing. */
  boolean isWhole() {
    return dataOctets == endPlace;
  }

  /** Where fragment {@code index}, counted by place, starts in {@link #octets}. */
  int start(int index) {
    return starts[index];
  }

  /** Its octets. */
  int length(int index) {
    return lengths[index];
  }

  /** The octets in front of its data. */
  int header(int index) {
    return headers[index];
  }

  /** The octets of its data. */
  int data(int index) {
    return lengths[index] - headers[index];
  }

  /** When it was captured. */
  long nanos(int index) {
    return nanos[index];
  }
}
