package org.nxsight.analysis.dga.families;

/** What decides the names of a family. */
public enum Seeding {
  /** The day alone. */
  DAY,
  /** A number or text in the sample alone: the same names for ever. */
  SEED,
  /** Both. */
  SEED_AND_DAY;

  /** Whether the names change with the date. */
  public boolean usesDay() {
    return this != SEED;
  }

  /** Whether the names differ between samples of the family. */
  public boolean usesSeed() {
    return this != DAY;
  }
}
