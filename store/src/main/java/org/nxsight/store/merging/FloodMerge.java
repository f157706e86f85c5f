package org.nxsight.store.merging;

import java.sql.SQLException;
import org.nxsight.store.Dataset;
import org.nxsight.store.manifest.Level;
import org.nxsight.store.parquet.ParquetFiles;

/**
 * What failures are merged from when a longer time has more names below one name than are kept:
 * those with the highest counts stay rows, and all others become one, with the flood there was.
 */
@SuppressWarnings("InlineFormatString") // SQL is read as a whole
final class FloodMerge {
  /** Names that stay rows, below one name in one bucket of time. */
  static final int MAX_NAMES = 10_000;

  /** The name that a row's name is one of many below: the cut, or else its last two labels. */
  private static final String PARENT =
      """
      coalesce(cut, CASE WHEN qname = '.' THEN '.' ELSE
        regexp_extract(qname, '((?:[^.\\\\]|\\\\.)+\\.)?(?:[^.\\\\]|\\\\.)+\\.$') END)\
      """;

  /** Names with as many rows as that; they may still be fewer than that many names. */
  private static final String MANY =
      """
      CREATE OR REPLACE TEMP TABLE many AS
      SELECT time_bucket(to_seconds(%d), bucket) AS time, %s AS parent FROM %s
      WHERE name_hashes IS NULL GROUP BY 1, 2 HAVING count(*) > %d\
      """;

  private static final String KEPT =
      """
      CREATE OR REPLACE TEMP TABLE kept AS
      SELECT time, parent, qname FROM (
        SELECT time_bucket(to_seconds(%1$d), bucket) AS time, %2$s AS parent, qname,
          sum(count) AS total FROM %3$s
        WHERE name_hashes IS NULL
          AND (time_bucket(to_seconds(%1$d), bucket), %2$s) IN (SELECT (time, parent) FROM many)
        GROUP BY 1, 2, 3)
      QUALIFY row_number() OVER (PARTITION BY time, parent ORDER BY total DESC, qname) <= %4$d\
      """;

  /** The key of a name starts with that of the name above it, which is as long as its text. */
  private static final String FOLDED =
      """
      (SELECT * EXCLUDE (time, parent, folded) REPLACE (
        CASE WHEN folded THEN CASE parent WHEN '.' THEN '.' ELSE left(name_key, length(parent)) END
          ELSE name_key END AS name_key,
        CASE WHEN folded THEN CASE parent WHEN '.' THEN '*.' ELSE '*.' || parent END
          ELSE qname END AS qname,
        CASE WHEN folded THEN NULL ELSE server END AS server,
        CASE WHEN folded THEN [%5$s] ELSE server_hashes END AS server_hashes,
        CASE WHEN folded THEN [%6$s] ELSE name_hashes END AS name_hashes,
        CASE WHEN folded THEN [qname] ELSE samples END AS samples)
      FROM (SELECT *, name_hashes IS NULL AND (time, parent) IN (SELECT (time, parent) FROM many)
          AND (time, parent, qname) NOT IN (SELECT (time, parent, qname) FROM kept) AS folded
        FROM (SELECT *, time_bucket(to_seconds(%1$d), bucket) AS time, %2$s AS parent FROM %3$s)))\
      """;

  private final ParquetFiles parquet;
  private final long salt;
  private final int maxNames;

  /**
   * @param salt keys the hashes
   * @param maxNames such as {@link #MAX_NAMES}
   */
  FloodMerge(ParquetFiles parquet, long salt, int maxNames) {
    this.parquet = parquet;
    this.salt = salt;
    this.maxNames = maxNames;
  }

  /**
   * What SQL reads the rows from.
   *
   * @param source the same without regard to floods
   */
  String source(Dataset dataset, Level level, String source) throws SQLException {
    if (dataset != Dataset.FAILURES && dataset != Dataset.NODATA) {
      return source;
    }
    int seconds = level.failureSeconds();
    parquet.run(MANY.formatted(seconds, PARENT, source, maxNames));
    if (parquet.number("SELECT count(*) FROM many") == 0) {
      return source;
    }
    parquet.run(KEPT.formatted(seconds, PARENT, source, maxNames));
    return FOLDED.formatted(seconds, PARENT, source, maxNames, hash("server"), hash("qname"));
  }

  /** As the writer hashes texts. */
  private String hash(String column) {
    return "('0x' || md5('%016x' || %s)[1:16])::UBIGINT".formatted(salt, column);
  }
}
