package org.nxsight.store.overview;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nxsight.store.Dimension;
import org.nxsight.store.tables.StoreTables;

/** Questions that {@code tallies} answers: a few thousand rows a day, whatever the traffic was. */
public final class Tallies {
  private static final String ROWS =
      "WITH rows AS (SELECT * FROM tallies WHERE dimension = ? AND " + TimeRange.CONDITION + ")";

  /** The page first, and only then its sketches. */
  private static final String TOP =
      ROWS
          + """
          , sums AS (SELECT key, sum(count)::BIGINT AS count, max(names) AS names,
              min(time_first) AS first, max(time_last) AS last, arg_max(samples, count) AS examples
            FROM rows GROUP BY key ORDER BY count DESC, key LIMIT ? OFFSET ?),
          told AS (SELECT key, distinct_hashes(merge_hashes(name_hashes)) AS names
            FROM rows WHERE name_hashes IS NOT NULL AND key IN (SELECT key FROM sums) GROUP BY key)
          SELECT key, count, least(count, greatest(sums.names, coalesce(told.names, 0)))::BIGINT AS names,
            first, last, examples
          FROM sums LEFT JOIN told USING (key) ORDER BY count DESC, key
          """;

  private static final String TOTAL =
      "SELECT coalesce(sum(count), 0)::BIGINT AS count FROM tallies WHERE dimension = ? AND "
          + TimeRange.CONDITION;

  private static final String BUCKETS =
      "SELECT coalesce(max(bucket_seconds), 60)::BIGINT AS seconds FROM tallies WHERE dimension = ?"
          + " AND "
          + TimeRange.CONDITION;

  private static final String RATES =
      ROWS
          + """
          , greatest AS (SELECT key, sum(count) AS total FROM rows GROUP BY key
            ORDER BY total DESC, key LIMIT ?)
          SELECT key, greatest(0, (epoch_us(bucket) // 1000000 - ?) // ?)::BIGINT AS step,
            sum(rows.count)::BIGINT AS count, any_value(total)::BIGINT AS total
          FROM rows JOIN greatest USING (key) GROUP BY 1, 2 ORDER BY total DESC, key, step
          """;

  private static final String ALL =
      ROWS
          + """
           SELECT key, sum(count)::BIGINT AS count, min(time_first) AS first,
             max(time_last) AS last
           FROM rows GROUP BY key ORDER BY count DESC, key LIMIT ?
          """;

  private final StoreTables tables;

  /**
   * @param tables of all datasets
   */
  public Tallies(StoreTables tables) {
    this.tables = tables;
  }

  /** How often a dimension was counted. */
  public long total(Dimension dimension, TimeRange range) throws IOException {
    return Rows.number(Rows.of(tables, TOTAL, parameters(dimension, range)).getFirst(), "count");
  }

  /** The longest bucket of a dimension, in seconds. */
  public long bucketSeconds(Dimension dimension, TimeRange range) throws IOException {
    return Rows.number(
        Rows.of(tables, BUCKETS, parameters(dimension, range)).getFirst(), "seconds");
  }

  /** The greatest keys, with {@code key count names first last examples}. */
  public List<Map<String, @Nullable Object>> top(
      Dimension dimension, TimeRange range, long limit, long offset) throws IOException {
    List<Object> parameters = parameters(dimension, range);
    parameters.add(limit);
    parameters.add(offset);
    return Rows.of(tables, TOP, parameters);
  }

  /** The same without what takes sketches: {@code key count first last}. */
  public List<Map<String, @Nullable Object>> all(Dimension dimension, TimeRange range, long limit)
      throws IOException {
    List<Object> parameters = parameters(dimension, range);
    parameters.add(limit);
    return Rows.of(tables, ALL, parameters);
  }

  /** The greatest keys over time, the greatest first. */
  public List<Series> rates(
      Dimension dimension, TimeRange range, long startSeconds, long stepSeconds, int steps, int top)
      throws IOException {
    List<Object> parameters = parameters(dimension, range);
    parameters.add((long) top);
    parameters.add(startSeconds);
    parameters.add(stepSeconds);
    List<Series> all = new ArrayList<>();
    for (Map<String, @Nullable Object> row : Rows.of(tables, RATES, parameters)) {
      String key = Rows.text(row, "key");
      if (all.isEmpty() || !all.getLast().key().equals(key)) {
        all.add(new Series(key, new long[steps]));
      }
      int step = (int) Math.min(Rows.number(row, "step"), steps - 1L);
      all.getLast().counts()[step] += Rows.number(row, "count");
    }
    return all;
  }

  /** One line of a picture: how often a key was counted in each step. */
  @SuppressWarnings("ArrayRecordComponent") // filled in place, and never compared
  public record Series(String key, long[] counts) {}

  private static List<Object> parameters(Dimension dimension, TimeRange range) {
    List<Object> parameters = new ArrayList<>();
    parameters.add(dimension.text());
    parameters.addAll(range.parameters());
    return parameters;
  }
}
