package org.nxsight.bench.stages;

import java.util.concurrent.TimeUnit;
import org.nxsight.bench.traffic.TrafficPlan;
import org.nxsight.capture.DnsPackets;
import org.nxsight.capture.PacketCounts;
import org.nxsight.capture.Ports;
import org.nxsight.wire.dns.DnsMessageView;
import org.nxsight.wire.ip.DatagramView;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Finding and reading DNS messages in memory; an operation is one packet. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
@OperationsPerInvocation(Frames.COUNT)
public class DecodingBenchmark {
  private final Frames frames = Frames.of(TrafficPlan.DEFAULT);
  private final DatagramView datagram = new DatagramView();
  private final DnsMessageView message = new DnsMessageView();
  private final PacketCounts counts = new PacketCounts();
  private long found;
  private DnsPackets dnsPackets = newDnsPackets();

  /** Forgets what was found. */
  @Setup
  public void forget() {
    found = 0;
    dnsPackets = newDnsPackets();
  }

  private DnsPackets newDnsPackets() {
    return new DnsPackets(Ports.of(53), counts, captured -> found += captured.message().id());
  }

  /** Link layer, IP, UDP, header and question: all that is done before pairing. */
  @Benchmark
  public long dnsPackets() {
    frames.replay(dnsPackets, 0);
    return found;
  }

  /** The same without link layer and ports, but with the walk over a response's records. */
  @Benchmark
  public long wrapAndScanRecords() {
    frames.replay(this::scan, 0);
    return found;
  }

  private void scan(
      byte[] bytes, int offset, int length, int originalLength, long epochNanos, int linkType) {
    int ip = offset + (bytes[offset + 12] == (byte) 0x81 ? 18 : 14);
    if (datagram.wrap(bytes, ip, offset + length - ip) == DatagramView.Shape.UDP
        && message.wrap(bytes, datagram.payloadOffset(), datagram.payloadLength())
            == DnsMessageView.Shape.WELL_FORMED) {
      if (message.isResponse() && message.scanRecords()) {
        found += message.rcode();
      }
    }
  }
}
