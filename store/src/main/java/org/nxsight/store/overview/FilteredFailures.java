package org.nxsight.store.overview;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nxsight.store.Dimension;
import org.nxsight.store.tables.StoreTables;

/** Questions that the rows of {@code failures} answer, as finer than tallies. */
public final class FilteredFailures {
  private static final String KEY =
      "qname, qtype, rcode, ede, soa_rrname, cut, scope, server, cause";

  /** The page first, and only then its resolvers. */
  private static final String LIST =
      """
      WITH rows AS NOT MATERIALIZED (SELECT * FROM failures WHERE %1$s),
      page AS (SELECT %2$s, sum(count)::BIGINT AS count, sum(mixed_case)::BIGINT AS mixed_case,
          min(time_first) AS first, max(time_last) AS last
        FROM rows GROUP BY ALL ORDER BY count DESC, qname, qtype, rcode, server, ede, soa_rrname, cut, scope, cause
        LIMIT ? OFFSET ?),
      asked AS (SELECT qname, qtype, rcode, server, distinct_hashes(merge_hashes(resolver_hashes)) AS resolvers
        FROM rows WHERE qname IN (SELECT qname FROM page) GROUP BY ALL)
      SELECT page.qname, page.qtype, page.rcode, ede, soa_rrname, cut, scope, page.server, cause, count,
        mixed_case, coalesce(resolvers, 0)::BIGINT AS resolvers, first, last
      FROM page LEFT JOIN asked ON page.qname = asked.qname AND page.qtype = asked.qtype
        AND page.rcode = asked.rcode AND page.server IS NOT DISTINCT FROM asked.server
      ORDER BY count DESC, page.qname, page.qtype, page.rcode, page.server, ede, soa_rrname, cut, scope, cause
      """;

  private static final String TOP =
      """
      WITH rows AS NOT MATERIALIZED (SELECT *, %2$s AS key FROM failures WHERE %1$s),
      page AS (SELECT key, sum(count)::BIGINT AS count, count(DISTINCT qname)::BIGINT AS names,
          min(time_first) AS first, max(time_last) AS last, arg_max(cause, count) AS cause
        FROM rows WHERE key IS NOT NULL GROUP BY key ORDER BY count DESC, key LIMIT ? OFFSET ?),
      asked AS (SELECT key, distinct_hashes(merge_hashes(resolver_hashes)) AS resolvers
        FROM rows WHERE key IN (SELECT key FROM page) GROUP BY key)
      SELECT key, count, names, coalesce(resolvers, 0)::BIGINT AS resolvers, first, last, cause
      FROM page LEFT JOIN asked USING (key) ORDER BY count DESC, key
      """;

  private static final String TOTAL =
      "SELECT coalesce(sum(count), 0)::BIGINT AS count FROM failures WHERE ";

  private final StoreTables tables;

  /**
   * @param tables of all datasets
   */
  public FilteredFailures(StoreTables tables) {
    this.tables = tables;
  }

  /** Failures, added up over time, the most frequent first. */
  public List<Map<String, @Nullable Object>> list(FailureFilter filter, long limit, long offset)
      throws IOException {
    return page(LIST.formatted(filter.condition(), KEY), filter, limit, offset);
  }

  /** How many there were. */
  public long total(FailureFilter filter) throws IOException {
    return Rows.number(
        Rows.of(tables, TOTAL + filter.condition(), filter.parameters()).getFirst(), "count");
  }

  /** The greatest keys of a dimension that has a column. */
  public List<Map<String, @Nullable Object>> top(
      Dimension dimension, FailureFilter filter, long limit, long offset) throws IOException {
    return page(TOP.formatted(filter.condition(), column(dimension)), filter, limit, offset);
  }

  private static String column(Dimension dimension) {
    return switch (dimension) {
      case NAME -> "qname";
      case ZONE -> "cut";
      case TLD -> "regexp_extract(qname, '((?:[^.\\\\]|\\\\.)*\\.)$', 1)";
      case SERVER -> "server";
      case CAUSE -> "cause";
      case RCODE -> "rcode";
      case QTYPE -> "qtype";
      case SCOPE -> "scope";
      default -> throw new IllegalArgumentException(dimension + " has no column");
    };
  }

  private List<Map<String, @Nullable Object>> page(
      String sql, FailureFilter filter, long limit, long offset) throws IOException {
    List<Object> parameters = new ArrayList<>(filter.parameters());
    parameters.add(limit);
    parameters.add(offset);
    return Rows.of(tables, sql, parameters);
  }
}
