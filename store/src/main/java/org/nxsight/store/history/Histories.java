package org.nxsight.store.history;

import java.io.IOException;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nxsight.store.Dataset;
import org.nxsight.store.failures.Failure;
import org.nxsight.store.failures.FailureQuestion;
import org.nxsight.store.failures.Failures;
import org.nxsight.store.failures.Grouping;
import org.nxsight.store.pdns.BadQuestionException;
import org.nxsight.store.pdns.NamePattern;
import org.nxsight.store.tables.StoreTables;

/** Puts together what the store knows about a name. */
public final class Histories {
  /** The datasets that are asked. */
  public static final Set<Dataset> DATASETS =
      EnumSet.of(
          Dataset.PDNS,
          Dataset.PDNS_DNSSEC,
          Dataset.PDNS_UNPLACED,
          Dataset.FAILURES,
          Dataset.NODATA);

  /** Rows of one name: a type and rcode each, of a handful of servers. */
  private static final int MOST_FAILURES = 1_000;

  private static final String RECORDS =
      """
      SELECT rrtype, arg_max(rdata, time_last), count(DISTINCT rdata), arg_max(bailiwick, time_last),
        placed, sum(count)::BIGINT, epoch_us(min(time_first)), epoch_us(max(time_last))
      FROM (SELECT *, true AS placed FROM pdns WHERE name_key = ?
        UNION ALL SELECT *, true FROM pdns_dnssec WHERE name_key = ?
        UNION ALL SELECT *, false FROM pdns_unplaced WHERE name_key = ?)
      GROUP BY rrtype, placed ORDER BY placed DESC, min(time_first), rrtype\
      """;

  private final StoreTables tables;
  private final Failures failures;
  private final Surroundings surroundings;

  /**
   * @param tables with {@link #DATASETS} opened
   */
  public Histories(StoreTables tables) {
    this.tables = tables;
    failures = new Failures(tables);
    surroundings = new Surroundings(tables);
  }

  /**
   * The history of a name.
   *
   * @param question about one name; its grouping and limit do not matter
   * @throws IOException with one line when the store cannot be read
   */
  public History of(FailureQuestion question) throws IOException {
    NamePattern name = question.names();
    if (name.kind() != NamePattern.Kind.EXACT) {
      throw new IllegalArgumentException("a history is one name's");
    }
    FailureQuestion any = question.withLimit(MOST_FAILURES);
    List<Failure> failing = failures.answer(any.withGrouping(Grouping.NAME));
    List<Failure> servers = failures.answer(any.withGrouping(Grouping.SERVER));
    Failure cutter = lastWithCut(failing);
    String cut = cutter == null ? null : cutter.cut();
    String soa = cutter == null ? null : cutter.soaRrname();
    try {
      List<Failure> floods = failing.isEmpty() ? floods(question) : List.of();
      NamePattern zone = cut == null ? null : NamePattern.parse(cut);
      long sinceMicros =
          failing.stream().mapToLong(Failure::timeFirstMicros).min().orElse(Long.MIN_VALUE);
      return new History(
          name.name(),
          records(name.key()),
          failing,
          servers,
          floods,
          cut,
          surroundings.ancestor(name, soa == null ? zone : NamePattern.parse(soa), failing),
          zone == null ? Neighbours.NONE : surroundings.working(name, zone, sinceMicros),
          zone == null ? Neighbours.NONE : surroundings.missing(name, zone));
    } catch (SQLException e) {
      throw tables.failure(e);
    } catch (BadQuestionException e) {
      throw new IOException("the store has a cut that is no name: " + e.getMessage(), e);
    }
  }

  /** What failed last and has a cut. */
  private static @Nullable Failure lastWithCut(List<Failure> failures) {
    return failures.stream()
        .filter(failure -> failure.cut() != null)
        .max(Comparator.comparingLong(Failure::timeLastMicros))
        .orElse(null);
  }

  private List<Failure> floods(FailureQuestion question) throws IOException, BadQuestionException {
    List<Failure> floods = new ArrayList<>();
    for (NamePattern above : Above.of(question.names())) {
      NamePattern flood = new NamePattern(NamePattern.Kind.EXACT, "*." + above.name(), above.key());
      floods.addAll(
          failures.answer(
              question.withNames(flood).withGrouping(Grouping.NAME).withLimit(MOST_FAILURES)));
    }
    return floods;
  }

  private List<Records> records(String key) throws SQLException {
    List<Records> records = new ArrayList<>();
    try (PreparedStatement statement = tables.prepare(RECORDS)) {
      for (int i = 1; i <= 3; i++) {
        statement.setString(i, key);
      }
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          records.add(
              new Records(
                  row.getString(1),
                  strings(row.getArray(2)),
                  row.getLong(3),
                  row.getString(4),
                  row.getBoolean(5),
                  row.getLong(6),
                  row.getLong(7),
                  row.getLong(8)));
        }
      }
    }
    return records;
  }

  private static List<String> strings(Array array) throws SQLException {
    List<String> strings = new ArrayList<>();
    for (Object value : (Object[]) array.getArray()) {
      strings.add(String.valueOf(value));
    }
    return strings;
  }
}
