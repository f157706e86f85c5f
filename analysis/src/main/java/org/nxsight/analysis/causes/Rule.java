package org.nxsight.analysis.causes;

/** Looks for some causes of a failure. */
interface Rule {
  /**
   * Whether it has found one, and has told the diagnosis. What it learned on the way may stand in
   * the diagnosis even when it has not.
   */
  boolean matches(Failure failure, Diagnosis diagnosis);
}
