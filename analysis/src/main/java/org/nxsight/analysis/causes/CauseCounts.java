package org.nxsight.analysis.causes;

import java.util.ArrayList;
import java.util.List;

/** How often each cause was found, and some names it was found for. */
public final class CauseCounts {
  /** Examples of each cause. */
  public static final int EXAMPLES = 3;

  private final long[] counts = new long[Cause.values().length];
  private final List<List<String>> examples = new ArrayList<>();

  CauseCounts() {
    for (int i = 0; i < counts.length; i++) {
      examples.add(new ArrayList<>(EXAMPLES));
    }
  }

  void add(Cause cause) {
    counts[cause.ordinal()]++;
  }

  boolean wantsExample(Cause cause) {
    return examples.get(cause.ordinal()).size() < EXAMPLES;
  }

  void addExample(Cause cause, String name) {
    List<String> names = examples.get(cause.ordinal());
    if (!names.contains(name)) {
      names.add(name);
    }
  }

  /** The failures that have a cause. */
  public long count(Cause cause) {
    return counts[cause.ordinal()];
  }

  /** Names, as text without what lists' customers would not want to be seen. */
  public List<String> examples(Cause cause) {
    return List.copyOf(examples.get(cause.ordinal()));
  }
}
