package org.nxsight.store.pdns;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.nxsight.store.Dataset;

/**
 * The rows that a question is asked of, as SQL: RRsets by name, or single records by rdata.
 *
 * <p>One SELECT of sorted, summed rows over one {@link KeyRange}. A record has a row in each file
 * of whose time it was seen; they are summed before any fence looks at them.
 */
final class PdnsTable {
  private static final long MICROS_PER_SECOND = 1_000_000;

  private final PdnsQuestion question;
  private final boolean byRdata;
  private final Map<Dataset, Condition> datasets = new LinkedHashMap<>();

  PdnsTable(PdnsQuestion question) {
    this.question = question;
    this.byRdata = !(question.subject() instanceof Subject.Owner);
    TypeSelection types = question.types();
    Condition named =
        types.named().isEmpty()
            ? Condition.ALWAYS
            : Condition.oneOf("rrtype", types.named().stream().sorted().toList());
    if (byRdata) {
      if (types.takesPlain()) {
        datasets.put(Dataset.PDNS_RDATA, types.any() ? Condition.ALWAYS : named);
      }
      return;
    }
    if (types.takesPlain()) {
      datasets.put(Dataset.PDNS, types.any() ? Condition.ALWAYS : named);
    }
    if (types.takesDnssec()) {
      datasets.put(Dataset.PDNS_DNSSEC, types.anyDnssec() ? Condition.ALWAYS : named);
    }
    if (question.unplaced()) {
      datasets.put(Dataset.PDNS_UNPLACED, unplaced(types, named));
    }
  }

  /** The datasets that have such rows. */
  List<Dataset> datasets() {
    return List.copyOf(datasets.keySet());
  }

  /** The column that the files are sorted by. */
  String key() {
    return byRdata ? "rdata_key" : "name_key";
  }

  /**
   * The rows of a range, at most {@code most} of them, the parameters yet to be bound; its text
   * empty when there are no files.
   */
  Condition select(KeyRange range, Function<Dataset, List<Path>> files, long most) {
    Condition rows = union(range, files);
    return rows.sql().isEmpty()
        ? rows
        : new Condition(
            (question.aggregated() ? summed(rows.sql()) : single(rows.sql())) + " LIMIT " + most,
            rows.parameters());
  }

  /** The rows of a range as they stand in the files, in any order, no fence between. */
  Condition rows(KeyRange range, Function<Dataset, List<Path>> files, long most) {
    Condition rows = union(range, files);
    return rows.sql().isEmpty()
        ? rows
        : new Condition(
            "SELECT rrname, rrtype, rdata, "
                + (byRdata ? "NULL" : "bailiwick")
                + " AS bailiwick, count AS n, epoch_us(time_first) AS first,"
                + " epoch_us(time_last) AS last FROM "
                + rows.sql()
                + " LIMIT "
                + most,
            rows.parameters());
  }

  private Condition union(KeyRange range, Function<Dataset, List<Path>> files) {
    List<String> parts = new ArrayList<>();
    List<String> parameters = new ArrayList<>();
    datasets.forEach((dataset, types) -> {
      List<Path> ofDataset = files.apply(dataset);
      if (!ofDataset.isEmpty()) {
        Condition where = range.condition(key()).and(types).and(bailiwick());
        parts.add("SELECT " + columns() + " FROM " + scan(ofDataset) + " WHERE " + where.sql());
        parameters.addAll(where.parameters());
      }
    });
    if (parts.isEmpty()) {
      return new Condition("", List.of());
    }
    return new Condition("(" + String.join(" UNION ALL ", parts) + ")", List.copyOf(parameters));
  }

  private String columns() {
    return key()
        + ", rrname, rrtype, rdata, count, time_first, time_last"
        + (byRdata ? "" : ", bailiwick");
  }

  private String summed(String rows) {
    String group = key() + ", rrname, rrtype, rdata" + (byRdata ? "" : ", bailiwick");
    return "SELECT rrname, rrtype, rdata, "
        + (byRdata ? "NULL" : "bailiwick")
        + " AS bailiwick, least(sum(count), 9223372036854775807)::BIGINT AS n,"
        + " epoch_us(min(time_first)) AS first, epoch_us(max(time_last)) AS last FROM "
        + rows
        + " GROUP BY "
        + group
        + fences("HAVING", "min(time_first)", "max(time_last)")
        + " ORDER BY "
        + order();
  }

  private String single(String rows) {
    return "SELECT rrname, rrtype, rdata, "
        + (byRdata ? "NULL" : "bailiwick")
        + " AS bailiwick, count AS n, epoch_us(time_first) AS first, epoch_us(time_last) AS last"
        + " FROM "
        + rows
        + fences("WHERE", "time_first", "time_last")
        + " ORDER BY "
        + order()
        + ", time_first, time_last, count";
  }

  private String order() {
    return key() + (byRdata ? ", rrtype, rrname, rdata" : ", rrtype, bailiwick NULLS FIRST, rdata");
  }

  private String fences(String keyword, String first, String last) {
    TimeFences fences = question.fences();
    List<String> conditions = new ArrayList<>();
    lower(conditions, first, fences.timeFirstAfter());
    upper(conditions, first, fences.timeFirstBefore());
    lower(conditions, last, fences.timeLastAfter());
    upper(conditions, last, fences.timeLastBefore());
    return conditions.isEmpty() ? "" : " " + keyword + " " + String.join(" AND ", conditions);
  }

  private static void lower(List<String> conditions, String time, long seconds) {
    if (seconds != TimeFences.NO_LOWER) {
      conditions.add("epoch_us(" + time + ") >= " + seconds * MICROS_PER_SECOND);
    }
  }

  /** The whole second is taken: times of the store are finer than those of a question. */
  private static void upper(List<String> conditions, String time, long seconds) {
    if (seconds != TimeFences.NO_UPPER) {
      conditions.add("epoch_us(" + time + ") < " + (seconds + 1) * MICROS_PER_SECOND);
    }
  }

  private Condition bailiwick() {
    String zone = question.bailiwick();
    return byRdata || zone == null ? Condition.ALWAYS : Condition.of("bailiwick = ?", zone);
  }

  /** Records of any type are unplaced, so that the types have to be told apart. */
  private static Condition unplaced(TypeSelection types, Condition named) {
    if (types.any() == types.anyDnssec()) {
      return types.any() ? Condition.ALWAYS : named;
    }
    Condition kind = Condition.oneOf(types.any() ? "NOT rrtype" : "rrtype", Dataset.DNSSEC_TYPES);
    if (types.named().isEmpty()) {
      return kind;
    }
    List<String> parameters = new ArrayList<>(kind.parameters());
    parameters.addAll(named.parameters());
    return new Condition("(" + kind.sql() + " OR " + named.sql() + ")", List.copyOf(parameters));
  }

  /** The files as a table. */
  static String scan(List<Path> files) {
    return "read_parquet(" + list(files) + ")";
  }

  /** The files as a list of SQL; their names come from the manifest, quoted all the same. */
  static String list(List<Path> files) {
    return "["
        + String.join(
            ", ",
            files.stream().map(file -> "'" + file.toString().replace("'", "''") + "'").toList())
        + "]";
  }
}
