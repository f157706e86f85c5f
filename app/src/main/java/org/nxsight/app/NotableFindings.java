package org.nxsight.app;

import java.io.IOException;
import java.nio.file.Path;
import org.nxsight.analysis.findings.Finding;
import org.nxsight.analysis.findings.Severity;
import org.nxsight.store.findings.Marks;

/** Which findings others are told of: severe enough, and not muted. */
final class NotableFindings {
  private final Path output;
  private final Severity least;

  /**
   * @param output where people's marks are
   * @param least the least severity
   */
  NotableFindings(Path output, Severity least) {
    this.output = output;
    this.least = least;
  }

  boolean contains(Finding finding) {
    if (finding.sighting().severity().compareTo(least) < 0) {
      return false;
    }
    try {
      return Marks.read(output).of(finding.id()) != Marks.Mark.MUTED;
    } catch (IOException e) { // rather told once too often
      return true;
    }
  }
}
