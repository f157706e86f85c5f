package org.nxsight.app;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.nxsight.store.writing.Storing;

/**
 * Lets the store of a live run grow, and behind it the state of findings: what the state knows of
 * is in the store by then.
 */
final class LiveCommit implements Storing.Commit {
  private final OpenStore store;
  private final @Nullable FindingStage findings;
  private byte @Nullable [] state;

  LiveCommit(OpenStore store, @Nullable FindingStage findings) {
    this.store = store;
    this.findings = findings;
  }

  @Override
  public void prepare() {
    state = findings == null ? null : findings.takeKept();
  }

  @Override
  public void commit() throws IOException {
    store.commit();
    if (findings != null && state != null) {
      findings.save(state);
    }
  }
}
