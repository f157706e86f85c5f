package org.nxsight.store.pdns;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of a WHERE clause and what is bound to its parameters. Text from outside is only ever
 * among the parameters.
 */
record Condition(String sql, List<String> parameters) {
  static final Condition ALWAYS = new Condition("true", List.of());

  static Condition of(String sql, String... parameters) {
    return new Condition(sql, List.of(parameters));
  }

  /** That a column is one of these. */
  static Condition oneOf(String column, List<String> values) {
    return new Condition(
        column + " IN (" + String.join(", ", values.stream().map(value -> "?").toList()) + ")",
        values);
  }

  Condition and(Condition other) {
    if (sql.equals(ALWAYS.sql)) {
      return other;
    }
    if (other.sql.equals(ALWAYS.sql)) {
      return this;
    }
    List<String> both = new ArrayList<>(parameters);
    both.addAll(other.parameters);
    return new Condition(sql + " AND " + other.sql, List.copyOf(both));
  }
}
