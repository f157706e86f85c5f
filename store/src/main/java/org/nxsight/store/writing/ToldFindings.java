package org.nxsight.store.writing;

import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.nxsight.analysis.findings.Finding;

/** Findings on their way from the thread that makes them to the one that stores them. */
public final class ToldFindings {
  private final Queue<Finding> waiting = new ConcurrentLinkedQueue<>();

  /** Takes one. */
  void add(Finding finding) {
    waiting.add(finding);
  }

  /** Hands on those that wait. */
  void drainTo(StoreWriter writer) throws IOException {
    for (Finding each = waiting.poll(); each != null; each = waiting.poll()) {
      writer.onFinding(each);
    }
  }
}
