package org.nxsight.capture.tcp;

import org.jspecify.annotations.Nullable;
import org.nxsight.wire.Bytes;
import org.nxsight.wire.ip.DatagramView;

/**
 * Finds the DNS messages in TCP segments. Connections may be seen from their SYN on, which may
 * carry data already (RFC 7413), or from the middle; one direction is enough.
 *
 * <p>A hole is given up when the other side acknowledges what is behind it and 100 ms have passed,
 * because then only the capture misses it; or after 3 s, by when it would have been sent again (RFC
 * 6298: 1 s, doubled once). A stream without a segment for 60 s is forgotten; should it go on, it
 * is as one that was seen from the middle. All times are packet times.
 */
public final class TcpStreams {
  static final long IDLE_NANOS = 60_000_000_000L;
  static final long HOLE_NANOS = 3_000_000_000L;
  static final long ACKNOWLEDGED_HOLE_NANOS = 100_000_000L;

  private static final int FIN = 0x01;
  private static final int SYN = 0x02;
  private static final int RST = 0x04;
  private static final int ACK = 0x10;

  private final StreamHandler next;
  private final long seed;
  private final StreamCounts counts = new StreamCounts();
  private final StreamTable table;
  private final Reassembly reassembly;
  private final StreamKey key = new StreamKey();

  /**
   * @param seed of the hash; any secret number
   * @param next gets the messages, and learns what became of every segment
   */
  public TcpStreams(long seed, StreamHandler next) {
    this.seed = seed;
    this.next = next;
    table = new StreamTable(seed);
    reassembly = new Reassembly(next, counts);
  }

  /**
   * Takes a segment.
   *
   * @param segment a datagram whose shape is {@link DatagramView.Shape#TCP}
   * @param packets that brought it, several when it was fragmented
   */
  public void onSegment(DatagramView segment, int packets, long epochNanos) {
    expire(epochNanos);
    byte[] bytes = segment.bytes();
    int tcp = segment.transportOffset();
    int sequence = Bytes.i32(bytes, tcp + 4);
    int flags = Bytes.u8(bytes, tcp + 13);
    int octets = (flags & RST) == 0 ? segment.payloadLength() : 0;
    key.read(segment, seed);
    Stream stream = table.find(key);
    Stream peer = stream == null ? table.findReversed(key) : stream.peer;
    if ((flags & ACK) != 0 && peer != null) {
      acknowledge(peer, Bytes.i32(bytes, tcp + 8), epochNanos);
    }
    if (stream == null && ((flags & SYN) != 0 || octets > 0)) {
      stream = add();
    }
    if ((flags & SYN) != 0 && stream != null) {
      sequence++;
      synchronise(stream, sequence);
    }
    if (octets == 0 || stream == null) {
      next.onSegments(SegmentFate.CONTROL, packets);
    } else {
      reassembly.accept(
          stream, sequence, bytes, segment.payloadOffset(), octets, packets, epochNanos);
    }
    if (stream != null && (flags & FIN) != 0) {
      reassembly.end(stream, sequence + octets);
    }
    if ((flags & RST) != 0) {
      reset(stream);
      reset(peer);
    }
    if (stream != null) {
      table.touch(stream, epochNanos);
    }
  }

  private Stream add() {
    Stream first = table.isFull() ? table.first() : null;
    if (first != null) {
      counts.evictedStreams++;
      remove(first);
    }
    return table.add(key);
  }

  /** A SYN starts a stream anew, unless it is a copy or came late. */
  private void synchronise(Stream stream, int first) {
    int progress = stream.next - first;
    boolean late =
        stream.started && !stream.closed && progress >= 0 && progress <= Reassembly.REUSE_OCTETS;
    if (!late) {
      reassembly.flush(stream);
      stream.start(first, true);
    }
  }

  private void acknowledge(Stream stream, int acknowledged, long nowNanos) {
    while (!stream.pieces.isEmpty()
        && acknowledged - stream.pieces.start(0) >= 0
        && nowNanos - stream.waitingSinceNanos > ACKNOWLEDGED_HOLE_NANOS) {
      reassembly.giveUpHole(stream);
    }
  }

  private void reset(@Nullable Stream stream) {
    if (stream != null) {
      reassembly.flush(stream);
      stream.closed = true;
    }
  }

  private void expire(long nowNanos) {
    for (Stream stream = reassembly.waiting().oldest();
        stream != null && nowNanos - stream.waitingSinceNanos > HOLE_NANOS;
        stream = reassembly.waiting().oldest()) {
      reassembly.giveUpHole(stream);
    }
    for (Stream stream = table.lastHeardBefore(nowNanos - IDLE_NANOS);
        stream != null;
        stream = table.lastHeardBefore(nowNanos - IDLE_NANOS)) {
      remove(stream);
    }
  }

  private void remove(Stream stream) {
    reassembly.flush(stream);
    table.remove(stream);
  }

  /** Gives up everything that still waits: there will be no more segments. */
  public void finish() {
    for (Stream stream = table.first(); stream != null; stream = table.first()) {
      remove(stream);
    }
  }

  /** What was lost and passed over, so far. */
  public StreamCounts counts() {
    return counts;
  }

  /** The directions of connections that are known now. */
  public int streams() {
    return table.size();
  }

  /** The memory that their octets take at most, in octets. */
  public long octets() {
    return reassembly.rooms().grownOctets() + (long) table.size() * Stream.SMALL_ROOM_OCTETS;
  }
}
