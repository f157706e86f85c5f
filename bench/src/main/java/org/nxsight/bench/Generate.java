package org.nxsight.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nxsight.bench.traffic.Traffic;
import org.nxsight.bench.traffic.TrafficPlan;
import org.nxsight.bench.traffic.Truth;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bench generate}: makes up a capture and tells what is in it. */
@Command(
    name = "bench/bench generate",
    mixinStandardHelpOptions = true,
    description = {
      "Writes a pcap capture of made-up traffic between resolvers and authoritative servers,",
      "and beside it FILE.truth.json: what a summary of it must say."
    },
    footer = {
      "",
      "Example: a million packets, and what nxsight makes of them",
      "  bench/bench generate --packets 1000000 --seed 7 -o traffic.pcap",
      "  ./nxsight run traffic.pcap -o out --summary json",
      "  cat traffic.pcap.truth.json"
    })
public final class Generate implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--packets",
      paramLabel = "N",
      defaultValue = "10000000",
      description = "packets in the capture (default: ${DEFAULT-VALUE})")
  private long packets;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "the same seed gives the same octets (default: ${DEFAULT-VALUE})")
  private long seed;

  @Option(
      names = "-o",
      paramLabel = "FILE",
      required = true,
      description = "the capture; - for the standard output, which leaves the truth out")
  private String file = "";

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "250000",
      description = "packets a second on packet time (default: ${DEFAULT-VALUE})")
  private double packetsPerSecond;

  @Option(
      names = "--nxdomain",
      paramLabel = "SHARE",
      defaultValue = "0.20",
      description = "NXDOMAIN among the responses (default: ${DEFAULT-VALUE})")
  private double nxdomainShare;

  @Option(
      names = "--errors",
      paramLabel = "SHARE",
      defaultValue = "0.07",
      description = "other errors among the responses (default: ${DEFAULT-VALUE})")
  private double errorShare;

  @Option(
      names = "--noise",
      paramLabel = "SHARE",
      defaultValue = "0.03",
      description = "packets that are no DNS message (default: ${DEFAULT-VALUE})")
  private double noiseShare;

  @Option(
      names = "--silent",
      paramLabel = "SHARE",
      defaultValue = "0.01",
      description = "queries to servers that never answer (default: ${DEFAULT-VALUE})")
  private double silentShare;

  @Option(
      names = "--names",
      paramLabel = "N",
      defaultValue = "0",
      description = {
        "distinct questions with their answers, asked again as Zipf's law says;",
        "0 for a name of its own in each exchange (default: ${DEFAULT-VALUE})"
      })
  private int names;

  @Option(
      names = "--open",
      paramLabel = "N",
      defaultValue = "0",
      description = {
        "queries open at once after ten seconds of packet time:",
        "raises --silent, and beyond its bounds --rate"
      })
  private int openQueries;

  @Option(names = "--micros", description = "stamps packets to the microsecond only")
  private boolean micros;

  private Generate() {}

  /** Makes one capture, and exits. */
  public static void main(String[] arguments) {
    System.exit(
        new CommandLine(new Generate())
            .setUsageHelpWidth(100)
            .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
            .execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    TrafficPlan plan = plan();
    if (file.equals("-")) {
      Traffic.write(plan, System.out);
      return 0;
    }
    Path capture = Path.of(file);
    long startNanos = System.nanoTime();
    Truth truth;
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(capture))) {
      truth = Traffic.write(plan, out);
    }
    Files.writeString(Path.of(file + ".truth.json"), truth.json());
    double seconds = (System.nanoTime() - startNanos) / 1e9;
    System.err.printf(
        Locale.ROOT,
        "%s: %,d packets, %,d octets, %,.0f packets/s%n",
        capture,
        truth.packets(),
        Files.size(capture),
        truth.packets() / seconds);
    return 0;
  }

  private TrafficPlan plan() {
    try {
      TrafficPlan plan =
          new TrafficPlan(
              packets,
              seed,
              packetsPerSecond,
              nxdomainShare,
              errorShare,
              silentShare,
              noiseShare,
              names,
              !micros);
      return openQueries > 0 ? plan.withOpenQueries(openQueries) : plan;
    } catch (IllegalArgumentException e) {
      if (spec == null) {
        throw e;
      }
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }
}
