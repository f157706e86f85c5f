package org.nxsight.analysis.dga.families;

/** How near a generator of ours comes to the malware's own. */
public enum Fidelity {
  /** It gives the same names: published sample names stand in its test. */
  EXACT,
  /** Length, letters, top-level domains and structure are the same, the names are not. */
  ALIKE
}
