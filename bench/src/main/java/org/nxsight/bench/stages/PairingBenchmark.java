package org.nxsight.bench.stages;

import java.util.concurrent.TimeUnit;
import org.nxsight.bench.traffic.TrafficPlan;
import org.nxsight.capture.CapturedMessage;
import org.nxsight.capture.DnsPackets;
import org.nxsight.capture.PacketCounts;
import org.nxsight.capture.Ports;
import org.nxsight.exchange.ExchangeHandler;
import org.nxsight.exchange.Pairing;
import org.nxsight.exchange.PairingLimits;
import org.nxsight.exchange.QueryView;
import org.nxsight.exchange.UnansweredReason;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * From the frame to the exchange, beside so many queries that stay open; an operation is one packet
 * that carries a DNS message. What pairing costs is the difference to {@link DecodingBenchmark}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
@OperationsPerInvocation(Frames.COUNT)
public class PairingBenchmark {
  private static final TrafficPlan ALL_ANSWERED =
      new TrafficPlan(Frames.COUNT, 1, 250_000, 0.2, 0.07, 0, 0, 0, true);
  private static final long NEVER_NANOS = Long.MAX_VALUE >> 2;

  /** The queries that are open all the time. */
  @Param({"0", "1000000"})
  public int openQueries;

  private final Frames frames = Frames.of(ALL_ANSWERED);
  private final long spanNanos = frames.spanNanos() + 1_000_000_000;
  private final Answers answers = new Answers();
  private DnsPackets dnsPackets = newDnsPackets();
  private long shiftNanos;

  private DnsPackets newDnsPackets() {
    PairingLimits limits = new PairingLimits(NEVER_NANOS, 100_000_000, 1 << 20);
    return new DnsPackets(Ports.of(53), new PacketCounts(), new Pairing(limits, 42, answers));
  }

  /** Opens the queries that stay open. */
  @Setup
  public void open() {
    dnsPackets = newDnsPackets();
    if (openQueries > 0) {
      new Frames(new TrafficPlan(openQueries, 2, 250_000, 0, 0, 1, 0, 0, true))
          .replay(dnsPackets, 0);
      shiftNanos = spanNanos;
    }
  }

  /** Decodes and pairs all frames. */
  @Benchmark
  public long pair() {
    frames.replay(dnsPackets, shiftNanos);
    shiftNanos += spanNanos;
    return answers.count;
  }

  private static final class Answers implements ExchangeHandler {
    private long count;

    @Override
    public void onAnswered(QueryView query, CapturedMessage response) {
      count++;
    }

    @Override
    public void onUnanswered(QueryView query, UnansweredReason reason) {}

    @Override
    public void onUnsolicited(CapturedMessage response) {}

    @Override
    public void onDuplicateResponse(CapturedMessage response) {}

    @Override
    public void onRepeatedQuery(CapturedMessage query) {}
  }
}
