package org.nxsight.analysis.findings;

import java.io.IOException;

/** Takes findings as they open, change and close. */
public interface FindingHandler {
  /** Hears of one. */
  void onFinding(Finding finding) throws IOException;
}
