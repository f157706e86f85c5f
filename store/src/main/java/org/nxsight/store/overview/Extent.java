package org.nxsight.store.overview;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nxsight.store.Dataset;
import org.nxsight.store.manifest.Snapshot;
import org.nxsight.store.manifest.StoreFile;

/**
 * How much a store has and of which time, as its manifest tells it.
 *
 * @param fromSeconds the first second, since 1970; {@link Long#MAX_VALUE} when it has nothing
 * @param toSeconds the first second behind the last one
 */
public record Extent(long fromSeconds, long toSeconds, Map<Dataset, Part> parts) {
  private static final List<Dataset> RRSETS =
      List.of(Dataset.PDNS, Dataset.PDNS_DNSSEC, Dataset.PDNS_UNPLACED);

  /** The same of one dataset. */
  public record Part(long rows, long files, long octets, long fromSeconds, long toSeconds) {}

  /** Holds a map of its own. */
  public Extent {
    parts = Map.copyOf(parts);
  }

  /** That of a store at one moment. */
  public static Extent of(Snapshot snapshot) {
    Map<Dataset, Part> parts = new LinkedHashMap<>();
    long from = Long.MAX_VALUE;
    long to = Long.MIN_VALUE;
    for (Dataset dataset : Dataset.values()) {
      List<StoreFile> files = snapshot.entries(dataset);
      Part part =
          new Part(
              snapshot.rows(dataset),
              files.size(),
              snapshot.octets(dataset),
              files.stream().mapToLong(StoreFile::firstSeconds).min().orElse(Long.MAX_VALUE),
              files.stream().mapToLong(file -> file.lastSeconds() + 1).max().orElse(0));
      parts.put(dataset, part);
      if (part.files > 0 && dataset != Dataset.FINDINGS) {
        from = Math.min(from, part.fromSeconds);
        to = Math.max(to, part.toSeconds);
      }
    }
    return new Extent(from, to, parts);
  }

  /** Whether nothing is there. */
  public boolean isEmpty() {
    return fromSeconds == Long.MAX_VALUE;
  }

  /** All of its time; a second when it has nothing. */
  public TimeRange range() {
    return isEmpty() ? new TimeRange(0, 1) : new TimeRange(fromSeconds, toSeconds);
  }

  /** One dataset's; null when it has no rows. */
  public @Nullable Part part(Dataset dataset) {
    Part part = parts.get(dataset);
    return part == null || part.files == 0 ? null : part;
  }

  /** The rows of RRsets in files with rows of a time. */
  public static long rrsetRows(Snapshot snapshot, TimeRange range) {
    return RRSETS.stream()
        .flatMap(dataset -> snapshot.entries(dataset).stream())
        .filter(file -> range.touches(file.firstSeconds(), file.lastSeconds()))
        .mapToLong(StoreFile::rows)
        .sum();
  }
}
