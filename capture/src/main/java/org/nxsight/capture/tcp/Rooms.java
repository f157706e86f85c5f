package org.nxsight.capture.tcp;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The memory for what streams hold: 512 octets that each of 32,768 may have for itself, which are
 * 16 MiB, and 16 MiB for those that need more. When these are used up, the stream that has held its
 * share longest loses what it holds.
 */
final class Rooms {
  static final int MAX_GROWN_OCTETS = 16 << 20;

  private final AgeList holders = new AgeList();
  private final Consumer<Stream> evict;
  private int grownOctets;

  /**
   * @param evict makes a stream hold nothing, and {@linkplain #release give its room back}
   */
  Rooms(Consumer<Stream> evict) {
    this.evict = evict;
  }

  /** Gives a stream a buffer of at least so many octets; false when that cannot be. */
  boolean ensure(Stream stream, int octets) {
    if (octets <= stream.buffer.length) {
      return true;
    }
    if (octets <= Stream.SMALL_ROOM_OCTETS) {
      stream.setBuffer(new byte[Stream.SMALL_ROOM_OCTETS]);
      return true;
    }
    if (octets > Stream.MOST_ROOM_OCTETS) {
      return false;
    }
    int room = Integer.highestOneBit(octets - 1) << 1;
    int growth = room - (isGrown(stream) ? stream.buffer.length : 0);
    while (grownOctets + growth > MAX_GROWN_OCTETS) {
      Stream oldest = oldestBut(stream);
      if (oldest == null) {
        return false;
      }
      evict.accept(oldest);
    }
    grownOctets += growth;
    stream.setBuffer(new byte[room]);
    holders.add(stream.grown);
    return true;
  }

  private @Nullable Stream oldestBut(Stream stream) {
    Stream oldest = holders.oldest();
    if (oldest == stream) {
      holders.add(stream.grown);
      oldest = holders.oldest();
    }
    return oldest == stream ? null : oldest;
  }

  /** Takes back what a stream that holds nothing has beyond its own. */
  void release(Stream stream) {
    if (isGrown(stream)) {
      grownOctets -= stream.buffer.length;
      stream.dropBuffer();
      stream.grown.remove();
    }
  }

  private static boolean isGrown(Stream stream) {
    return stream.buffer.length > Stream.SMALL_ROOM_OCTETS;
  }

  /** What is used beyond the streams' own. */
  int grownOctets() {
    return grownOctets;
  }
}
