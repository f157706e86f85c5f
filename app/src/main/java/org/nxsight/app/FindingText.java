package org.nxsight.app;

import java.util.Locale;
import org.nxsight.analysis.findings.Finding;
import org.nxsight.analysis.findings.Sighting;

/** Findings as a person reads them. */
final class FindingText {
  private FindingText() {}

  /** One line: how urgent, what, about whom, and why. */
  static String line(Finding finding) {
    Sighting sighting = finding.sighting();
    return sighting.severity().text().toUpperCase(Locale.ROOT)
        + " "
        + sighting.kind()
        + " "
        + sighting.subject()
        + ": "
        + sighting.sentence();
  }
}
