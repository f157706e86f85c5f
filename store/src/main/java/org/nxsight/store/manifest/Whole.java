package org.nxsight.store.manifest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Files that are there whole or not at all: they get their names when all of them is on the disk.
 */
public final class Whole {
  private Whole() {}

  /** The name of a file that is not whole yet. */
  public static Path part(Path file) {
    return file.resolveSibling("." + file.getFileName() + ".part");
  }

  /** Writes a file in the place of the one there was. */
  static void write(Path file, byte[] octets) throws IOException {
    Path part = part(file);
    try {
      try (FileChannel channel =
          FileChannel.open(
              part,
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              StandardOpenOption.TRUNCATE_EXISTING)) {
        for (ByteBuffer rest = ByteBuffer.wrap(octets); rest.hasRemaining(); ) {
          channel.write(rest);
        }
        channel.force(true);
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
      syncDirectory(directoryOf(file));
    } catch (IOException failed) {
      throw unwritable(file, failed);
    }
  }

  /** Gives a part its name when all of it is on the disk. */
  public static void finish(Path file) throws IOException {
    Path part = part(file);
    try {
      try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failed) {
      throw unwritable(file, failed);
    }
  }

  /** Makes sure that the files in a directory are found after a crash of the system too. */
  public static void syncDirectory(Path directory) throws IOException {
    try (FileChannel entries = FileChannel.open(directory, StandardOpenOption.READ)) {
      entries.force(true);
    }
  }

  /** Removes a directory and everything in it, unless it is not there. */
  public static void deleteTree(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return;
    }
    try (Stream<Path> entries = Files.walk(directory)) {
      for (Path each : entries.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    }
  }

  /** The directory a file is in. */
  public static Path directoryOf(Path file) {
    return Objects.requireNonNull(file.getParent(), "a file of the store is in a directory");
  }

  /** One line that says which file could not be written, and why. */
  public static IOException unwritable(Path file, IOException failed) {
    String reason = failed.getMessage();
    if (failed instanceof AccessDeniedException) {
      reason = "permission denied";
    } else if (failed instanceof FileSystemException system && system.getReason() != null) {
      reason = system.getReason();
    }
    return new IOException(file + ": cannot be written: " + reason, failed);
  }
}
