package org.nxsight.capture.tcp;

import org.jspecify.annotations.Nullable;

/**
 * Puts the segments of a stream in order (RFC 9293, section 3.10.7.4). Of octets that come twice
 * the first copy is kept. What comes beyond a hole waits for it to be filled; when the hole is
 * given up, the stream goes on behind it at the next place where a message plausibly starts.
 */
final class Reassembly {
  /** Farther away than any window that servers of DNS use: another connection on the same ports. */
  static final int REUSE_OCTETS = 1 << 20;

  private final StreamHandler next;
  private final StreamCounts counts;
  private final Framing framing;
  private final Rooms rooms = new Rooms(this::evict);
  private final AgeList waiting = new AgeList();

  Reassembly(StreamHandler next, StreamCounts counts) {
    this.next = next;
    this.counts = counts;
    framing = new Framing(next, counts);
  }

  /** The streams with a hole, in the order in which they began to wait. */
  AgeList waiting() {
    return waiting;
  }

  Rooms rooms() {
    return rooms;
  }

  /** Takes the octets of a segment. */
  void accept(
      Stream stream, int sequence, byte[] bytes, int offset, int octets, int packets, long nanos) {
    if (!stream.started) {
      stream.start(sequence, false);
    }
    int ahead = sequence - stream.next;
    if (ahead + octets <= 0 && ahead > -REUSE_OCTETS) {
      counts.repeatedOctets += octets;
      next.onSegments(SegmentFate.RETRANSMISSION, packets);
      return;
    }
    if (stream.closed || ahead <= -REUSE_OCTETS || ahead > REUSE_OCTETS) {
      flush(stream);
      stream.start(sequence, false);
      ahead = 0;
    }
    if (ahead < 0) {
      counts.repeatedOctets -= ahead;
      accept(stream, stream.next, bytes, offset - ahead, octets + ahead, packets, nanos);
      return;
    }
    int needed = stream.frontOctets + ahead + octets;
    if (needed > Stream.MOST_ROOM_OCTETS || stream.pieces.isFull()) {
      if (stream.pieces.isEmpty()) {
        goOnAt(stream, sequence);
      } else {
        giveUpHole(stream);
      }
      accept(stream, sequence, bytes, offset, octets, packets, nanos);
      return;
    }
    if (ahead == 0 && stream.pieces.isEmpty()) {
      append(stream, bytes, offset, octets, packets, nanos);
    } else if (rooms.ensure(stream, needed)) {
      keep(stream, sequence, bytes, offset, octets, packets, nanos);
      drain(stream);
    } else {
      counts.lostOctets += octets;
      next.onSegments(SegmentFate.INCOMPLETE, packets);
    }
    settle(stream);
  }

  /** Keeps those octets of a segment that are not there yet, as pieces. */
  private void keep(
      Stream stream, int sequence, byte[] bytes, int offset, int octets, int packets, long nanos) {
    Pieces pieces = stream.pieces;
    int end = sequence + octets;
    int at = sequence;
    int uncounted = packets;
    for (int i = 0; at - end < 0 && !pieces.isFull(); i++) {
      int gapEnd = i == pieces.count() || pieces.start(i) - end > 0 ? end : pieces.start(i);
      if (gapEnd - at > 0) {
        System.arraycopy(
            bytes, offset + (at - sequence), stream.buffer, stream.place(at), gapEnd - at);
        pieces.insert(i, at, gapEnd, uncounted, nanos);
        uncounted = 0;
        at = gapEnd;
      } else if (pieces.end(i) - at > 0) {
        counts.repeatedOctets += Math.min(pieces.end(i) - at, end - at);
        at = pieces.end(i);
      }
    }
    if (uncounted > 0) {
      next.onSegments(SegmentFate.RETRANSMISSION, uncounted);
    }
  }

  /** Takes what is no longer beyond a hole. */
  private void drain(Stream stream) {
    Pieces pieces = stream.pieces;
    while (!pieces.isEmpty() && pieces.start(0) == stream.next) {
      int octets = pieces.end(0) - pieces.start(0);
      int packets = pieces.packets(0);
      long nanos = pieces.nanos(0);
      pieces.removeFirst();
      lengthenFront(stream, octets, packets, nanos);
    }
  }

  /** Takes octets that are next in a stream without pieces. */
  private void append(
      Stream stream, byte[] bytes, int offset, int octets, int packets, long nanos) {
    int front = stream.frontOctets;
    if (front > 0 && rooms.ensure(stream, front + octets)) {
      System.arraycopy(bytes, offset, stream.buffer, front, octets);
      lengthenFront(stream, octets, packets, nanos);
      return;
    }
    if (front > 0) {
      dropFront(stream);
    }
    int done = cut(stream, bytes, offset, offset + octets, nanos);
    SegmentFate fate = framing.fate();
    stream.next += octets;
    int rest = octets - done;
    if (rest > 0 && rooms.ensure(stream, rest)) {
      System.arraycopy(bytes, offset + done, stream.buffer, 0, rest);
    } else if (rest > 0) {
      counts.lostOctets += rest;
      stream.synchronised = false;
      rest = 0;
    }
    setFront(stream, rest, nanos);
    count(stream, fate, true, packets);
  }

  /** Takes octets that stand behind the front already. */
  private void lengthenFront(Stream stream, int octets, int packets, long nanos) {
    int front = stream.frontOctets;
    int longer = front + octets;
    int done = cut(stream, stream.buffer, 0, longer, nanos);
    stream.next += octets;
    stream.frontOctets = longer;
    stream.discard(done);
    long frontNanos = done > 0 ? nanos : Math.max(stream.frontNanos, nanos);
    setFront(stream, longer - done, frontNanos);
    count(stream, framing.fate(), done >= front, packets);
  }

  private static void setFront(Stream stream, int octets, long nanos) {
    stream.frontOctets = octets;
    stream.frontNanos = octets == 0 ? Long.MIN_VALUE : nanos;
  }

  private int cut(Stream stream, byte[] bytes, int from, int to, long nanos) {
    if (!stream.synchronised
        && stream.frontOctets == 0
        && Plausibility.ofPrefixed(bytes, from, to) != Plausibility.YES
        && Plausibility.isWholeMessage(bytes, from, to - from)) {
      framing.handWhole(stream, bytes, from, to - from, nanos);
      return to - from;
    }
    return framing.cut(stream, bytes, from, to, nanos);
  }

  /** Counts the packets whose fate is known now. */
  private void count(
      Stream stream, @Nullable SegmentFate fate, boolean oldFrontIsDone, int packets) {
    if (fate != null) {
      report(fate, stream.frontPackets + packets);
      stream.frontPackets = 0;
    } else if (stream.frontOctets == 0) {
      report(SegmentFate.INCOMPLETE, stream.frontPackets + packets);
      stream.frontPackets = 0;
    } else if (oldFrontIsDone) {
      report(SegmentFate.INCOMPLETE, stream.frontPackets);
      stream.frontPackets = packets;
    } else {
      stream.frontPackets += packets;
    }
  }

  private void report(SegmentFate fate, int packets) {
    if (packets > 0) {
      next.onSegments(fate, packets);
    }
  }

  /** Goes on with the first piece, as if nothing had been before it. */
  void giveUpHole(Stream stream) {
    int start = stream.place(stream.pieces.start(0));
    stream.discard(start);
    goOnAt(stream, stream.pieces.start(0));
    drain(stream);
    settle(stream);
  }

  private void goOnAt(Stream stream, int sequence) {
    dropFront(stream);
    counts.lostOctets += sequence - stream.next;
    stream.next = sequence;
  }

  private void dropFront(Stream stream) {
    counts.lostOctets += stream.frontOctets;
    report(SegmentFate.INCOMPLETE, stream.frontPackets);
    stream.frontOctets = 0;
    stream.frontPackets = 0;
    stream.frontNanos = Long.MIN_VALUE;
    stream.synchronised = false;
  }

  /** Gives up whatever a stream still waits for. */
  void flush(Stream stream) {
    while (!stream.pieces.isEmpty()) {
      giveUpHole(stream);
    }
    if (stream.frontOctets > 0) {
      dropFront(stream);
    }
    settle(stream);
  }

  private void evict(Stream stream) {
    counts.evictedStreams++;
    flush(stream);
  }

  /** Ends the stream when its end is reached, and gives back the room that is not used. */
  private void settle(Stream stream) {
    if (stream.hasEnd && !stream.closed && stream.next - stream.endSequence >= 0) {
      stream.closed = true;
      flush(stream);
      return;
    }
    if (stream.holdsNothing()) {
      rooms.release(stream);
    }
    if (stream.pieces.isEmpty()) {
      stream.waiting.remove();
      stream.waitingSinceNanos = Stream.NOT_WAITING;
    } else if (stream.waitingSinceNanos != stream.pieces.nanos(0)) {
      stream.waitingSinceNanos = stream.pieces.nanos(0);
      waiting.add(stream.waiting);
    }
  }

  /** Says where a stream ends, which may be beyond a hole. */
  void end(Stream stream, int sequence) {
    if (stream.started && !stream.closed) {
      stream.hasEnd = true;
      stream.endSequence = sequence;
      settle(stream);
    }
  }
}
