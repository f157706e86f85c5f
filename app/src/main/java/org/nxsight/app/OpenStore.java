package org.nxsight.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsight.channels.privacy.AddressMask;
import org.nxsight.store.manifest.StoreDirectory;
import org.nxsight.store.merging.Compaction;
import org.nxsight.store.merging.Retention;
import org.nxsight.store.merging.Tidying;
import org.nxsight.store.writing.StoreWriter;
import org.nxsight.store.writing.WriterCounts;

/** The store that a run writes to, with what keeps it in order. */
final class OpenStore implements AutoCloseable {
  private final StoreDirectory directory;
  private final StoreWriter writer;
  private final Tidying tidying;

  private OpenStore(StoreDirectory directory, StoreWriter writer, Retention retention) {
    this.directory = directory;
    this.writer = writer;
    tidying =
        new Tidying(
            directory, retention, Compaction.MEMORY_OCTETS, InstantSource.system(), Notices::say);
  }

  /**
   * @param mask what takes the place of resolvers' addresses; null when they stay
   */
  static OpenStore open(Path store, @Nullable AddressMask mask, Retention retention)
      throws IOException {
    StoreDirectory directory = StoreDirectory.open(store);
    try {
      return new OpenStore(
          directory, new StoreWriter(directory, mask, StoreWriter.MAX_OCTETS), retention);
    } catch (IOException | RuntimeException failed) {
      directory.close();
      throw failed;
    }
  }

  StoreWriter writer() {
    return writer;
  }

  /** The names of the files that are whole and not yet part of the store. */
  List<String> seal() throws IOException {
    return writer.seal();
  }

  /** Makes them part of the store, and has it put in order while the run goes on. */
  void commit() throws IOException {
    if (writer.commit()) {
      tidying.onGrown();
    }
  }

  /** Makes them part of the store, and puts it in order. */
  void commitAndTidy() throws IOException {
    if (writer.commit()) {
      tidying.run();
    }
  }

  WriterCounts counts() {
    return writer.counts();
  }

  /** Gives the store up to others; what has not become part of it is removed. */
  @Override
  public void close() throws IOException {
    try (directory;
        tidying;
        writer) {
      // all three, the last one first
    }
  }
}
