package org.nxsight.app.bus;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records that wait on disk, in their order, for a broker that is slow or away; what is left at the
 * end of a run waits for the next one. They stand in segments of some 8 MiB; a segment goes when
 * all of it has been acknowledged. How far that is stands in the file {@code position}, so that a
 * run that was killed sends again only what was under way.
 *
 * <p>It is used by one thread. What it holds survives the end of the process by any signal; nothing
 * is synced, so that a power cut may take the last seconds.
 */
final class Spill implements Closeable {
  static final long SEGMENT_OCTETS = 8 << 20;

  /** Leaves room for segments before the first one. */
  private static final long FIRST_NUMBER = 1_000_000;

  /** A place behind a record: in what segment, and how far. */
  record Position(long segment, long offset) {}

  /**
   * A record that was read.
   *
   * @param end the place behind it
   * @param carried whether an earlier run left it
   */
  record Spilled(OutgoingRecord outgoing, Position end, boolean carried) {}

  private final Path directory;
  private final long limitOctets;
  private final Deque<SpillSegment> segments = new ArrayDeque<>();
  private final SpillPosition position;
  private final long firstOwnNumber;
  private @Nullable SpillSegment written;
  private long nextNumber = FIRST_NUMBER;
  private Position readTo;
  private long octets;
  private long unreleased;
  private long torn;

  private Spill(Path directory, long limitOctets) throws IOException {
    this.directory = directory;
    this.limitOctets = limitOctets;
    position = new SpillPosition(directory.resolve("position"));
    for (SpillSegment segment : SpillSegment.in(directory)) {
      segments.add(segment);
      octets += segment.octets();
      nextNumber = segment.number() + 1;
    }
    firstOwnNumber = nextNumber;
    long first = segments.isEmpty() ? nextNumber : segments.getFirst().number();
    Position told = position.read();
    readTo = told != null && told.segment() == first ? told : new Position(first, 0);
  }

  /**
   * What an earlier run left in a directory, which need not be there yet.
   *
   * @param limitOctets on disk at most
   */
  static Spill open(Path directory, long limitOctets) throws IOException {
    return new Spill(directory, limitOctets);
  }

  /** Adds a record behind all others; false when there is no room for it. */
  boolean add(OutgoingRecord record) throws IOException {
    ByteBuffer frame = SpillFrame.of(record);
    if (octets + frame.remaining() > limitOctets) {
      return false;
    }
    SpillSegment segment = written;
    if (segment == null || segment.octets() >= SEGMENT_OCTETS) {
      Files.createDirectories(directory);
      segment = SpillSegment.create(directory, nextNumber++);
      segments.add(segment);
      written = segment;
    }
    octets += frame.remaining();
    segment.append(frame);
    return true;
  }

  /** The next record that was not read yet; null when there is none. */
  @Nullable Spilled next() throws IOException {
    for (SpillSegment segment : segments) {
      if (segment.number() < readTo.segment()) {
        continue;
      }
      long from = segment.number() == readTo.segment() ? readTo.offset() : 0;
      OutgoingRecord record = segment.read(from);
      if (record != null) {
        readTo = new Position(segment.number(), from + SpillFrame.octets(record));
        unreleased++;
        return new Spilled(record, readTo, segment.number() < firstOwnNumber);
      }
      if (from < segment.octets()) {
        torn++;
      }
      if (segment != written) {
        readTo = new Position(segment.number() + 1, 0);
      }
    }
    if (unreleased == 0) {
      clear(); // what was left could not be read
    }
    return null;
  }

  private void clear() throws IOException {
    while (!segments.isEmpty()) {
      segments.removeFirst().delete();
    }
    octets = 0;
    written = null;
    position.clear();
  }

  /** Gives up the oldest record that was read, and all before: it has been acknowledged. */
  void release(Position end) throws IOException {
    unreleased--;
    if (unreleased == 0 && isRead()) {
      clear();
      return;
    }
    while (!segments.isEmpty() && segments.getFirst().number() < end.segment()) {
      SpillSegment segment = segments.removeFirst();
      octets -= segment.octets();
      segment.delete();
    }
    position.write(end);
  }

  private boolean isRead() {
    SpillSegment last = segments.peekLast();
    return last == null
        || readTo.segment() > last.number()
        || (readTo.segment() == last.number() && readTo.offset() >= last.octets());
  }

  /** Whether nothing waits, read or not. */
  boolean isEmpty() {
    return segments.isEmpty();
  }

  /** Puts records before all others; only when none of these has been released. */
  void addFirst(List<OutgoingRecord> records) throws IOException {
    if (records.isEmpty()) {
      return;
    }
    Files.createDirectories(directory);
    long number = segments.isEmpty() ? nextNumber : segments.getFirst().number() - 1;
    SpillSegment segment = SpillSegment.create(directory, number);
    for (OutgoingRecord record : records) {
      segment.append(SpillFrame.of(record));
    }
    octets += segment.octets();
    segments.addFirst(segment);
    position.clear();
  }

  /** The octets on disk. */
  long octets() {
    return octets;
  }

  /** The records that could not be read, since they were being written when a run was killed. */
  long torn() {
    return torn;
  }

  @Override
  public void close() throws IOException {
    for (SpillSegment segment : segments) {
      segment.close();
    }
    position.close();
  }
}
