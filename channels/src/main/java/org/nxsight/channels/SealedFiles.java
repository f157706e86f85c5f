package org.nxsight.channels;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Channel files that are whole and synced, and get their names all together. Whoever notes {@link
 * #names} in a safe place between {@link #sync} and {@link #release} can tell after a crash which
 * files were to be released, and have {@link #release(Path, List)} complete that; all others were
 * not.
 */
public final class SealedFiles implements FileNaming {
  private final Path directory;
  private final Map<Path, Path> filesByPart = new LinkedHashMap<>();

  /**
   * @param directory holds the directories of all channels
   */
  public SealedFiles(Path directory) {
    this.directory = directory;
  }

  @Override
  public void onFinished(Path part, Path file) {
    filesByPart.put(part, file);
  }

  /** The names that the files are to have, as {@code ch221/ch221.20261124.0400...}. */
  public List<String> names() {
    return filesByPart.values().stream()
        .map(file -> directory.relativize(file).toString())
        .toList();
  }

  /** Makes sure that the files can be found after a crash of the system too. */
  public void sync() throws IOException {
    syncDirectories(filesByPart.keySet());
  }

  /** Gives the files their names. */
  public void release() throws IOException {
    for (Map.Entry<Path, Path> entry : filesByPart.entrySet()) {
      Files.move(entry.getKey(), entry.getValue(), StandardCopyOption.ATOMIC_MOVE);
    }
    syncDirectories(filesByPart.keySet());
    filesByPart.clear();
  }

  /** Removes the files. */
  public void discard() throws IOException {
    for (Path part : filesByPart.keySet()) {
      Files.deleteIfExists(part);
    }
    filesByPart.clear();
  }

  /**
   * Gives files their names that a run noted and may have been killed before it could.
   *
   * @param directory holds the directories of all channels
   * @param names as they were noted
   * @return how many had not got theirs
   */
  public static int release(Path directory, List<String> names) throws IOException {
    List<Path> parts = new ArrayList<>();
    for (String name : names) {
      Path file = directory.resolve(name);
      Path part = RotatingFile.part(file);
      if (Files.exists(part)) {
        Files.move(part, UnfinishedFiles.freeName(part), StandardCopyOption.ATOMIC_MOVE);
        parts.add(part);
      }
    }
    syncDirectories(parts);
    return parts.size();
  }

  /** Makes sure that files are found under their names after a crash of the system too. */
  public static void syncDirectories(Iterable<Path> files) throws IOException {
    Set<Path> directories = new LinkedHashSet<>();
    files.forEach(file -> directories.add(RotatingFile.directoryOf(file)));
    for (Path each : directories) {
      RotatingFile.syncDirectory(each);
    }
  }
}
