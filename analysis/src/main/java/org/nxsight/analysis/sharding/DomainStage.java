package org.nxsight.analysis.sharding;

import java.io.DataInput;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsight.analysis.causes.Cause;
import org.nxsight.analysis.causes.Learning;
import org.nxsight.analysis.findings.Operator;
import org.nxsight.analysis.findings.Reach;
import org.nxsight.analysis.findings.references.DanglingTargets;
import org.nxsight.analysis.findings.spikes.Dimension;
import org.nxsight.analysis.findings.spikes.SpikeCount;
import org.nxsight.analysis.findings.spikes.SpikeCounts;
import org.nxsight.analysis.sharding.ShardedStage.Numbered;
import org.nxsight.exchange.Channel;
import org.nxsight.exchange.ExchangeView;

/**
 * The second stage, where all exchanges of a domain meet: it tells why names are missing, shows the
 * records to the operators whose keys are names of the domain, and sends on to {@link KeyStage}
 * what those of other keys have a use for. Failures are counted here for {@code Spikes}.
 */
public final class DomainStage extends ShardedStage {
  private static final int INTERNET = 1;

  private final List<Numbered> keyed;
  private final Batches batches;
  private final SpikeCounts counts = new SpikeCounts();
  private final int[] spikes;
  private final int[] marks;
  private final int[] marked;
  private long countedNanos = Long.MAX_VALUE;

  /** A stage that has no shard yet. */
  public DomainStage(Sharding sharding, Outlet out) {
    super(sharding, out);
    keyed = Placing.toKeys(sharding.watchlists());
    spikes = Placing.numbersOfSpikes(sharding.watchlists());
    batches = new Batches(Destination.KEY, sharding.shards(), out);
    marks = new int[sharding.shards()];
    marked = new int[sharding.shards()];
  }

  @Override
  Shard make(int shard) {
    return new Shard(
        new Learning(sharding.places(), sharding.causesSeed()),
        Placing.ofDomain(sharding.watchlists()));
  }

  @Override
  void onRecord(Shard shard, int mark, ExchangeView exchange) throws IOException {
    if (mark == Marks.ALIAS) {
      shard.learning().onAlias(exchange);
      return;
    }
    if (mark == Marks.REFERENCE) {
      observation.set(exchange, null);
      for (Numbered each : shard.operators()) {
        if (each.operator() instanceof DanglingTargets targets) {
          targets.onRecord(observation);
        }
      }
      return;
    }
    shard.attended(explaining);
    Cause cause = exchange.isIn(Channel.FAILURES) ? explaining.onExchange(exchange) : null;
    if (cause != null) {
      shard.count(cause);
    }
    boolean answer = exchange.isIn(Channel.ANSWERS);
    if (answer) {
      explaining.onAnswer(exchange);
    }
    if ((cause != null || answer) && exchange.qclass() == INTERNET) {
      observation.set(exchange, cause);
      shard.show(observation, cause);
      sendOn(exchange, cause);
    }
  }

  private void sendOn(ExchangeView exchange, @Nullable Cause cause) throws IOException {
    if (cause != null) {
      counts.add(observation);
      countedNanos = Math.min(countedNanos, exchange.responseNanos());
    }
    int found = 0;
    for (Numbered each : keyed) {
      Operator operator = each.operator();
      long key =
          (cause == null ? operator.wantsAnswers() : operator.wants(cause))
              ? operator.keyOf(observation)
              : Operator.NO_KEY;
      if (key != Operator.NO_KEY) {
        int shard =
            operator.reach() == Reach.WHOLE
                ? Placing.shardOf(each.number(), sharding.shards())
                : Shards.of(key, sharding.shards());
        if (marks[shard] == 0) {
          marked[found++] = shard;
        }
        marks[shard] |= 1 << each.number();
      }
    }
    if (found == 0) {
      return;
    }
    exchange.setNote(cause == null ? 0 : 1 + cause.ordinal());
    for (int i = 0; i < found; i++) {
      batches.add(marked[i], marks[marked[i]], exchange);
      marks[marked[i]] = 0;
    }
  }

  @Override
  void onCounts(Shard shard, DataInput sums) {
    throw new IllegalStateException("sums do not come here");
  }

  @Override
  void beforeTick(long tickNanos) throws IOException {
    sendCounts();
  }

  private void sendCounts() throws IOException {
    for (Dimension dimension : Dimension.values()) {
      List<SpikeCount> taken = counts.take(dimension);
      if (!taken.isEmpty()) {
        out.send(
            Destination.KEY,
            Message.of(
                MessageType.COUNTS,
                Placing.shardOf(spikes[dimension.ordinal()], sharding.shards()),
                countedNanos,
                body -> {
                  body.writeInt(taken.size());
                  for (SpikeCount each : taken) {
                    each.write(body);
                  }
                }));
      }
    }
    countedNanos = Long.MAX_VALUE;
  }

  @Override
  public void flush() throws IOException {
    sendCounts();
    batches.flush();
  }

  @Override
  void finish() throws IOException {
    long[] causes = causeCounts();
    out.send(
        Destination.LEDGER,
        Message.of(
            MessageType.TOTALS,
            0,
            Long.MAX_VALUE,
            body -> {
              for (long count : causes) {
                body.writeLong(count);
              }
            }));
  }
}
