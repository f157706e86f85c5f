package org.nxsight.store.manifest;

import java.nio.file.Path;
import org.nxsight.store.Dataset;

/**
 * A file of the store, as its manifest tells it.
 *
 * @param octets its size
 * @param firstSeconds the least time_first of its rows, in seconds since 1970
 * @param lastSeconds the greatest time_last
 */
public record StoreFile(
    FileName name, long octets, long rows, long firstSeconds, long lastSeconds) {
  /** The table that its rows are of. */
  public Dataset dataset() {
    return name.dataset();
  }

  /** How much time it is for. */
  public Level level() {
    return name.level();
  }

  /** Where it is. */
  public Path in(Path store) {
    return store.resolve(name.path());
  }
}
