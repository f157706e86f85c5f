package org.nxsight.store.manifest;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The lock on a store's {@code .readers}, which readers share and without which nobody deletes a
 * file that a reader may hold.
 *
 * <p>The system gives a lock to a process, so that all the readers in this one hold one together,
 * and whoever deletes must also find none of them.
 */
final class ReaderLock implements AutoCloseable {
  static final String FILE_NAME = ".readers";

  private static final Map<Path, ReaderLock> HELD = new HashMap<>();

  private final Path file;
  private final @Nullable FileChannel channel;
  private int readers;

  private ReaderLock(Path file, @Nullable FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** Shares the lock of a store that exists; waits while another process deletes. */
  static ReaderLock share(Path store) throws IOException {
    Path file = store.toRealPath().resolve(FILE_NAME);
    synchronized (HELD) {
      ReaderLock lock = HELD.get(file);
      if (lock == null) {
        lock = new ReaderLock(file, openShared(file));
        HELD.put(file, lock);
      }
      lock.readers++;
      return lock;
    }
  }

  /** Locked; null when there is no such file and none can be made: nobody writes there then. */
  private static @Nullable FileChannel openShared(Path file) throws IOException {
    if (!Files.exists(file)) {
      if (!Files.isWritable(Whole.directoryOf(file))) {
        return null;
      }
      make(file);
    }
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    try {
      channel.lock(0, Long.MAX_VALUE, true);
      return channel;
    } catch (IOException | RuntimeException failed) {
      channel.close();
      throw failed;
    }
  }

  /** Makes the file, unless it is there. */
  static void make(Path file) throws IOException {
    FileChannel.open(file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE)).close();
  }

  /** Something that is done to files which no reader holds. */
  interface Deletion {
    void run() throws IOException;
  }

  /** Deletes if there is no reader now; otherwise returns false at once. */
  static boolean deleteIfUnread(Path store, Deletion deletion) throws IOException {
    Path file = store.toRealPath().resolve(FILE_NAME);
    synchronized (HELD) {
      if (HELD.containsKey(file)) {
        return false;
      }
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
          FileLock lock = channel.tryLock()) {
        if (lock == null) {
          return false;
        }
        deletion.run();
        return true;
      }
    }
  }

  /** One reader less. */
  @Override
  public void close() throws IOException {
    synchronized (HELD) {
      if (--readers > 0) {
        return;
      }
      HELD.remove(file);
      if (channel != null) {
        channel.close();
      }
    }
  }
}
