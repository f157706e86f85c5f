package org.nxsight.bench.live;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.nxsight.bench.traffic.Traffic;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bench live}: what a run costs with and without subscribers. */
@Command(
    name = "bench/bench live",
    mixinStandardHelpOptions = true,
    description = {
      "Feeds a made-up capture to a run as its standard input and tells the run's time and",
      "processor time: without --serve, with it, and with subscribers that watch a zone each."
    },
    footer = {
      "",
      "Example: 100,000 records a second",
      "  bench/bench generate --packets 5000000 --nxdomain 0.4 -o traffic.pcap",
      "  bench/bench live traffic.pcap --rate 230000"
    })
public final class LiveLoad implements Callable<Integer> {
  private static final int BLOCK_OCTETS = 1 << 16;
  private static final String ABSENT = "*.zone-%d.nobody-has-this.example";

  @Parameters(paramLabel = "CAPTURE", description = "made by bench generate, not compressed")
  private Path capture = Path.of(".");

  @Option(
      names = "--subscribers",
      defaultValue = "1000",
      description = "how many listen (default: ${DEFAULT-VALUE})")
  private int subscribers;

  @Option(
      names = "--matching",
      defaultValue = "50",
      description =
          "how many of them watch a zone that is in the traffic (default: ${DEFAULT-VALUE})")
  private int matching;

  @Option(
      names = "--rate",
      defaultValue = "0",
      description = "packets a second that are fed; 0 for as many as are taken (default: 0)")
  private double rate;

  @Option(
      names = "--packets",
      defaultValue = "5000000",
      description = "packets in the capture (default: ${DEFAULT-VALUE})")
  private long packets;

  @Option(names = "--rounds", defaultValue = "3", description = "of all three (default: 3)")
  private int rounds;

  /** Measures. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new LiveLoad()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    for (int round = 1; round <= rounds; round++) {
      measure("plain", false, 0);
      measure("served", true, 0);
      measure("heard", true, subscribers);
    }
    return 0;
  }

  private void measure(String name, boolean serve, int listeners) throws Exception {
    Path out = Files.createTempDirectory("live-load");
    try (ServedRun run = new ServedRun(out, serve);
        Listeners heard = new Listeners(run.port(), watches(listeners))) {
      run.begin();
      long startNanos = System.nanoTime();
      feed(run.input());
      run.awaitEnd();
      double seconds = (System.nanoTime() - startNanos) / 1e9;
      System.out.println(
          String.format(
              Locale.ROOT,
              "%-7s %d listeners: %.2f s, %.0f packets/s, %.2f CPU-seconds; %,d octets heard",
              name,
              listeners,
              seconds,
              packets / seconds,
              run.processorSeconds(),
              heard.octets()));
    }
  }

  /** The first ones watch a zone of the traffic each. */
  private List<String> watches(int count) {
    List<String> zones = Traffic.zones();
    List<String> watches = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      watches.add("dns=" + (i < matching ? "*." + zones.get(i) : String.format(ABSENT, i)));
    }
    return watches;
  }

  private void feed(OutputStream out) throws IOException {
    long octets = Files.size(capture);
    double octetsASecond = rate * octets / packets;
    long startNanos = System.nanoTime();
    long fed = 0;
    byte[] block = new byte[BLOCK_OCTETS];
    try (out;
        InputStream in = new BufferedInputStream(Files.newInputStream(capture), BLOCK_OCTETS)) {
      for (int read = in.read(block); read >= 0; read = in.read(block)) {
        out.write(block, 0, read);
        fed += read;
        if (rate > 0) {
          long dueNanos = startNanos + (long) (fed / octetsASecond * 1e9);
          LockSupport.parkNanos(
              Math.min(TimeUnit.SECONDS.toNanos(1), dueNanos - System.nanoTime()));
        }
      }
    }
  }
}
