package org.nxsight.store.history;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsight.store.failures.Failure;
import org.nxsight.store.pdns.BadQuestionException;
import org.nxsight.store.pdns.NamePattern;
import org.nxsight.store.tables.StoreTables;

/** What stands above and beside a name. */
final class Surroundings {
  /**
   * The rows of a zone that are looked at: a million names of some 200 octets are the 256 MiB that
   * a question has. Zones beyond that are said to have at least so many.
   */
  static final long MOST_ROWS = 1_000_000;

  private static final int EXAMPLES = 5;

  private static final String AT =
      """
      SELECT epoch_us(max(time_last)) FROM (SELECT time_last FROM pdns WHERE name_key = ?
        UNION ALL SELECT time_last FROM pdns_dnssec WHERE name_key = ?)\
      """;

  private static final String BELOW =
      """
      SELECT rrname, epoch_us(time_last) FROM pdns
      WHERE name_key > ? AND name_key < ? AND NOT starts_with(name_key, ?) LIMIT 1\
      """;

  private static final String WORKING =
      """
      WITH answered AS (SELECT rrname, max(time_last) AS last FROM (SELECT rrname, time_last
          FROM pdns WHERE name_key >= ? AND name_key < ? AND rrtype <> 'NS' LIMIT ?)
        GROUP BY rrname),
      missed AS (SELECT qname, max(time_last) AS last FROM (SELECT qname, time_last
          FROM failures WHERE name_key >= ? AND name_key < ? LIMIT ?)
        GROUP BY qname)
      SELECT rrname, count(*) OVER () FROM answered LEFT JOIN missed ON qname = rrname
      WHERE rrname <> ? AND epoch_us(answered.last) >= ?
        AND (missed.last IS NULL OR missed.last <= answered.last)
      ORDER BY answered.last DESC, rrname LIMIT ?\
      """;

  private static final String MISSING =
      """
      SELECT qname, sum(greatest(1, distinct_hashes(names))) OVER ()::BIGINT
      FROM (SELECT qname, sum(count) AS asked, merge_hashes(name_hashes) AS names
        FROM (SELECT qname, count, name_hashes FROM failures
          WHERE name_key >= ? AND name_key < ? AND rcode = 'NXDOMAIN' LIMIT ?)
        WHERE qname <> ? GROUP BY qname)
      ORDER BY asked DESC, qname LIMIT ?\
      """;

  private final StoreTables tables;

  Surroundings(StoreTables tables) {
    this.tables = tables;
  }

  /** The deepest name above this one that is known to exist. */
  @Nullable Ancestor ancestor(NamePattern name, @Nullable NamePattern zone, List<Failure> failures)
      throws SQLException, BadQuestionException {
    for (NamePattern above : Above.of(name)) {
      if (zone != null && above.key().equals(zone.key())) {
        long last = failures.stream().mapToLong(Failure::timeLastMicros).max().orElse(0);
        return new Ancestor(above.name(), Ancestor.Proof.ZONE, null, last);
      }
      try (PreparedStatement at = prepare(AT, above.key(), above.key());
          ResultSet row = at.executeQuery()) {
        long last = row.next() ? row.getLong(1) : 0;
        if (!row.wasNull()) {
          return new Ancestor(above.name(), Ancestor.Proof.RECORDS, null, last);
        }
      }
      try (PreparedStatement below = prepare(BELOW, above.key(), end(above), name.key());
          ResultSet row = below.executeQuery()) {
        if (row.next()) {
          return new Ancestor(
              above.name(), Ancestor.Proof.NAME_BELOW, row.getString(1), row.getLong(2));
        }
      }
    }
    return null;
  }

  /** Other names at and below the zone that were answered since then, those seen last first. */
  Neighbours working(NamePattern name, NamePattern zone, long sinceMicros) throws SQLException {
    return neighbours(
        prepare(
            WORKING,
            from(zone),
            end(zone),
            MOST_ROWS,
            from(zone),
            end(zone),
            MOST_ROWS,
            name.name(),
            sinceMicros,
            EXAMPLES),
        isMore("pdns", zone));
  }

  /** Other names at and below the zone that do not exist, those asked for most first. */
  Neighbours missing(NamePattern name, NamePattern zone) throws SQLException {
    return neighbours(
        prepare(MISSING, from(zone), end(zone), MOST_ROWS, name.name(), EXAMPLES),
        isMore("failures", zone));
  }

  private static Neighbours neighbours(PreparedStatement statement, boolean more)
      throws SQLException {
    List<String> examples = new ArrayList<>();
    long names = 0;
    try (statement;
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        examples.add(row.getString(1));
        names = row.getLong(2);
      }
    }
    return new Neighbours(names, more, examples);
  }

  private boolean isMore(String table, NamePattern zone) throws SQLException {
    try (PreparedStatement rows =
            prepare(
                "SELECT count(*) FROM (SELECT 1 FROM "
                    + table
                    + " WHERE name_key >= ? AND name_key < ? LIMIT ?)",
                from(zone),
                end(zone),
                MOST_ROWS);
        ResultSet row = rows.executeQuery()) {
      return row.next() && row.getLong(1) >= MOST_ROWS;
    }
  }

  private PreparedStatement prepare(String sql, Object... parameters) throws SQLException {
    PreparedStatement statement = tables.prepare(sql);
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
    return statement;
  }

  /** The key that those of all names in a zone begin with. */
  static String from(NamePattern zone) {
    return zone.key().equals(".") ? "" : zone.key();
  }

  /**
   * Behind all keys that begin with {@code com.example.} is {@code com.example/}; behind those of
   * all names is a character that none of them has.
   */
  static String end(NamePattern zone) {
    String key = zone.key();
    return key.equals(".") ? "\u007f" : key.substring(0, key.length() - 1) + '/';
  }
}
