package org.nxsight.store.findings;

import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.nxsight.analysis.findings.FindingKind;
import org.nxsight.analysis.findings.Severity;
import org.nxsight.store.Dataset;
import org.nxsight.store.tables.StoreTables;

/** Answers questions about findings: what was said last of each, or all that was said of one. */
public final class StoredFindings {
  /** The datasets that are asked. */
  public static final Set<Dataset> DATASETS = EnumSet.of(Dataset.FINDINGS);

  private static final long MICROS_A_SECOND = 1_000_000;
  private static final long MOST_SECONDS = 1L << 40;

  private static final String COLUMNS =
      """
      SELECT id, kind, subject, subject_type, severity, confidence, state, count, resolvers,
        epoch_us(time_first), epoch_us(time_last), epoch_us(opened), epoch_us(updated), sentence, evidence
      """;

  /** What was said last of each; of two at the same time the one that closes it. */
  private static final String LAST =
      COLUMNS
          + """
          FROM (SELECT * FROM findings QUALIFY row_number() OVER
            (PARTITION BY id ORDER BY updated DESC, state, count DESC) = 1)
          """;

  private static final String ORDER =
      """
       ORDER BY state DESC, list_position(['critical', 'high', 'medium', 'low', 'info'], severity),
        time_last DESC, id LIMIT ?
      """;

  private final StoreTables tables;

  /**
   * @param tables with {@link #DATASETS} opened
   */
  public StoredFindings(StoreTables tables) {
    this.tables = tables;
  }

  /**
   * What was said last of each finding: those that hold first, the most severe of them first.
   *
   * @throws IOException with one line when the store cannot be read
   */
  public List<StoredFinding> answer(FindingQuestion question) throws IOException {
    List<Object> parameters = new ArrayList<>();
    StringBuilder where = new StringBuilder(" WHERE true");
    if (question.id() != null) {
      where.append(" AND id = ?");
      parameters.add(question.id());
    }
    if (!question.kinds().isEmpty()) {
      oneOf(where, "kind", question.kinds().stream().map(FindingKind::name).toList(), parameters);
    }
    String subject = question.subject();
    if (subject != null && subject.startsWith("*.")) {
      String zone = subject.endsWith(".") ? subject.substring(2) : subject.substring(2) + '.';
      where.append(" AND (subject = ? OR ends_with(subject, ?))");
      parameters.add(zone);
      parameters.add('.' + zone);
    } else if (subject != null) {
      where.append(" AND subject IN (?, ?)");
      parameters.add(subject);
      parameters.add(subject + '.');
    }
    if (question.least() != Severity.INFO) {
      oneOf(
          where,
          "severity",
          EnumSet.range(question.least(), Severity.CRITICAL).stream().map(Severity::text).toList(),
          parameters);
    }
    if (question.open() != null) {
      where.append(" AND state = ?");
      parameters.add(question.open() ? "open" : "closed");
    }
    if (question.afterSeconds() > -MOST_SECONDS) {
      where.append(" AND epoch_us(time_last) >= ?");
      parameters.add(question.afterSeconds() * MICROS_A_SECOND);
    }
    if (question.beforeSeconds() < MOST_SECONDS) {
      where.append(" AND epoch_us(time_first) < ?");
      parameters.add((question.beforeSeconds() + 1) * MICROS_A_SECOND);
    }
    parameters.add(question.limit());
    return rows(LAST + where + ORDER, parameters);
  }

  /** All that was said of a finding, in the order of time. */
  public List<StoredFinding> changes(String id) throws IOException {
    return rows(COLUMNS + "FROM findings WHERE id = ? ORDER BY updated, state DESC", List.of(id));
  }

  private static void oneOf(
      StringBuilder where, String column, List<String> values, List<Object> parameters) {
    where.append(" AND ").append(column).append(" IN (");
    where.append(values.stream().map(_ -> "?").collect(Collectors.joining(", "))).append(')');
    parameters.addAll(values);
  }

  private List<StoredFinding> rows(String sql, List<Object> parameters) throws IOException {
    List<StoredFinding> all = new ArrayList<>();
    try (PreparedStatement statement = tables.prepare(sql)) {
      for (int i = 0; i < parameters.size(); i++) {
        statement.setObject(i + 1, parameters.get(i));
      }
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          all.add(row(rows));
        }
      }
      return all;
    } catch (SQLException e) {
      throw tables.failure(e);
    }
  }

  private static StoredFinding row(ResultSet row) throws SQLException {
    return new StoredFinding(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        severity(row.getString(5)),
        Math.round(row.getDouble(6) * 100) / 100.0,
        row.getString(7).equals("open"),
        row.getLong(8),
        row.getLong(9),
        row.getLong(10),
        row.getLong(11),
        row.getLong(12),
        row.getLong(13),
        row.getString(14),
        row.getString(15));
  }

  private static Severity severity(String text) {
    for (Severity severity : Severity.values()) {
      if (severity.text().equals(text)) {
        return severity;
      }
    }
    return Severity.INFO;
  }
}
