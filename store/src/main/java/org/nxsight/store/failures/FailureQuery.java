package org.nxsight.store.failures;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.nxsight.store.pdns.NamePattern;

/** A question as SQL, with what is bound to its parameters; text from outside is only there. */
final class FailureQuery {
  private static final long MICROS_A_SECOND = 1_000_000;

  /** Times of the store are of these years; a bound beyond them bounds nothing. */
  private static final long MOST_SECONDS = 250_000_000_000L;

  private static final String KEY = "name_key, qname, qtype, rcode, ede, soa_rrname, cut";

  private final List<Object> parameters = new ArrayList<>();
  private final String sql;

  FailureQuery(FailureQuestion question) {
    List<String> sources = new ArrayList<>();
    if (question.failures()) {
      sources.add("SELECT * FROM failures WHERE " + conditions(question, true));
    }
    if (question.nodata() || sources.isEmpty()) {
      sources.add(
          "SELECT * REPLACE ('NODATA' AS rcode) FROM nodata WHERE " + conditions(question, false));
    }
    String key =
        question.grouping().columns().isEmpty() ? KEY : question.grouping().columns() + ", " + KEY;
    sql =
        "SELECT "
            + (question.grouping() == Grouping.BUCKET ? "epoch_us(bucket), bucket_seconds" : "0, 0")
            + ", qname, qtype, rcode, ede, soa_rrname, cut, "
            + (question.grouping() == Grouping.SERVER ? "server" : "NULL")
            + ", count, mixed_case, epoch_us(first), epoch_us(last),"
            + " greatest(servers, distinct_hashes(server_hashes)), distinct_hashes(resolver_hashes),"
            + " greatest(1, distinct_hashes(name_hashes)), samples, scope, cause FROM (SELECT "
            + key
            + ", sum(count)::BIGINT AS count, sum(mixed_case)::BIGINT AS mixed_case,"
            + " min(time_first) AS first, max(time_last) AS last,"
            + " count(DISTINCT server) AS servers,"
            + " merge_hashes(resolver_hashes) AS resolver_hashes,"
            + " merge_hashes(server_hashes) AS server_hashes,"
            + " merge_hashes(name_hashes) AS name_hashes,"
            + " coalesce(list_sort(list_distinct(flatten(list(samples))))[1:16], []) AS samples,"
            + " arg_max(scope, time_last) AS scope, arg_max(cause, time_last) AS cause"
            + " FROM ("
            + String.join(" UNION ALL ", sources)
            + ") GROUP BY "
            + key
            + ") ORDER BY "
            + question.grouping().order()
            + " LIMIT ?";
    parameters.add(question.limit());
  }

  private String conditions(FailureQuestion question, boolean failures) {
    StringBuilder where = new StringBuilder();
    NamePattern names = question.names();
    if (names.kind() == NamePattern.Kind.EXACT) {
      where.append("name_key = ? AND qname = ?");
      parameters.add(names.key());
      parameters.add(names.name());
    } else if (names.key().equals(".")) {
      where.append("true");
    } else {
      // Behind all keys that begin with "com.example." is "com.example/".
      where.append("name_key >= ? AND name_key < ?");
      parameters.add(names.key());
      parameters.add(names.key().substring(0, names.key().length() - 1) + '/');
    }
    oneOf(where, "qtype", question.types());
    if (failures) {
      oneOf(where, "rcode", question.rcodes());
    }
    if (question.afterSeconds() > -MOST_SECONDS) {
      where.append(" AND epoch_us(time_last) >= ?");
      parameters.add(question.afterSeconds() * MICROS_A_SECOND);
    }
    if (question.beforeSeconds() < MOST_SECONDS) {
      where.append(" AND epoch_us(time_first) < ?");
      parameters.add((question.beforeSeconds() + 1) * MICROS_A_SECOND);
    }
    return where.toString();
  }

  private void oneOf(StringBuilder where, String column, Set<String> values) {
    if (values.isEmpty()) {
      return;
    }
    where.append(" AND ").append(column).append(" IN (");
    where.append(String.join(", ", values.stream().map(value -> "?").toList())).append(')');
    parameters.addAll(values);
  }

  String sql() {
    return sql;
  }

  List<Object> parameters() {
    return parameters;
  }
}
