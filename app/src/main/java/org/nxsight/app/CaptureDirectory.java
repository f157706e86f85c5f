package org.nxsight.app;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A directory of captures: the files right in it that claim to be finished. */
final class CaptureDirectory {
  private CaptureDirectory() {}

  /**
   * The regular files of a directory by name, but for hidden ones and those called {@code .part}.
   */
  static List<Path> files(Path directory) throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
      return files(entries);
    }
  }

  /** The same of entries as the system gives them out, which it may fail to do at any of them. */
  static List<Path> files(DirectoryStream<Path> entries) throws IOException {
    List<Path> files = new ArrayList<>();
    try {
      for (Path entry : entries) {
        if (hasFinalName(entry) && Files.isRegularFile(entry)) {
          files.add(entry);
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    files.sort(null);
    return files;
  }

  private static boolean hasFinalName(Path path) {
    String name = path.getFileName().toString();
    return !name.startsWith(".") && !name.endsWith(".part");
  }
}
