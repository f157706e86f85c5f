package org.nxsight.store.manifest;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nxsight.store.Dataset;

/**
 * Files on the disk that have names as ours, whole and unfinished; whatever else is there stays.
 */
final class Leftovers {
  /** A directory for what does not fit into memory starts like this. */
  private static final String TEMPORARY = ".temporary";

  private final Path store;
  private final List<Path> parts = new ArrayList<>();
  private final List<FileName> files = new ArrayList<>();
  private final List<Path> directories = new ArrayList<>();
  private long greatestSequence;

  Leftovers(Path store) throws IOException {
    this.store = store;
    for (Dataset dataset : Dataset.values()) {
      Path directory = store.resolve(dataset.tableName());
      if (Files.isDirectory(directory)) {
        list(directory);
      }
    }
  }

  private void list(Path dataset) throws IOException {
    try (Stream<Path> entries = Files.walk(dataset, 2)) {
      for (Path each : entries.toList()) {
        if (Files.isDirectory(each)) {
          directories.add(each);
          continue;
        }
        String file = each.getFileName().toString();
        boolean isPart = file.startsWith(".") && file.endsWith(".part");
        FileName name =
            isPart ? name(each.resolveSibling(file.substring(1, file.length() - 5))) : name(each);
        if (name != null) {
          greatestSequence = Math.max(greatestSequence, name.sequence());
          if (isPart) {
            parts.add(each);
          } else {
            files.add(name);
          }
        }
      }
    }
  }

  private @Nullable FileName name(Path file) {
    return FileName.parse(store.relativize(file).toString().replace('\\', '/'));
  }

  /** The greatest number that any of them has. */
  long greatestSequence() {
    return greatestSequence;
  }

  /** Deletes what a writer left that was killed. */
  void deleteAllBut(Set<FileName> known) throws IOException {
    for (Path part : parts) {
      Files.deleteIfExists(part);
    }
    for (FileName file : files) {
      if (!known.contains(file)) {
        Files.deleteIfExists(store.resolve(file.path()));
      }
    }
    try (Stream<Path> entries = Files.list(store)) {
      for (Path each : entries.toList()) {
        if (each.getFileName().toString().startsWith(TEMPORARY)) {
          Whole.deleteTree(each);
        }
      }
    }
    for (Path directory : directories.reversed()) {
      deleteIfEmpty(directory);
    }
  }

  private static void deleteIfEmpty(Path directory) throws IOException {
    try {
      Files.delete(directory);
    } catch (DirectoryNotEmptyException inUse) {
      // It is one of those that hold the store.
    }
  }
}
