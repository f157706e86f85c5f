package org.nxsight.analysis.sharding;

import java.util.ArrayList;
import java.util.List;
import org.nxsight.analysis.condensing.Operators;
import org.nxsight.analysis.findings.Operator;
import org.nxsight.analysis.findings.Reach;
import org.nxsight.analysis.findings.Tuning;
import org.nxsight.analysis.findings.Watchlists;
import org.nxsight.analysis.findings.spikes.Spikes;
import org.nxsight.analysis.sharding.ShardedStage.Numbered;

/** Which operators stand in which stage and shard; each has the number of its place among all. */
final class Placing {
  private Placing() {}

  /** New ones for a shard of {@link DomainStage}. */
  static List<Numbered> ofDomain(Watchlists watchlists) {
    return of(watchlists, (number, each) -> each.reach() == Reach.DOMAIN);
  }

  /** New ones for a shard of {@link KeyStage}; one shard has all of an operator that needs all. */
  static List<Numbered> ofKeys(Watchlists watchlists, int shard, int shards) {
    return of(
        watchlists,
        (number, each) ->
            each.reach() == Reach.KEY
                || (each.reach() == Reach.WHOLE && shardOf(number, shards) == shard));
  }

  /** Those whose keys tell where records go. */
  static List<Numbered> toKeys(Watchlists watchlists) {
    return of(
        watchlists, (number, each) -> each.reach() != Reach.DOMAIN && !(each instanceof Spikes));
  }

  /** The numbers of the operators that take counts of failures, by what these are counted by. */
  static int[] numbersOfSpikes(Watchlists watchlists) {
    return of(watchlists, (number, each) -> each instanceof Spikes).stream()
        .mapToInt(Numbered::number)
        .toArray();
  }

  /** The shard that has all of an operator. */
  static int shardOf(int number, int shards) {
    return number % shards;
  }

  private interface Wanted {
    boolean test(int number, Operator operator);
  }

  private static List<Numbered> of(Watchlists watchlists, Wanted wanted) {
    List<Numbered> found = new ArrayList<>();
    List<Operator> all = Operators.all(watchlists, Tuning.USUAL);
    for (int number = 0; number < all.size(); number++) {
      if (wanted.test(number, all.get(number))) {
        found.add(new Numbered(number, all.get(number)));
      }
    }
    return found;
  }
}
