package org.nxsight.analysis.sharding;

/** What a domain's shard does with an exchange. */
final class Marks {
  /** All there is to do: it is of that domain. */
  static final int OWN = 0;

  /** Remembers that it leads to a name of the domain. */
  static final int ALIAS = 1;

  /** Remembers that its record points at a name of the domain. */
  static final int REFERENCE = 2;

  private Marks() {}
}
