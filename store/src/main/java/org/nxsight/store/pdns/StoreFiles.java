package org.nxsight.store.pdns;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.nxsight.store.Dataset;

/** The files of a store, which a question holds while it reads them. */
@FunctionalInterface
public interface StoreFiles {
  /** The files as they are now. */
  Held hold() throws IOException;

  /** Files that stay where they are until this is closed. */
  interface Held extends AutoCloseable {
    /** The files of a dataset. */
    List<Path> files(Dataset dataset);

    @Override
    void close() throws IOException;
  }
}
