package org.nxsight.app.bus;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A file of records that wait, {@code 00000001000000.spill}; their order is that of the numbers.
 */
final class SpillSegment implements Closeable {
  private static final Pattern NAME = Pattern.compile("(\\d{14})\\.spill");

  private final Path file;
  private final long number;
  private final FileChannel channel;
  private long octets;

  private SpillSegment(Path file, long number, FileChannel channel) throws IOException {
    this.file = file;
    this.number = number;
    this.channel = channel;
    octets = channel.size();
  }

  /** Those of a directory, in their order. */
  static List<SpillSegment> in(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    List<Path> files;
    try (Stream<Path> entries = Files.list(directory)) {
      files =
          entries.filter(each -> NAME.matcher(each.getFileName().toString()).matches()).toList();
    }
    List<SpillSegment> segments = new ArrayList<>();
    for (Path file : files) {
      Matcher matcher = NAME.matcher(file.getFileName().toString());
      if (matcher.matches()) {
        FileChannel channel =
            FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        segments.add(new SpillSegment(file, Long.parseLong(matcher.group(1)), channel));
      }
    }
    segments.sort(Comparator.comparingLong(SpillSegment::number));
    return segments;
  }

  /** A new one. */
  static SpillSegment create(Path directory, long number) throws IOException {
    Path file = directory.resolve(String.format(Locale.ROOT, "%014d.spill", number));
    FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    return new SpillSegment(file, number, channel);
  }

  long number() {
    return number;
  }

  /** The octets of whole records. */
  long octets() {
    return octets;
  }

  /** The record at an offset; null when none stands there whole. */
  @Nullable OutgoingRecord read(long offset) throws IOException {
    return SpillFrame.read(channel, offset, octets);
  }

  /** Writes behind what is there; what could not be written whole is not there. */
  void append(ByteBuffer frame) throws IOException {
    long at = octets;
    while (frame.hasRemaining()) {
      at += channel.write(frame, at);
    }
    octets = at;
  }

  void delete() throws IOException {
    channel.close();
    Files.deleteIfExists(file);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
