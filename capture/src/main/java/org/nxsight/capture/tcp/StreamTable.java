package org.nxsight.capture.tcp;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * The streams by their key, at most 32,768, and in the order of their last segment. Those that have
 * ended are the first to make room, and then those that have not carried an octet yet, of which
 * anybody can make many.
 */
final class StreamTable {
  /** Both directions of 16,384 connections. */
  static final int MAX_STREAMS = 1 << 15;

  private static final int BUCKETS = 2 * MAX_STREAMS;

  private final long seed;
  private final @Nullable Stream[] buckets = new @Nullable Stream[BUCKETS];
  private final ArrayDeque<Stream> spare = new ArrayDeque<>();
  private final AgeList ended = new AgeList();
  private final AgeList silent = new AgeList();
  private final AgeList speaking = new AgeList();
  private final AgeList[] lists = {ended, silent, speaking};
  private final StreamKey reversed = new StreamKey();
  private int size;

  StreamTable(long seed) {
    this.seed = seed;
  }

  int size() {
    return size;
  }

  boolean isFull() {
    return size == MAX_STREAMS;
  }

  /** The stream that goes first when there is no room; null when there are none. */
  @Nullable Stream first() {
    return lastHeardBefore(Long.MAX_VALUE);
  }

  /** A stream without a segment since some time, or null. */
  @Nullable Stream lastHeardBefore(long epochNanos) {
    for (AgeList list : lists) {
      Stream stream = list.oldest();
      if (stream != null && stream.lastNanos < epochNanos) {
        return stream;
      }
    }
    return null;
  }

  @Nullable Stream find(StreamKey key) {
    Stream stream = buckets[key.hash() & (BUCKETS - 1)];
    while (stream != null && !stream.key.isSame(key)) {
      stream = stream.nextInBucket;
    }
    return stream;
  }

  /** The other direction of a connection. */
  @Nullable Stream findReversed(StreamKey key) {
    reversed.reverse(key, seed);
    return find(reversed);
  }

  /** Adds a stream for which there is room. */
  Stream add(StreamKey key) {
    Stream stream = spare.isEmpty() ? new Stream() : spare.pop();
    stream.begin(key);
    int bucket = key.hash() & (BUCKETS - 1);
    stream.nextInBucket = buckets[bucket];
    buckets[bucket] = stream;
    stream.peer = findReversed(key);
    if (stream.peer != null) {
      stream.peer.peer = stream;
    }
    size++;
    return stream;
  }

  /** Notes that a segment came. */
  void touch(Stream stream, long epochNanos) {
    stream.lastNanos = epochNanos;
    boolean spoke = stream.next != stream.firstSequence || !stream.holdsNothing();
    AgeList list = stream.closed ? ended : spoke ? speaking : silent;
    list.add(stream.age);
  }

  /** Takes out a stream that holds nothing. */
  void remove(Stream stream) {
    int bucket = stream.key.hash() & (BUCKETS - 1);
    if (buckets[bucket] == stream) {
      buckets[bucket] = stream.nextInBucket;
    } else {
      Stream before = buckets[bucket];
      while (before != null && before.nextInBucket != stream) {
        before = before.nextInBucket;
      }
      if (before != null) {
        before.nextInBucket = stream.nextInBucket;
      }
    }
    if (stream.peer != null) {
      stream.peer.peer = null;
      stream.peer = null;
    }
    stream.age.remove();
    spare.push(stream);
    size--;
  }
}
