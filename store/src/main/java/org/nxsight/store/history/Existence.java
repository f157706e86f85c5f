package org.nxsight.store.history;

import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.nxsight.store.Dataset;
import org.nxsight.store.pdns.NamePattern;
import org.nxsight.store.tables.StoreTables;

/** When names existed, and which zone denied them last, as far as the store knows. */
public final class Existence {
  /** The datasets that are asked. */
  public static final Set<Dataset> DATASETS =
      EnumSet.of(Dataset.PDNS, Dataset.PDNS_UNPLACED, Dataset.FAILURES);

  private static final String NAME =
      """
      SELECT rrtype, epoch_us(min(time_first)), epoch_us(max(time_last))
      FROM (SELECT rrtype, time_first, time_last FROM pdns WHERE name_key = ?
        UNION ALL SELECT rrtype, time_first, time_last FROM pdns_unplaced WHERE name_key = ?)
      GROUP BY rrtype\
      """;

  private static final String ZONE =
      """
      SELECT arg_max(rrname, time_last), epoch_us(min(time_first)), epoch_us(max(time_last))
      FROM (SELECT rrname, time_first, time_last FROM pdns
        WHERE name_key >= ? AND name_key < ? LIMIT ?)\
      """;

  private static final String SOA =
      """
      SELECT soa_rrname FROM failures
      WHERE name_key = ? AND rcode = 'NXDOMAIN' AND soa_rrname IS NOT NULL
      ORDER BY time_last DESC LIMIT 1\
      """;

  private final StoreTables tables;

  /**
   * @param tables with {@link #DATASETS} opened
   */
  public Existence(StoreTables tables) {
    this.tables = tables;
  }

  /** When a name had records; null when it never had any. */
  public @Nullable Span ofName(NamePattern name) throws IOException {
    try (PreparedStatement statement = tables.prepare(NAME)) {
      statement.setString(1, name.key());
      statement.setString(2, name.key());
      Map<String, Long> types = new TreeMap<>();
      long first = Long.MAX_VALUE;
      long last = Long.MIN_VALUE;
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          types.put(row.getString(1), row.getLong(3));
          first = Math.min(first, row.getLong(2));
          last = Math.max(last, row.getLong(3));
        }
      }
      return types.isEmpty() ? null : new Span(name.name(), first, last, types);
    } catch (SQLException e) {
      throw tables.failure(e);
    }
  }

  /** When names at and below a zone had records; null when none ever had any. */
  public @Nullable Span inZone(NamePattern zone) throws IOException {
    try (PreparedStatement statement = tables.prepare(ZONE)) {
      statement.setString(1, Surroundings.from(zone));
      statement.setString(2, Surroundings.end(zone));
      statement.setLong(3, Surroundings.MOST_ROWS);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() && row.getString(1) != null
            ? new Span(row.getString(1), row.getLong(2), row.getLong(3), Map.of())
            : null;
      }
    } catch (SQLException e) {
      throw tables.failure(e);
    }
  }

  /** The owner of the SOA that denied a name last; null when none did. */
  public @Nullable String deniedBy(NamePattern name) throws IOException {
    try (PreparedStatement statement = tables.prepare(SOA)) {
      statement.setString(1, name.key());
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? row.getString(1) : null;
      }
    } catch (SQLException e) {
      throw tables.failure(e);
    }
  }
}
