package org.nxsight.bench.stages;

import java.time.LocalDate;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.nxsight.analysis.causes.Cause;
import org.nxsight.analysis.causes.Explaining;
import org.nxsight.analysis.causes.Knowledge;
import org.nxsight.bench.traffic.TrafficPlan;
import org.nxsight.capture.DnsPackets;
import org.nxsight.capture.PacketCounts;
import org.nxsight.capture.Ports;
import org.nxsight.exchange.BatchQueue;
import org.nxsight.exchange.ExchangeBatch;
import org.nxsight.exchange.ExchangeView;
import org.nxsight.exchange.Pairing;
import org.nxsight.exchange.PairingLimits;
import org.nxsight.exchange.Split;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the cause of a failure in a stream costs: reading the response, memory, and the verdict,
 * which is remembered or not; an operation is one exchange of the generated traffic, whose names
 * are random letters and so the dearest.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class RememberedBenchmark {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 14);

  /** How many verdicts are kept: that on the last name only, or all. */
  @Param({"1", "262144"})
  public int remembered;

  private final ExchangeBatch batch = someFailures();
  private final ExchangeView exchange = new ExchangeView();
  private Explaining explaining = new Explaining(Knowledge.builtIn(DAY), 1, 1);

  public RememberedBenchmark() {
    exchange.wrap(batch);
  }

  /** Takes as many places for verdicts as are to be measured. */
  @Setup
  public void start() {
    explaining = new Explaining(Knowledge.builtIn(DAY), 1, remembered);
  }

  private static ExchangeBatch someFailures() {
    BatchQueue queue = new BatchQueue();
    Split split = new Split(false, false, 1, queue);
    Pairing pairing = new Pairing(PairingLimits.DEFAULT, 42, split);
    TrafficPlan plan = TrafficPlan.DEFAULT.with(10_000, 1);
    new Frames(plan).replay(new DnsPackets(Ports.of(53), new PacketCounts(), pairing), 0);
    split.flush();
    return Objects.requireNonNull(queue.stage(0).take());
  }

  /** The cause of the next failure that has a question. */
  @Benchmark
  public Cause onExchange() {
    Cause cause = null;
    while (cause == null) {
      if (!exchange.next()) {
        exchange.wrap(batch);
        exchange.next();
      }
      cause = explaining.onExchange(exchange);
    }
    return cause;
  }
}
