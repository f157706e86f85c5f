package org.nxsight.store.history;

import java.util.Map;

/**
 * When a name had records.
 *
 * @param name the name, or of a zone the one that had records last
 * @param typesLastMicros when it had each type last, microseconds since 1970; none of a zone
 */
public record Span(
    String name, long firstMicros, long lastMicros, Map<String, Long> typesLastMicros) {
  /** Holds a map of its own. */
  public Span {
    typesLastMicros = Map.copyOf(typesLastMicros);
  }
}
