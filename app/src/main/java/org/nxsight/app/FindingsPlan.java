package org.nxsight.app;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nxsight.analysis.findings.FindingKind;
import org.nxsight.analysis.findings.Tuning;
import org.nxsight.analysis.findings.Watchlists;

/**
 * What a run is to do about findings.
 *
 * @param watchlists what the user looks after
 * @param tuning from when on things are told
 * @param unwanted kinds that are not told
 * @param notifying who else is told, besides channel and store
 * @param reload reads what the user looks after again; null when nothing does
 */
record FindingsPlan(
    Watchlists watchlists,
    Tuning tuning,
    Set<FindingKind> unwanted,
    List<Notifier> notifying,
    @Nullable Reload reload) {
  /** Watches what everybody watches, and tells nobody besides. */
  static final FindingsPlan DEFAULT =
      new FindingsPlan(Watchlists.NONE, Tuning.USUAL, Set.of(), List.of(), null);
}
