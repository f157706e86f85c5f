package org.nxsight.bench.stages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.nxsight.capture.Clock;
import org.nxsight.channels.live.LiveChannel;
import org.nxsight.channels.live.LiveHub;
import org.nxsight.channels.live.Subscription;
import org.nxsight.channels.live.Watch;
import org.nxsight.channels.live.Wishes;
import org.nxsight.wire.dns.NameText;
import org.nxsight.wire.nmsg.Dnsnx;
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
 * What a record of channel 221 costs the publishing side, with subscribers that watch a zone each.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class LiveBenchmark {
  private static final int NAMES = 1 << 14;
  private static final int ZONES = 20_000;
  private static final byte[] SERVER = {(byte) 192, 0, 2, 1};

  @Param({"0", "1", "1000"})
  private int subscribers;

  private final byte[][] names = new byte[NAMES][];
  private final List<Subscription> subscriptions = new ArrayList<>();
  private final Dnsnx record = new Dnsnx();
  private LiveChannel channel =
      Objects.requireNonNull(
          new LiveHub("ch220", "ch221", "ch204", "findings", List.of(), Clock.SYSTEM, 1)
              .channel("ch221"));
  private int next;

  /** Names in 20,000 zones, of which 1,000 are watched: a twentieth of the records is wanted. */
  @Setup
  public void subscribe() {
    SplittableRandom random = new SplittableRandom(1);
    byte[] wire = new byte[255];
    for (int i = 0; i < NAMES; i++) {
      String text = "host-" + i + ".dept.zone-" + random.nextInt(ZONES) + ".example.com";
      names[i] = Arrays.copyOf(wire, NameText.parse(text, wire));
      NameText.parse(text, names[i]);
    }
    LiveHub hub = new LiveHub("ch220", "ch221", "ch204", "findings", List.of(), Clock.SYSTEM, 1);
    channel = Objects.requireNonNull(hub.channel("ch221"));
    for (int i = 0; i < subscribers; i++) {
      Watch watch = Watch.parse("dns=*.zone-" + i + ".example.com", List.of());
      subscriptions.add(
          Objects.requireNonNull(hub.subscribe(channel, new Wishes(List.of(watch), 1, 0))));
    }
  }

  /** A record, matched and put where it is wanted; and one subscriber reads what it has. */
  @Benchmark
  public void publish() {
    int at = next++ & (NAMES - 1);
    record.qname.set(names[at], 0, names[at].length);
    record.soaRrname.set(names[at], 0, names[at].length);
    record.responseIp.set(SERVER, 0, SERVER.length);
    channel.put(at, record);
    if (at < subscribers) {
      Subscription reader = subscriptions.get(at);
      while (reader.poll() != null) {
        // thrown away
      }
    }
  }
}
