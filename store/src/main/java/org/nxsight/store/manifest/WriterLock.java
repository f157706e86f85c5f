package org.nxsight.store.manifest;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;

/** The lock on a store's {@code .writer}: one writer at a time, in this process and in all. */
final class WriterLock implements AutoCloseable {
  private static final String FILE_NAME = ".writer";

  /** Kept, since to close a file once more would give up the lock on it. */
  private static final Set<Path> HELD = new HashSet<>();

  private final Path file;
  private final FileChannel channel;

  private WriterLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** Takes the lock of a store, whose directory is made when there is none. */
  static WriterLock take(Path store) throws IOException {
    try {
      Files.createDirectories(store);
    } catch (IOException failed) {
      throw Whole.unwritable(store, failed);
    }
    Path file = store.toRealPath().resolve(FILE_NAME);
    synchronized (HELD) {
      if (HELD.contains(file)) {
        throw taken(store);
      }
      WriterLock lock = new WriterLock(file, open(file));
      FileLock held = lock.channel.tryLock();
      if (held == null) {
        lock.channel.close();
        throw taken(store);
      }
      HELD.add(file);
      return lock;
    }
  }

  private static FileChannel open(Path file) throws IOException {
    try {
      return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException failed) {
      throw Whole.unwritable(file, failed);
    }
  }

  private static IOException taken(Path store) {
    return new IOException(
        store + ": another run writes to this store; wait for its end, or name another directory");
  }

  @Override
  public void close() throws IOException {
    synchronized (HELD) {
      HELD.remove(file);
      channel.close();
    }
  }
}
