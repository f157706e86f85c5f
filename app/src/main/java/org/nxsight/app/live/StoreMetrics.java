package org.nxsight.app.live;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.nxsight.store.Dataset;
import org.nxsight.store.manifest.Snapshot;

/** The files of a store and what is in them, as its manifest tells when it is asked. */
public final class StoreMetrics {
  private final Path store;

  private StoreMetrics(Path store) {
    this.store = store;
  }

  /** Adds those of the store in a directory, be it there or not. */
  public static void addTo(Metrics metrics, Path store) {
    StoreMetrics all = new StoreMetrics(store);
    metrics.gauge(
        "nxsight_store_files",
        "Files of a dataset.",
        "dataset",
        () -> all.read((snapshot, dataset) -> snapshot.files(dataset).size()));
    metrics.gauge(
        "nxsight_store_octets",
        "Octets of a dataset's files.",
        "dataset",
        () -> all.read(Snapshot::octets));
    metrics.gauge(
        "nxsight_store_rows",
        "Rows in a dataset's files.",
        "dataset",
        () -> all.read(Snapshot::rows));
    metrics.gauge(
        "nxsight_store_readable",
        "1 when the store's manifest can be read.",
        () -> isReadable(store) ? 1 : 0);
  }

  private interface Figure {
    long of(Snapshot snapshot, Dataset dataset);
  }

  /** Nothing when the manifest cannot be read, which nxsight_store_readable tells. */
  private Map<String, Long> read(Figure figure) {
    Map<String, Long> figures = new LinkedHashMap<>();
    try (Snapshot snapshot = Snapshot.open(store)) {
      for (Dataset dataset : Dataset.values()) {
        figures.put(dataset.tableName(), figure.of(snapshot, dataset));
      }
      return figures;
    } catch (IOException e) {
      return Map.of();
    }
  }

  /** Whether the manifest of a store can be read, or there is no store yet. */
  public static boolean isReadable(Path store) {
    try (Snapshot _ = Snapshot.open(store)) {
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
