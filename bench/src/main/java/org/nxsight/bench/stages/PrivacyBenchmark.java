package org.nxsight.bench.stages;

import java.util.concurrent.TimeUnit;
import org.nxsight.channels.privacy.AddressMask;
import org.nxsight.channels.privacy.CryptoPan;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Resolvers' addresses becoming others; an operation is one address. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class PrivacyBenchmark {
  private static final byte[] KEY = new byte[CryptoPan.KEY_OCTETS];

  /** Resolvers in the traffic of a sensor, all of which the table holds. */
  private static final int RESOLVERS = 1_000;

  private final CryptoPan cryptoPan = new CryptoPan(KEY);
  private final AddressMask mask = AddressMask.pseudonyms(KEY);
  private final byte[] address = new byte[16];
  private int next;

  /** An IPv4 address that has not been seen before. */
  @Benchmark
  public byte[] newIpv4() {
    cryptoPan.replace(address, 0, 4);
    return address;
  }

  /** An IPv6 address that has not been seen before. */
  @Benchmark
  public byte[] newIpv6() {
    cryptoPan.replace(address, 0, 16);
    return address;
  }

  /** One of the addresses seen before, of either family. */
  @Benchmark
  public byte[] known() {
    next = (next + 1) % RESOLVERS;
    address[0] = (byte) next;
    address[1] = (byte) (next >> 8);
    address[2] = address[3] = 1;
    mask.mask(address, 0, 4);
    return address;
  }
}
