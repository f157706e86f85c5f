package org.nxsight.analysis.findings;

/** How far the records reach that must meet in one operator, where many run side by side. */
public enum Reach {
  /** Those of one registrable domain, whose names its keys are. */
  DOMAIN,
  /** Those of one key, wherever the names are. */
  KEY,
  /** All that it has a use for: what it says of one key depends on others. */
  WHOLE
}
