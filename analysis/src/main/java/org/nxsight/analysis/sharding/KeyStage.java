package org.nxsight.analysis.sharding;

import java.io.DataInput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.nxsight.analysis.causes.Cause;
import org.nxsight.analysis.causes.Learning;
import org.nxsight.analysis.findings.spikes.SpikeCount;
import org.nxsight.analysis.findings.spikes.Spikes;
import org.nxsight.exchange.ExchangeView;

/**
 * The third stage: operators whose keys are no names of one domain, such as who asks or whom a list
 * is asked about. Records come with their causes, and with the numbers of the operators that have a
 * use for them.
 */
public final class KeyStage extends ShardedStage {
  private static final Cause[] CAUSES = Cause.values();

  /** Nothing is learned of names here. */
  private static final int NO_PLACES = 1 << 4;

  /** A stage that has no shard yet. */
  public KeyStage(Sharding sharding, Outlet out) {
    super(sharding, out);
  }

  @Override
  Shard make(int shard) {
    return new Shard(
        new Learning(NO_PLACES, sharding.causesSeed()),
        Placing.ofKeys(sharding.watchlists(), shard, sharding.shards()));
  }

  @Override
  void onRecord(Shard shard, int marks, ExchangeView exchange) {
    @Nullable Cause cause = exchange.note() == 0 ? null : CAUSES[exchange.note() - 1];
    shard.attended(explaining);
    explaining.follow(exchange.responseNanos());
    observation.set(exchange, cause);
    for (Numbered each : shard.operators()) {
      if ((marks & 1 << each.number()) != 0) {
        each.operator().onRecord(observation);
      }
    }
  }

  @Override
  void onCounts(Shard shard, DataInput counts) throws IOException {
    for (int left = counts.readInt(); left > 0; left--) {
      SpikeCount count = SpikeCount.read(counts);
      for (Numbered each : shard.operators()) {
        if (each.operator() instanceof Spikes spikes) {
          spikes.onCount(count);
        }
      }
    }
  }

  @Override
  void finish() {}

  @Override
  void beforeTick(long tickNanos) {}

  @Override
  public void flush() {}
}
