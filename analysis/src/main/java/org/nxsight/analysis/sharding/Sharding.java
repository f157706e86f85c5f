package org.nxsight.analysis.sharding;

import java.util.Set;
import org.nxsight.analysis.causes.Knowledge;
import org.nxsight.analysis.findings.FindingKind;
import org.nxsight.analysis.findings.Watchlists;

/**
 * What all tasks of one analysis agree on.
 *
 * @param shards how many there are
 * @param causesSeed of hashes by which causes are told
 * @param findingsSeed of hashes by which findings are made
 * @param places for names that each shard remembers, as of {@code Existing}
 * @param rememberedVerdicts of each task, a power of two
 * @param knowledge shared by all
 * @param watchlists of the user's own
 * @param unwanted kinds that nobody wants to hear of
 */
public record Sharding(
    int shards,
    long causesSeed,
    long findingsSeed,
    int places,
    int rememberedVerdicts,
    Knowledge knowledge,
    Watchlists watchlists,
    Set<FindingKind> unwanted) {
  /** The version of all states; one of another version is refused. */
  static final int STATE_VERSION = 1;
}
