package org.nxsight.analysis.findings;

/** Takes what operators find. */
public interface Reports {
  /** Hears that a finding holds now. */
  void onSighting(Sighting sighting);
}
