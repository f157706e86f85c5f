package org.nxsight.store.pdns;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.nxsight.store.Dataset;
import org.nxsight.store.manifest.Snapshot;

/** The files of a store, which a question holds while it reads them. */
@FunctionalInterface
public interface StoreFiles {
  /** The files as they are now. */
  Held hold() throws IOException;

  /** The files of the store in this directory, as its manifest tells them. */
  static StoreFiles in(Path store) {
    return () -> {
      Snapshot snapshot = Snapshot.open(store);
      return new Held() {
        @Override
        public List<Path> files(Dataset dataset) {
          return snapshot.files(dataset);
        }

        @Override
        public void close() throws IOException {
          snapshot.close();
        }
      };
    };
  }

  /** Files that stay where they are until this is closed. */
  interface Held extends AutoCloseable {
    /** The files of a dataset. */
    List<Path> files(Dataset dataset);

    @Override
    void close() throws IOException;
  }
}
