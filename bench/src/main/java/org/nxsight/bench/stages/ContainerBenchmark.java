package org.nxsight.bench.stages;

import java.util.concurrent.TimeUnit;
import org.nxsight.bench.traffic.TrafficPlan;
import org.nxsight.capture.DnsPackets;
import org.nxsight.capture.PacketCounts;
import org.nxsight.capture.Ports;
import org.nxsight.channels.Records;
import org.nxsight.channels.privacy.AddressMask;
import org.nxsight.channels.privacy.Privacy;
import org.nxsight.exchange.BatchQueue;
import org.nxsight.exchange.Channel;
import org.nxsight.exchange.ExchangeBatch;
import org.nxsight.exchange.ExchangeView;
import org.nxsight.exchange.Pairing;
import org.nxsight.exchange.PairingLimits;
import org.nxsight.exchange.Split;
import org.nxsight.wire.nmsg.ContainerWriter;
import org.nxsight.wire.nmsg.NmsgPayload;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Exchanges becoming records in NMSG containers of 1 MiB, checksums and CRCs included; an operation
 * is one record.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class ContainerBenchmark {
  private static final int CONTAINER_OCTETS = 1 << 20;

  private final ExchangeBatch batch = someExchanges();
  private final ExchangeView exchange = new ExchangeView();
  private final Records records = new Records();
  private final Records zeroed = new Records(new Privacy(AddressMask.zero()));
  private final ContainerWriter container = new ContainerWriter(CONTAINER_OCTETS);

  public ContainerBenchmark() {
    exchange.wrap(batch);
  }

  private static ExchangeBatch someExchanges() {
    BatchQueue queue = new BatchQueue();
    Split split = new Split(false, false, 1, queue);
    Pairing pairing = new Pairing(PairingLimits.DEFAULT, 42, split);
    TrafficPlan plan = TrafficPlan.DEFAULT.with(10_000, 1);
    new Frames(plan).replay(new DnsPackets(Ports.of(53), new PacketCounts(), pairing), 0);
    split.flush();
    ExchangeBatch batch = queue.stage(0).take();
    if (batch == null) {
      throw new IllegalStateException("no exchanges");
    }
    return batch;
  }

  /** Raw passive DNS with both datagrams. */
  @Benchmark
  public int dnsqr() {
    advance(Channel.ERRORS);
    return put(exchange.responseNanos(), records.dnsqr(exchange));
  }

  /** The same with zeros for the resolver, and without client subnets. */
  @Benchmark
  public int zeroedDnsqr() {
    advance(Channel.ERRORS);
    return put(exchange.responseNanos(), zeroed.dnsqr(exchange));
  }

  /** NXDOMAIN observations. */
  @Benchmark
  public int dnsnx() {
    advance(Channel.NXDOMAIN);
    return put(exchange.responseNanos(), records.dnsnx(exchange));
  }

  private void advance(Channel channel) {
    do {
      if (!exchange.next()) {
        exchange.wrap(batch);
        exchange.next();
      }
    } while (!exchange.isIn(channel));
  }

  private int put(long epochNanos, NmsgPayload payload) {
    int octets = payload.encodedOctets();
    int at = container.open(payload.vendor(), payload.messageType(), epochNanos, 0, octets);
    if (at < 0) {
      container.finish();
      container.reset();
      at = container.open(payload.vendor(), payload.messageType(), epochNanos, 0, octets);
    }
    payload.encode(container.buffer(), at);
    container.close();
    return octets;
  }
}
