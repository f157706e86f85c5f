package org.nxsight.app;

import java.util.List;
import org.nxsight.analysis.findings.Watchlists;

/**
 * What a run is to do about findings.
 *
 * @param watchlists what the user looks after
 * @param notifying who else is told, besides channel and store
 */
record FindingsPlan(Watchlists watchlists, List<Notifier> notifying) {
  /** Watches what everybody watches, and tells nobody besides. */
  static final FindingsPlan DEFAULT = new FindingsPlan(Watchlists.NONE, List.of());
}
