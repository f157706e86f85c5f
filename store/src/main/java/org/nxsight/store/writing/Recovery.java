package org.nxsight.store.writing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.nxsight.store.manifest.FileName;
import org.nxsight.store.manifest.Manifest;
import org.nxsight.store.manifest.StoreDirectory;
import org.nxsight.store.manifest.StoreFile;
import org.nxsight.store.parquet.ParquetFiles;

/** What is done about sealed files of a writer that was killed. */
final class Recovery {
  private static final long DUCKDB_OCTETS = 64L << 20;

  private Recovery() {}

  static int commit(Path store, List<String> names) throws IOException {
    if (names.isEmpty()) {
      return 0;
    }
    List<FileName> sealed = new ArrayList<>();
    for (String name : names) {
      FileName parsed = FileName.parse(name);
      if (parsed == null) {
        throw new IOException(store.resolve(name) + ": is not the name of a file of a store");
      }
      sealed.add(parsed);
    }
    Manifest before = Manifest.read(store);
    long committedUpTo = before == null ? 0 : before.nextSequence();
    try (StoreDirectory directory = StoreDirectory.open(store, sealed)) {
      return commit(directory, sealed, committedUpTo);
    }
  }

  private static int commit(StoreDirectory directory, List<FileName> sealed, long committedUpTo)
      throws IOException {
    Set<FileName> known = new HashSet<>(directory.gone());
    directory.files().forEach(file -> known.add(file.name()));
    List<StoreFile> added = new ArrayList<>();
    try (ParquetFiles parquet =
        new ParquetFiles(
            directory.path(), directory.path().resolve(".temporary.recovery"), DUCKDB_OCTETS)) {
      for (FileName name : sealed) {
        if (known.contains(name)) {
          continue;
        }
        if (Files.exists(directory.path().resolve(name.path()))) {
          added.add(parquet.describe(name));
        } else if (name.sequence() >= committedUpTo) {
          // Of a lower number it was committed, and has become part of another file since.
          throw new IOException(
              directory.path().resolve(name.path())
                  + ": was written for this store and is not there; put it back, or start anew");
        }
      }
    }
    if (!added.isEmpty()) {
      directory.commit(added, List.of());
    }
    return added.size();
  }
}
