package org.nxsight.store.pdns;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * The {@link KeyFilter} of each file that many questions reach, made on a thread of its own as long
 * as there is room. To open a file and to look into one row group takes DuckDB about two
 * milliseconds, and every name is in reach of a file of each day, hour and ten minutes.
 */
final class KeyFilters implements AutoCloseable {
  /** For about 25 million keys: 30 MB. */
  private static final long MOST_OCTETS = 32L << 20;

  private static final long LEAST_REACHED = 4;
  private static final long ONE_IN = 8;

  private final Map<String, Long> asked = new ConcurrentHashMap<>();
  private final Map<Path, Long> reaches = new ConcurrentHashMap<>();
  private final Map<Path, KeyFilter> filters = new ConcurrentHashMap<>();
  private final Set<Path> begun = ConcurrentHashMap.newKeySet();
  private final Connection connection;
  private final ExecutorService maker =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("key-filters").factory());
  private volatile long octets;

  /**
   * @param connection for these only; closed by its owner
   */
  KeyFilters(Connection connection) {
    this.connection = connection;
  }

  /** Whether a file may have a key; true as long as nothing is known of the file. */
  boolean mayHave(Path file, String key) {
    KeyFilter filter = filters.get(file);
    return filter == null || filter.mayHave(key);
  }

  /** Says that a question for one key is asked of the files with this column. */
  void ask(String column) {
    asked.merge(column, 1L, Long::sum);
  }

  /**
   * Says that such a question reaches a file with so many rows, sorted by the column with the key.
   * A file that one question in eight reaches gets a filter: not those of a month, which is cut
   * into many files by the key.
   */
  void reach(Path file, String column, long rows) {
    long reached = reaches.merge(file, 1L, Long::sum);
    if (reached < LEAST_REACHED || reached * ONE_IN < asked.getOrDefault(column, 0L)) {
      return;
    }
    long room = rows * KeyFilter.BITS_OF_KEY / Byte.SIZE;
    if (octets + room > MOST_OCTETS || !begun.add(file)) {
      return;
    }
    try {
      maker.execute(() -> make(file, column, rows));
    } catch (RejectedExecutionException e) {
      begun.remove(file); // the end has come
    }
  }

  /** Forgets the files that are no longer of the store. */
  void keepOnly(Collection<Path> files) {
    Set<Path> kept = new HashSet<>(files);
    filters.keySet().removeIf(file -> !kept.contains(file));
    reaches.keySet().removeIf(file -> !kept.contains(file));
    begun.removeIf(file -> !kept.contains(file));
    octets = filters.values().stream().mapToLong(KeyFilter::octets).sum();
  }

  private void make(Path file, String column, long rows) {
    KeyFilter filter = new KeyFilter(rows);
    if (octets + filter.octets() > MOST_OCTETS) {
      return;
    }
    String sql = "SELECT " + column + " FROM " + PdnsTable.scan(List.of(file));
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet keys = statement.executeQuery()) {
      @Nullable String before = null;
      while (keys.next()) {
        String key = keys.getString(1);
        if (!key.equals(before)) {
          filter.add(key);
          before = key;
        }
      }
      filters.put(file, filter);
      octets = filters.values().stream().mapToLong(KeyFilter::octets).sum();
    } catch (SQLException e) {
      // The file is gone or broken; questions will tell.
    }
  }

  @Override
  public void close() {
    maker.shutdownNow();
  }
}
