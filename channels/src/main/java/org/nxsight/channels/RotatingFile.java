package org.nxsight.channels;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A series of files, one for each interval of record time, named as the field's consumers expect:
 * {@code base.YYYYMMDD.HHMM.epoch.nnnnnnnnn.suffix} with the start of the interval in UTC.
 *
 * <p>A file is written as {@code .NAME.part}, synced, and only then gets its name, so that a reader
 * never sees half a file. When the name is taken, by an earlier run over the same time, the
 * nanoseconds count on until one is free. A record older than the current interval goes to the
 * current file.
 */
final class RotatingFile {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyyMMdd.HHmm", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final long NANOS_A_SECOND = 1_000_000_000L;
  private static final long NOT_STARTED = Long.MIN_VALUE;

  /**
   * Records are this old when they come, at most: an error has its query's time, and that waits 10
   * s for its response. So long is a file kept open after its interval.
   */
  private static final long LATE_NANOS = 10 * NANOS_A_SECOND;

  /** What has gathered is written at least so often, if time is told: that is all a crash loses. */
  private static final long WRITE_NANOS = 10 * NANOS_A_SECOND;

  private final Path directory;
  private final String base;
  private final String suffix;
  private final long intervalSeconds;
  private final FileNaming naming;
  private @Nullable FileChannel channel;
  private Path file;
  private long startSeconds = NOT_STARTED;
  private long lastWriteNanos = NOT_STARTED;

  /**
   * @param directory made when it does not exist
   * @param base the channel's name
   * @param suffix without a dot
   * @param intervalSeconds how much record time goes to one file
   * @param naming takes the files that are whole
   */
  RotatingFile(
      Path directory, String base, String suffix, long intervalSeconds, FileNaming naming) {
    this.directory = directory;
    this.base = base;
    this.suffix = suffix;
    this.intervalSeconds = intervalSeconds;
    this.naming = naming;
    file = directory;
  }

  /**
   * Whether a record of this time belongs to a later file than the current one. The first record
   * after the start or after {@link #finish} begins the current one.
   */
  boolean isBeyond(long epochNanos) {
    long seconds = Math.floorDiv(epochNanos, NANOS_A_SECOND);
    if (startSeconds == NOT_STARTED) {
      startSeconds = seconds - Math.floorMod(seconds, intervalSeconds);
    }
    return seconds >= startSeconds + intervalSeconds;
  }

  /**
   * Whether the current file's interval has passed, and late records need no more be waited for.
   */
  boolean isOver(long reachedNanos) {
    return startSeconds != NOT_STARTED
        && reachedNanos - LATE_NANOS >= (startSeconds + intervalSeconds) * NANOS_A_SECOND;
  }

  /** Whether it is time to write what has gathered; called again and again as time goes on. */
  boolean isWriteDue(long reachedNanos) {
    boolean due = lastWriteNanos != NOT_STARTED && reachedNanos - lastWriteNanos >= WRITE_NANOS;
    if (due || lastWriteNanos == NOT_STARTED) {
      lastWriteNanos = reachedNanos;
    }
    return due;
  }

  /** Writes to the current file. */
  void write(byte[] bytes, int offset, int length) throws IOException {
    FileChannel open = channel == null ? open() : channel;
    ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
    while (buffer.hasRemaining()) {
      open.write(buffer);
    }
  }

  private FileChannel open() throws IOException {
    Files.createDirectories(directory);
    file = freeName();
    FileChannel open =
        FileChannel.open(
            part(file),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING);
    channel = open;
    return open;
  }

  /** What a file is called until it is whole. */
  static Path part(Path file) {
    return file.resolveSibling("." + file.getFileName() + ".part");
  }

  /** The directory a channel's file is in. */
  static Path directoryOf(Path file) {
    return Objects.requireNonNull(file.getParent(), "a channel's file is in its directory");
  }

  private Path freeName() {
    int nanos = 0;
    Path free = directory.resolve(name(nanos));
    while (Files.exists(free) || Files.exists(part(free))) {
      free = directory.resolve(name(++nanos));
    }
    return free;
  }

  private String name(int nanos) {
    String minute = MINUTE.format(Instant.ofEpochSecond(startSeconds));
    return String.format(
        Locale.ROOT, "%s.%s.%d.%09d.%s", base, minute, startSeconds, nanos, suffix);
  }

  /** Syncs the current file and hands it on to get its name; the next write begins another one. */
  void finish() throws IOException {
    if (channel == null) {
      return;
    }
    channel.force(true);
    channel.close();
    channel = null;
    startSeconds = NOT_STARTED;
    naming.onFinished(part(file), file);
  }

  /** Makes sure that what was renamed stays renamed. */
  static void syncDirectory(Path directory) throws IOException {
    try (FileChannel entries = FileChannel.open(directory, StandardOpenOption.READ)) {
      entries.force(true);
    }
  }

  /** Removes the unfinished file. */
  void abort() {
    if (channel == null) {
      return;
    }
    try {
      Files.deleteIfExists(part(file)); // first, since closing may fail on a full or broken disk
      channel.close();
    } catch (IOException e) {
      // what led here is the failure to tell; the next start clears the file
    }
    channel = null;
  }
}
