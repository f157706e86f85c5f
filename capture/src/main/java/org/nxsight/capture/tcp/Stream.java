package org.nxsight.capture.tcp;

import org.jspecify.annotations.Nullable;

/**
 * One direction of a connection. What has come in order but is no whole message yet is the front;
 * pieces beyond a hole stand behind it, each at its place.
 *
 * <pre>
 *   buffer   | front           | hole  | piece | hole | piece |
 *              0                 ^ next  (sequence number of the octet that comes next)
 * </pre>
 */
final class Stream {
  /** Room for most queries and their lengths, which a stream keeps once it has it. */
  static final int SMALL_ROOM_OCTETS = 512;

  /** Room for the longest front, 65,536 octets, and a segment behind it. */
  static final int MOST_ROOM_OCTETS = 128 << 10;

  /** No packet's time. */
  static final long NOT_WAITING = Long.MIN_VALUE;

  private static final byte[] NO_ROOM = new byte[0];

  final StreamKey key = new StreamKey();
  final AgeList.Node age = new AgeList.Node(this);
  final AgeList.Node waiting = new AgeList.Node(this);
  final AgeList.Node grown = new AgeList.Node(this);
  final Pieces pieces = new Pieces();
  final TransferIds transfers = new TransferIds();

  @Nullable Stream nextInBucket;
  @Nullable Stream peer;
  long lastNanos;

  /** Whether {@link #next} is known. */
  boolean started;

  /** Whether a message's length stands where the front starts. */
  boolean synchronised;

  /** Whether it has ended; it is kept a while to tell what comes late. */
  boolean closed;

  boolean hasEnd;
  int endSequence;
  int firstSequence;
  int next;
  byte[] buffer = NO_ROOM;
  int frontOctets;

  /** The packets that brought the front and are not counted yet. */
  int frontPackets;

  long frontNanos = Long.MIN_VALUE;

  /** When the first piece began to wait, or {@link #NOT_WAITING}. */
  long waitingSinceNanos = NOT_WAITING;

  /** Forgets everything, for another connection. */
  void begin(StreamKey key) {
    this.key.set(key);
    peer = null;
    started = false;
    closed = false;
    hasEnd = false;
    transfers.clear();
  }

  /** Starts anew at a sequence number. */
  void start(int sequence, boolean synchronised) {
    started = true;
    this.synchronised = synchronised;
    closed = false;
    hasEnd = false;
    firstSequence = sequence;
    next = sequence;
    transfers.clear();
  }

  boolean holdsNothing() {
    return frontOctets == 0 && pieces.isEmpty();
  }

  /** Where an octet that is still to come has its place in the buffer. */
  int place(int sequence) {
    return frontOctets + (sequence - next);
  }

  /** The octets of the buffer that are taken, holes included. */
  int extent() {
    return pieces.isEmpty() ? frontOctets : place(pieces.end(pieces.count() - 1));
  }

  /** Moves what stands behind the first octets of the buffer to its start. */
  void discard(int octets) {
    int extent = extent();
    System.arraycopy(buffer, octets, buffer, 0, extent - octets);
  }

  void setBuffer(byte[] larger) {
    System.arraycopy(buffer, 0, larger, 0, Math.min(extent(), buffer.length));
    buffer = larger;
  }

  void dropBuffer() {
    buffer = NO_ROOM;
  }
}
