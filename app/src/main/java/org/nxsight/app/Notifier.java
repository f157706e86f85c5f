package org.nxsight.app;

import org.nxsight.analysis.findings.FindingHandler;

/** Tells somebody outside of findings, without ever holding up the run. */
interface Notifier extends FindingHandler, AutoCloseable {
  /** Tells what is still waiting, for some seconds, and ends. */
  @Override
  void close();

  /** Where it tells, and how many findings it could not tell. */
  String summary();
}
