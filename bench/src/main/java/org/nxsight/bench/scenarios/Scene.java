package org.nxsight.bench.scenarios;

/** Something that happens. */
interface Scene {
  /**
   * Asks what is asked then, and tells what is true of it.
   *
   * @param strength how much of it; what is harmless has one only
   */
  void play(Stage stage, Strength strength);
}
