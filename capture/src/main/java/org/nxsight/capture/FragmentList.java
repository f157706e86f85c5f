package org.nxsight.capture;

import java.util.Arrays;

/** The IP datagrams that were the fragments of one, as ranges of somebody else's array. */
public final class FragmentList {
  private byte[] bytes = new byte[0];
  private int[] offsets = new int[4];
  private int[] lengths = new int[4];
  private long[] epochNanos = new long[4];
  private int count;

  /** Forgets all fragments. */
  public void clear() {
    count = 0;
  }

  /** Names the array that all fragments stand in. */
  public void setBytes(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Appends one, with the time it was captured. */
  public void add(int offset, int length, long epochNanos) {
    if (count == offsets.length) {
      offsets = Arrays.copyOf(offsets, 2 * count);
      lengths = Arrays.copyOf(lengths, 2 * count);
      this.epochNanos = Arrays.copyOf(this.epochNanos, 2 * count);
    }
    offsets[count] = offset;
    lengths[count] = length;
    this.epochNanos[count] = epochNanos;
    count++;
  }

  /** How many there are; 0 when the datagram came whole. */
  public int count() {
    return count;
  }

  /** The array that all fragments stand in. */
  public byte[] bytes() {
    return bytes;
  }

  /** Where fragment {@code index} starts. */
  public int offset(int index) {
    return offsets[index];
  }

  /** The octets of fragment {@code index}. */
  public int length(int index) {
    return lengths[index];
  }

  /** When fragment {@code index} was captured, in nanoseconds since 1970. */
  public long epochNanos(int index) {
    return epochNanos[index];
  }

  /** The octets of all fragments together. */
  public int totalOctets() {
    int total = 0;
    for (int i = 0; i < count; i++) {
      total += lengths[i];
    }
    return total;
  }
}
