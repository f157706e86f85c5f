package org.nxsight.store.merging;

import org.nxsight.store.Dataset;
import org.nxsight.store.Dimension;
import org.nxsight.store.manifest.Level;

/** How rows of several files become those of one: each key once, in order. */
@SuppressWarnings("InlineFormatString") // SQL is read as a whole
final class MergeSql {
  private static final String RRSETS =
      """
      SELECT name_key, any_value(rrname) AS rrname, rrtype, bailiwick, rdata,
        coalesce(min(nullif(zone_source, 0)), 0)::TINYINT AS zone_source,
        sum(count)::BIGINT AS count, min(time_first) AS time_first, max(time_last) AS time_last
      FROM %s GROUP BY name_key, rrtype, bailiwick, rdata
      ORDER BY name_key, rrtype, bailiwick, rdata\
      """;

  private static final String RDATA =
      """
      SELECT rdata_key, rdata, rrname, rrtype,
        sum(count)::BIGINT AS count, min(time_first) AS time_first, max(time_last) AS time_last
      FROM %s GROUP BY rdata_key, rdata, rrname, rrtype
      ORDER BY rdata_key, rrtype, rrname, rdata\
      """;

  /**
   * Rows of one name and those of floods go separate ways: they are never the same, though "*" can
   * be a label; and each list that is gathered takes 7 CPU-seconds for a million rows.
   */
  private static final String FAILURES =
      """
      SELECT * FROM (%s UNION ALL %s)
      ORDER BY name_key, qtype, rcode, bucket, ede, soa_rrname, server\
      """;

  private static final String FAILURES_OF_A_KIND =
      """
      SELECT name_key, qname, qtype, rcode,
        time_bucket(to_seconds(%1$d), r.bucket) AS bucket, %1$d::INTEGER AS bucket_seconds, ede, soa_rrname, cut, server,
        sum(count)::BIGINT AS count, sum(mixed_case)::BIGINT AS mixed_case,
        min(time_first) AS time_first, max(time_last) AS time_last,
        %3$s AS resolver_hashes, %4$s, scope, cause
      FROM %2$s r WHERE name_hashes IS %5$s
      GROUP BY 5, name_key, qname, qtype, rcode, ede, soa_rrname, cut, server, scope, cause\
      """;

  private static final String NO_FLOOD =
      "NULL::UBIGINT[] AS server_hashes, NULL::UBIGINT[] AS name_hashes, NULL::VARCHAR[] AS"
          + " samples";

  private static final String FLOOD =
      smallest("server_hashes")
          + " AS server_hashes, "
          + smallest("name_hashes")
          + " AS name_hashes, "
          + samples("samples")
          + " AS samples";

  /** Each change of a finding is a row; a crash between two merges can have doubled some. */
  private static final String FINDINGS = "SELECT DISTINCT * FROM %s ORDER BY id, updated, state";

  /**
   * Those of which all keys are kept have sketches; of the others the greatest stay. As many names
   * as one bucket had there are at least.
   */
  private static final String TALLIES =
      """
      SELECT dimension, key, time_bucket(to_seconds(%1$d), r.bucket) AS bucket, %1$d::INTEGER AS bucket_seconds,
        sum(count)::BIGINT AS count, max(names) AS names,
        min(time_first) AS time_first, max(time_last) AS time_last,
        %4$s AS name_hashes, arg_max(samples, count) AS samples
      FROM %3$s r WHERE dimension IN (%5$s) GROUP BY dimension, key, 3
      UNION ALL SELECT *, NULL::UBIGINT[] AS name_hashes, NULL::VARCHAR[] AS samples FROM (
        SELECT dimension, key, time_bucket(to_seconds(%2$d), r.bucket) AS bucket, %2$d::INTEGER AS bucket_seconds,
          sum(count)::BIGINT AS count, max(names) AS names,
          min(time_first) AS time_first, max(time_last) AS time_last
        FROM %3$s r WHERE dimension NOT IN (%5$s) GROUP BY dimension, key, 3)
      QUALIFY row_number() OVER (PARTITION BY dimension, bucket ORDER BY count DESC, key) <= %6$d
      ORDER BY dimension, key, bucket\
      """;

  private MergeSql() {}

  /**
   * The rows that a file of this level has.
   *
   * @param source what SQL reads the rows of the files from
   */
  static String select(Dataset dataset, Level level, String source) {
    return switch (dataset) {
      case PDNS, PDNS_DNSSEC, PDNS_UNPLACED -> RRSETS.formatted(source);
      case PDNS_RDATA -> RDATA.formatted(source);
      case FAILURES, NODATA ->
          FAILURES.formatted(
              failures(level, source, NO_FLOOD, "NULL"),
              failures(level, source, FLOOD, "NOT NULL"));
      case FINDINGS -> FINDINGS.formatted(source);
      case TALLIES ->
          TALLIES.formatted(
              level.failureSeconds(),
              level.tallySeconds(),
              source,
              smallest("name_hashes"),
              Dimension.wholeOnes(),
              Dimension.GREATEST);
    };
  }

  private static String failures(Level level, String source, String lists, String nullness) {
    return FAILURES_OF_A_KIND.formatted(
        level.failureSeconds(), source, smallest("resolver_hashes"), lists, nullness);
  }

  /** The 32 smallest of all hashes. NULL stays NULL. */
  private static String smallest(String column) {
    return "list_sort(list_distinct(flatten(list(%1$s) FILTER (%1$s IS NOT NULL))))[1:32]"
        .formatted(column);
  }

  /** 16 of all samples, chosen without regard to what they are. */
  private static String samples(String column) {
    return """
    list_transform(list_sort(list_distinct(list_transform(
      flatten(list(%1$s) FILTER (%1$s IS NOT NULL)), lambda s: md5(s) || s)))[1:16], lambda s: s[33:])\
    """
        .formatted(column);
  }

  /** The key that a dataset's files are sorted by. */
  static String key(Dataset dataset) {
    return switch (dataset) {
      case PDNS_RDATA -> "rdata_key";
      case FINDINGS -> "id";
      case TALLIES -> "dimension";
      case PDNS, PDNS_DNSSEC, PDNS_UNPLACED, FAILURES, NODATA -> "name_key";
    };
  }
}
