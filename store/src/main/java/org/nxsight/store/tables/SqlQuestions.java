package org.nxsight.store.tables;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nxsight.store.Dataset;

/**
 * Questions in SQL, which can read the store's tables and nothing else.
 *
 * <p>One SELECT is taken at a time; whatever else it is, or has in it, is refused before it runs: a
 * COPY could write over the files that may be read. Other files, the network, extensions and
 * settings are closed in the engine itself.
 */
public final class SqlQuestions implements AutoCloseable {
  /** Views that add up what stands in several files, and count the sketches out. */
  private static final String VIEWS =
      """
      CREATE VIEW rrsets AS
        SELECT name_key, rrname, rrtype, bailiwick, rdata, sum(count)::BIGINT AS count,
          min(time_first) AS time_first, max(time_last) AS time_last
        FROM pdns GROUP BY name_key, rrname, rrtype, bailiwick, rdata;
      CREATE VIEW failing_names AS
        SELECT name_key, qname, qtype, rcode, soa_rrname, cut, sum(count)::BIGINT AS count,
          min(time_first) AS time_first, max(time_last) AS time_last,
          greatest(count(DISTINCT server), distinct_hashes(merge_hashes(server_hashes))) AS servers,
          distinct_hashes(merge_hashes(resolver_hashes)) AS resolvers,
          arg_max(cause, time_last) AS cause
        FROM failures GROUP BY name_key, qname, qtype, rcode, soa_rrname, cut;
      CREATE VIEW failing_cuts AS
        SELECT cut, rcode, sum(names)::BIGINT AS names, sum(count)::BIGINT AS count,
          min(time_first) AS time_first, max(time_last) AS time_last,
          distinct_hashes(merge_hashes(resolvers)) AS resolvers
        FROM (SELECT cut, rcode, qname, sum(count) AS count, min(time_first) AS time_first,
            max(time_last) AS time_last, merge_hashes(resolver_hashes) AS resolvers,
            greatest(1, distinct_hashes(merge_hashes(name_hashes))) AS names
          FROM failures GROUP BY cut, rcode, qname)
        GROUP BY cut, rcode;
      """;

  private static final String KIND =
      """
      SELECT json_extract_string(tree, '$.error_type'), json_extract_string(tree, '$.error_message'),
        json_array_length(tree, '$.statements'), tree::VARCHAR FROM (SELECT json_serialize_sql(?::VARCHAR) AS tree)\
      """;

  private static final String ONLY_SELECT =
      "only SELECT is possible here: the store is read, not changed";

  /** Nodes of a statement's tree; inside of strings the quotes have backslashes before them. */
  private static final Pattern NODE = Pattern.compile("\"type\":\"([A-Z_]+_NODE)\"");

  private static final Set<String> READING_NODES =
      Set.of("SELECT_NODE", "SET_OPERATION_NODE", "RECURSIVE_CTE_NODE", "CTE_NODE");

  private static final Pattern CALL = Pattern.compile("\"function_name\":\"([^\"]*)\"");
  private static final Set<String> RUNNING_FUNCTIONS =
      Set.of("query", "json_execute_serialized_sql");

  private final StoreTables tables;

  private SqlQuestions(StoreTables tables) {
    this.tables = tables;
  }

  /**
   * Opens a store for questions.
   *
   * @throws IOException with one line when it cannot be read
   */
  public static SqlQuestions open(Path store) throws IOException {
    StoreTables tables = StoreTables.open(store, EnumSet.allOf(Dataset.class));
    try {
      tables.execute(VIEWS);
      List<Path> files = new ArrayList<>();
      for (Dataset dataset : Dataset.values()) {
        files.addAll(tables.files(dataset));
      }
      tables.execute("SET allowed_paths = " + StoreTables.quoted(files));
      tables.execute("SET enable_external_access = false");
      tables.execute("SET lock_configuration = true");
      return new SqlQuestions(tables);
    } catch (SQLException e) {
      tables.close();
      throw tables.failure(e);
    }
  }

  /** Whether nothing was ever written to the store. */
  public boolean isEmpty() {
    return tables.isEmpty();
  }

  /**
   * Begins to answer; the answer is to be closed.
   *
   * @throws RefusedSqlException when it is not one SELECT, or not a correct one
   */
  public SqlAnswer ask(String sql) throws RefusedSqlException, IOException {
    try {
      check(sql);
      Statement statement = tables.connection().createStatement();
      try {
        return new SqlAnswer(tables, statement, statement.executeQuery(sql));
      } catch (SQLException e) {
        statement.close();
        throw e;
      }
    } catch (SQLException e) {
      throw SqlAnswer.refusedOrFailed(tables, e);
    }
  }

  private void check(String sql) throws SQLException, RefusedSqlException {
    try (PreparedStatement statement = tables.connection().prepareStatement(KIND)) {
      statement.setString(1, sql);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        String error = row.getString(1);
        if ("not implemented".equals(error)) {
          throw new RefusedSqlException(ONLY_SELECT);
        }
        if (error != null) {
          throw new RefusedSqlException(
              String.valueOf(row.getString(2)).lines().findFirst().orElse(""));
        }
        if (row.getLong(3) != 1) {
          throw new RefusedSqlException("one SELECT is needed, and there are " + row.getLong(3));
        }
        checkTree(row.getString(4));
      }
    }
  }

  /** Refuses what changes something inside of a SELECT, and what would run text as SQL. */
  private static void checkTree(String tree) throws RefusedSqlException {
    for (Matcher node = NODE.matcher(tree); node.find(); ) {
      if (!READING_NODES.contains(node.group(1))) {
        throw new RefusedSqlException(ONLY_SELECT);
      }
    }
    for (Matcher call = CALL.matcher(tree); call.find(); ) {
      if (RUNNING_FUNCTIONS.contains(call.group(1).toLowerCase(Locale.ROOT))) {
        throw new RefusedSqlException(
            "the function " + call.group(1) + " is not possible here: it runs text as SQL");
      }
    }
  }

  @Override
  public void close() throws IOException {
    tables.close();
  }
}
