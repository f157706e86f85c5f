package org.nxsight.channels;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a run that was killed left in a channel's directory: files still called {@code .NAME.part}.
 */
final class UnfinishedFiles {
  private static final String SUFFIX = ".part";

  /** {@code base.YYYYMMDD.HHMM.epoch.nnnnnnnnn.suffix}, as {@link RotatingFile} names them. */
  private static final Pattern NAME = Pattern.compile("(.+\\.)\\d{9}(\\.[a-z]+)");

  private UnfinishedFiles() {}

  /** Removes them all, and returns how many they were. */
  static int clear(Path directory) throws IOException {
    List<Path> parts = list(directory);
    for (Path part : parts) {
      Files.delete(part);
    }
    return parts.size();
  }

  /**
   * Gives each its name, without a tail that is not whole; one with nothing whole in it is removed.
   *
   * @return how many got their names
   */
  static int complete(Path directory) throws IOException {
    int completed = 0;
    for (Path part : list(directory)) {
      long whole = WholeRecords.octets(part);
      if (whole == 0) {
        Files.delete(part);
        continue;
      }
      try (FileChannel file = FileChannel.open(part, StandardOpenOption.WRITE)) {
        file.truncate(whole);
        file.force(true);
      }
      Files.move(part, freeName(part), StandardCopyOption.ATOMIC_MOVE);
      completed++;
    }
    if (completed > 0) {
      RotatingFile.syncDirectory(directory);
    }
    return completed;
  }

  private static List<Path> list(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.filter(UnfinishedFiles::isUnfinished).sorted().toList();
    }
  }

  private static boolean isUnfinished(Path path) {
    String name = path.getFileName().toString();
    return name.startsWith(".") && name.endsWith(SUFFIX);
  }

  /** The name of an unfinished file, or one like it that is free. */
  static Path freeName(Path part) throws IOException {
    String hidden = part.getFileName().toString();
    String name = hidden.substring(1, hidden.length() - SUFFIX.length());
    Matcher matcher = NAME.matcher(name);
    if (!matcher.matches()) {
      throw new IOException(part + ": is no file of ours; move it away");
    }
    Path free = part.resolveSibling(name);
    for (int nanos = 0; Files.exists(free); nanos++) {
      free = part.resolveSibling(matcher.group(1) + "%09d".formatted(nanos) + matcher.group(2));
    }
    return free;
  }
}
