package org.nxsight.capture.tcp;

import java.util.Arrays;

/** The ranges of a stream that were captured beyond a hole, in order and without overlaps. */
final class Pieces {
  /**
   * A message of 64 KiB in segments of 1,220 octets, the least that IPv6 carries, is 54 of them.
   * The table of one stream then takes 1,280 octets, that of all streams 40 MiB at worst.
   */
  static final int MAX_PIECES = 64;

  /** What a table keeps when it is empty. */
  private static final int LEAST_ROOM = 4;

  private static final int[] NONE = new int[0];
  private static final long[] NONE_NANOS = new long[0];

  private int[] starts = NONE;
  private int[] ends = NONE;
  private int[] packets = NONE;
  private long[] nanos = NONE_NANOS;
  private int count;

  int count() {
    return count;
  }

  boolean isEmpty() {
    return count == 0;
  }

  boolean isFull() {
    return count == MAX_PIECES;
  }

  /** The sequence number of the first octet of piece {@code index}. */
  int start(int index) {
    return starts[index];
  }

  /** The sequence number behind its last octet. */
  int end(int index) {
    return ends[index];
  }

  /** The packets that are counted with it. */
  int packets(int index) {
    return packets[index];
  }

  /** When it was captured. */
  long nanos(int index) {
    return nanos[index];
  }

  /** Puts a piece in front of piece {@code index}, for which there is room. */
  void insert(int index, int start, int end, int packets, long nanos) {
    if (count == starts.length) {
      int room = Math.min(MAX_PIECES, Math.max(LEAST_ROOM, 2 * count));
      starts = Arrays.copyOf(starts, room);
      ends = Arrays.copyOf(ends, room);
      this.packets = Arrays.copyOf(this.packets, room);
      this.nanos = Arrays.copyOf(this.nanos, room);
    }
    move(index, index + 1);
    starts[index] = start;
    ends[index] = end;
    this.packets[index] = packets;
    this.nanos[index] = nanos;
    count++;
  }

  void removeFirst() {
    move(1, 0);
    count--;
    if (count == 0 && starts.length > LEAST_ROOM) {
      starts = NONE;
      ends = NONE;
      packets = NONE;
      nanos = NONE_NANOS;
    }
  }

  private void move(int from, int to) {
    System.arraycopy(starts, from, starts, to, count - from);
    System.arraycopy(ends, from, ends, to, count - from);
    System.arraycopy(packets, from, packets, to, count - from);
    System.arraycopy(nanos, from, nanos, to, count - from);
  }
}
