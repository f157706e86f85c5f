package org.nxsight.store.merging;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.nxsight.store.manifest.StoreFile;
import org.nxsight.store.parquet.ParquetFiles;

/**
 * A merge in parts, each of a range of names, so that what is sorted and counted at a time fits
 * into memory: DuckDB's lists cannot go to the disk.
 */
@SuppressWarnings("InlineFormatString") // SQL is read as a whole
final class Ranges {
  /** Rows that are merged at a time: at some 250 octets, and their lists, 100 MiB. */
  static final long ROWS = 200_000;

  /** The first names of parts with about so many rows, told by where the row groups start. */
  private static final String BOUNDS =
      """
      SELECT min(start) FROM (
        SELECT start, (sum(row_group_num_rows) OVER (ORDER BY start ROWS UNBOUNDED PRECEDING)
          - row_group_num_rows) // %d AS part
        FROM (SELECT stats_min_value AS start, row_group_num_rows
          FROM parquet_metadata(%s) WHERE path_in_schema = '%s' AND stats_min_value IS NOT NULL))
      GROUP BY part ORDER BY 1\
      """;

  private final ParquetFiles parquet;
  private final long rows;

  /**
   * @param rows such as {@link #ROWS}
   */
  Ranges(ParquetFiles parquet, long rows) {
    this.parquet = parquet;
    this.rows = rows;
  }

  /**
   * What SQL reads the rows of each range from, in the order of names; only the source when there
   * are few.
   */
  List<String> of(Merge merge, List<Path> files, String source) throws SQLException {
    if (merge.files().stream().mapToLong(StoreFile::rows).sum() <= rows) {
      return List.of(source);
    }
    String key = MergeSql.key(merge.dataset());
    List<String> bounds = parquet.texts(BOUNDS.formatted(rows, ParquetFiles.list(files), key));
    List<String> ranges = new ArrayList<>();
    for (int i = 0; i < Math.max(bounds.size(), 1); i++) {
      String from = i == 0 ? "true" : key + " >= " + ParquetFiles.text(bounds.get(i));
      String to =
          i + 1 >= bounds.size() ? "true" : key + " < " + ParquetFiles.text(bounds.get(i + 1));
      ranges.add("(SELECT * FROM %s WHERE %s AND %s)".formatted(source, from, to));
    }
    return ranges;
  }
}
