package org.nxsight.store.manifest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.nxsight.store.Dataset;

/**
 * The store as its only writer has it: hands out names for new files, and puts files into the
 * manifest and out of it, all at once.
 *
 * <p>Several threads of the writer may use it.
 */
public final class StoreDirectory implements AutoCloseable {
  private final Path path;
  private final WriterLock lock;
  private Manifest manifest;
  private long nextSequence;

  private StoreDirectory(Path path, WriterLock lock, Manifest manifest, long nextSequence) {
    this.path = path;
    this.lock = lock;
    this.manifest = manifest;
    this.nextSequence = nextSequence;
  }

  /**
   * Opens a store to write to it; makes one when there is none. What a writer left that was killed
   * is removed.
   *
   * @param sealed files that are kept, though they are in no manifest yet
   * @throws IOException with one line when another one writes to it, or it cannot be read
   */
  public static StoreDirectory open(Path store, Collection<FileName> sealed) throws IOException {
    Path path = store.toAbsolutePath().normalize();
    WriterLock lock = WriterLock.take(path);
    try {
      Path readers = path.resolve(ReaderLock.FILE_NAME);
      if (!Files.exists(readers)) {
        ReaderLock.make(readers);
      }
      Manifest manifest = Manifest.read(path);
      if (manifest == null) {
        manifest = Manifest.empty(new SecureRandom().nextLong());
        manifest.write(path);
      }
      Leftovers leftovers = new Leftovers(path);
      long next = Math.max(manifest.nextSequence(), leftovers.greatestSequence() + 1);
      Set<FileName> known = new HashSet<>(sealed);
      manifest.files().forEach(file -> known.add(file.name()));
      known.addAll(manifest.gone());
      leftovers.deleteAllBut(known);
      StoreDirectory directory = new StoreDirectory(path, lock, manifest, next);
      directory.deleteGone();
      SqlViews.write(path, manifest);
      return directory;
    } catch (IOException | RuntimeException failed) {
      lock.close();
      throw failed;
    }
  }

  /** Opens a store to write to it, where no file waits to be put into the manifest. */
  public static StoreDirectory open(Path store) throws IOException {
    return open(store, List.of());
  }

  /** Where it is. */
  public Path path() {
    return path;
  }

  /** What keys the hashes in its sketches. */
  public synchronized long salt() {
    return manifest.salt();
  }

  /** The files that are the store now. */
  public synchronized List<StoreFile> files() {
    return manifest.files();
  }

  /** The files that are superseded, and may still be on the disk. */
  public synchronized List<FileName> gone() {
    return manifest.gone();
  }

  /** A name that no file has had yet. */
  public synchronized FileName name(Dataset dataset, Level level, long epochSeconds) {
    return new FileName(dataset, level, level.start(epochSeconds), nextSequence++);
  }

  /**
   * Makes files a part of the store and others no longer, all at once. Those that go are deleted
   * when nobody reads them.
   *
   * @param added are whole and have their names
   * @throws IOException with one line when the manifest cannot be written; the store stays as it
   *     was then
   */
  public synchronized void commit(Collection<StoreFile> added, Collection<FileName> removed)
      throws IOException {
    Set<FileName> leaving = new HashSet<>(removed);
    List<StoreFile> files = new ArrayList<>(added);
    for (StoreFile file : manifest.files()) {
      if (!leaving.contains(file.name())) {
        files.add(file);
      }
    }
    files.sort((a, b) -> FileName.BY_TIME.compare(a.name(), b.name()));
    List<FileName> gone = new ArrayList<>(manifest.gone());
    gone.addAll(removed);
    replace(files, gone);
    deleteGone();
    SqlViews.write(path, manifest);
  }

  private void replace(List<StoreFile> files, List<FileName> gone) throws IOException {
    Manifest next = new Manifest(manifest.salt(), nextSequence, files, gone);
    next.write(path);
    manifest = next;
  }

  /** Deletes what is superseded; whatever a reader may hold waits for the next time. */
  public synchronized void deleteGone() throws IOException {
    List<FileName> gone = manifest.gone();
    if (gone.isEmpty()) {
      return;
    }
    boolean deleted =
        ReaderLock.deleteIfUnread(
            path,
            () -> {
              for (FileName each : gone) {
                Files.deleteIfExists(path.resolve(each.path()));
              }
            });
    if (deleted) {
      replace(manifest.files(), List.of());
    }
  }

  /** Lets another one write. */
  @Override
  public synchronized void close() throws IOException {
    try {
      deleteGone();
    } finally {
      lock.close();
    }
  }
}
