package org.nxsight.store.manifest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nxsight.store.Dataset;

/**
 * The files that were the store at one moment. They stay on the disk until this is closed, whatever
 * a writer does meanwhile in this process or another.
 */
public final class Snapshot implements AutoCloseable {
  private final Path store;
  private final @Nullable ReaderLock lock;
  private final Manifest manifest;
  private final Map<Dataset, List<StoreFile>> entries = new EnumMap<>(Dataset.class);
  private boolean closed;

  private Snapshot(Path store, @Nullable ReaderLock lock, Manifest manifest) {
    this.store = store;
    this.lock = lock;
    this.manifest = manifest;
    for (Dataset dataset : Dataset.values()) {
      entries.put(dataset, new ArrayList<>());
    }
    manifest.files().stream()
        .sorted(Comparator.comparing(StoreFile::name, FileName.BY_TIME))
        .forEach(file -> entries(file.dataset()).add(file));
  }

  /**
   * The store as it is now; one without files when there is none.
   *
   * @throws IOException with one line when its manifest cannot be read
   */
  public static Snapshot open(Path store) throws IOException {
    Path absolute = store.toAbsolutePath().normalize();
    if (!Files.exists(absolute.resolve(Manifest.FILE_NAME))) {
      return new Snapshot(absolute, null, Manifest.empty(0));
    }
    ReaderLock lock = ReaderLock.share(absolute);
    try {
      Manifest manifest = Manifest.read(absolute);
      return new Snapshot(absolute, lock, manifest != null ? manifest : Manifest.empty(0));
    } catch (IOException | RuntimeException unreadable) {
      lock.close();
      throw unreadable;
    }
  }

  /** The files of a dataset, the oldest time first. */
  public List<Path> files(Dataset dataset) {
    return entries(dataset).stream().map(file -> file.in(store)).toList();
  }

  /** What the manifest tells about them, in the same order. */
  public List<StoreFile> entries(Dataset dataset) {
    List<StoreFile> files = entries.get(dataset);
    if (files == null) {
      throw new IllegalStateException("every dataset has a list");
    }
    return files;
  }

  /** The octets of a dataset's files. */
  public long octets(Dataset dataset) {
    return entries(dataset).stream().mapToLong(StoreFile::octets).sum();
  }

  /** The rows in a dataset's files; one RRset or failure can have a row in each of several. */
  public long rows(Dataset dataset) {
    return entries(dataset).stream().mapToLong(StoreFile::rows).sum();
  }

  /** What keys the hashes in this store's sketches. */
  public long salt() {
    return manifest.salt();
  }

  /** Lets a writer delete those that are superseded. */
  @Override
  public void close() throws IOException {
    if (!closed && lock != null) {
      lock.close();
    }
    closed = true;
  }
}
