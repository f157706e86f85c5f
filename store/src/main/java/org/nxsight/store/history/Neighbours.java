package org.nxsight.store.history;

import java.util.List;

/**
 * Other names under the same cut.
 *
 * @param names how many
 * @param atLeast whether there may be more, because only so many rows were looked at
 * @param examples some of them
 */
public record Neighbours(long names, boolean atLeast, List<String> examples) {
  /** Nobody. */
  static final Neighbours NONE = new Neighbours(0, false, List.of());

  /** Holds a list of its own. */
  public Neighbours {
    examples = List.copyOf(examples);
  }
}
