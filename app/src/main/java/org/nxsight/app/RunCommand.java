package org.nxsight.app;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nxsight.app.live.LiveView;
import org.nxsight.capture.Clock;
import org.nxsight.capture.Ports;
import org.nxsight.channels.ChannelForm;
import org.nxsight.exchange.PairingLimits;
import org.nxsight.exchange.selection.Wanted;
import org.nxsight.store.merging.Retention;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code nxsight run}: captures in, channels out. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Reads captures or interfaces and publishes what went wrong: channel 220 and channel 221.",
    footer = {
      "",
      "Example: read a capture and print who asked in vain",
      "  ./nxsight run samples/first-light.pcap -o out",
      "  ./nxsight show out/channels/ch221/*.nmsg",
      "Example: what tcpdump leaves in a directory, as it comes",
      "  ./nxsight run --follow /var/captures -o out",
      "Example: the same, to be looked at while it runs and afterwards",
      "  ./nxsight run --serve samples/first-light.pcap -o out",
      "Example: from the wire, until Ctrl-C",
      "  sudo ./nxsight run -i eth0 -o out",
      "",
      "Exit status: 0 done, 1 failed while working, 2 wrong usage or unreadable input."
    })
final class RunCommand implements Callable<Integer> {
  /** How the summary is told. */
  enum SummaryForm {
    text,
    json
  }

  /** What {@code --format} accepts. */
  enum FileForm {
    nmsg,
    json,
    text
  }

  @Spec private @Nullable CommandSpec spec;
  @ParentCommand private @Nullable Main main;
  @Mixin private LiveSettings live = new LiveSettings();
  @Mixin private FollowSettings follow = new FollowSettings();
  @Mixin private SelectionSettings selection = new SelectionSettings();
  @Mixin private KeepSettings keep = new KeepSettings();
  @Mixin private KnowledgeSettings knowledge = new KnowledgeSettings();
  @Mixin private VerdictSettings verdicts = new VerdictSettings();
  @Mixin private WatchSettings watch = new WatchSettings();
  @Mixin private PrivacySettings privacy = new PrivacySettings();
  @Mixin private KafkaSettings kafka = new KafkaSettings();
  @Mixin private RunServing serve = new RunServing();

  @Parameters(
      paramLabel = "INPUT",
      arity = "0..*",
      description =
          "pcap and pcapng captures, dnstap and NMSG files, plain or compressed by gzip, zstd, xz,"
              + " lz4 or bzip2, recognised by content; a directory of them; or - for the standard"
              + " input. All are read as one, in order of time")
  private List<String> inputs = new ArrayList<>();

  @Option(
      names = Configuration.OPTION,
      paramLabel = "FILE",
      description =
          "takes options from a YAML file, by their long names; what the command line says counts"
              + " more")
  @SuppressWarnings("UnusedVariable") // Configuration reads it before this command is made
  private @Nullable Path config;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      defaultValue = "nxsight-data",
      description = "where channels are written (default: ${DEFAULT-VALUE})")
  private Path output = Path.of("nxsight-data");

  @Option(
      names = "--summary",
      paramLabel = "FORM",
      defaultValue = "text",
      description =
          "${COMPLETION-CANDIDATES}: text goes to standard error, json as one object to standard"
              + " output (default: ${DEFAULT-VALUE})")
  private SummaryForm summaryForm = SummaryForm.text;

  @Option(
      names = "--format",
      paramLabel = "FORM",
      defaultValue = "nmsg",
      description = "the channel files' form: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
  private FileForm fileForm = FileForm.nmsg;

  @Option(
      names = "--publish",
      paramLabel = "CHANNEL=udp:ADDR/PORT",
      description = "also sends a channel's containers, as in ch221=udp:127.0.0.1/8430; repeatable")
  private List<String> publish = new ArrayList<>();

  @Option(
      names = "--rotate",
      paramLabel = "SECONDS",
      defaultValue = "3600",
      description = "how much record time goes to one channel file (default: ${DEFAULT-VALUE})")
  private long rotateSeconds = 3600;

  @Option(
      names = "--ports",
      paramLabel = "PORT",
      split = ",",
      defaultValue = "53",
      description = "where DNS is spoken (default: ${DEFAULT-VALUE})")
  private int[] ports = {53};

  @Option(
      names = "--query-timeout",
      paramLabel = "SECONDS",
      defaultValue = "10",
      description =
          "how long a query waits for its response, on packet time (default: ${DEFAULT-VALUE})")
  private double queryTimeoutSeconds = 10;

  @Option(
      names = "--max-open-queries",
      paramLabel = "N",
      defaultValue = "1048576",
      description = "the queries kept at most; the oldest makes room (default: ${DEFAULT-VALUE})")
  private int maxOpenQueries = 1 << 20;

  @Option(
      names = "--unpaired",
      description =
          "publishes NXDOMAIN and answers to queries that were not seen as well, for captures of one"
              + " direction")
  private boolean unpaired;

  @Option(
      names = "--answers",
      description =
          "also writes channel 204: the RRsets of answers, each once in ten minutes with its count"
              + " (SIE:dnsdedupe)")
  private boolean answers;

  @Option(names = "--no-analysis", description = "looks for no causes, and makes no findings")
  private boolean noAnalysis;

  @Override
  public Integer call() throws Complaint {
    try {
      return run();
    } catch (InvalidPathException e) {
      throw new Complaint(Complaint.UNUSABLE, Printable.of(Faults.describe(e)));
    }
  }

  private int run() throws Complaint {
    RunPlan plan = plan();
    StopSignal stop = Objects.requireNonNull(main).stop();
    if (follow.isWanted()) {
      List<Path> directories = FollowSettings.directories(inputs);
      boolean asJson = summaryForm == SummaryForm.json;
      FollowRun run = new FollowRun(plan, directories, follow.settleNanos(), stop, asJson);
      return execute(run::execute, plan, stop);
    }
    Inputs captures =
        kafka.readsToTheEnd()
            ? Inputs.of(kafka.open())
            : Inputs.of(inputs, new StandardInput(stop));
    LiveTraffic traffic = live.open(plan.ports(), kafka.follows() ? kafka.open() : List.of());
    Run run = new Run(plan, captures, traffic, stop, summaryForm == SummaryForm.json);
    return execute(run::execute, plan, stop);
  }

  /** What is done with the output directory. */
  private interface Work {
    int in(OutputDirectory directory) throws IOException, Complaint;
  }

  private int execute(Work work, RunPlan plan, StopSignal stop) throws Complaint {
    stop.listen();
    try (OutputDirectory directory = OutputDirectory.open(plan.output())) {
      return serve.isWanted()
          ? serve.around(() -> work.in(directory), plan, stop)
          : work.in(directory);
    } catch (IOException e) {
      throw new Complaint(
          Complaint.FAILED, Printable.of(Faults.describeOwn(e, plan.output().toString())));
    } finally {
      stop.ignore();
    }
  }

  private RunPlan plan() throws Complaint {
    List<Publication> publications = new ArrayList<>();
    for (String text : publish) {
      try {
        publications.add(Publication.parse(text));
      } catch (IllegalArgumentException e) {
        throw usage("--publish: " + e.getMessage());
      }
    }
    for (int port : ports) {
      require(port >= 1 && port <= 65_535, "--ports", port + " is no port, 1..65535 are");
    }
    requireOneKindOfInput();
    if (!live.complaint().isEmpty()) {
      throw usage(live.complaint());
    }
    if (!kafka.complaint().isEmpty()) {
      throw usage(kafka.complaint());
    }
    if (!follow.complaint(inputs, output).isEmpty()) {
      throw usage(follow.complaint(inputs, output));
    }
    if (!privacy.complaint().isEmpty()) {
      throw usage(privacy.complaint());
    }
    require(rotateSeconds >= 1, "--rotate", "must be 1 or more");
    require(
        queryTimeoutSeconds > 0 && queryTimeoutSeconds <= 86_400,
        "--query-timeout",
        "must be more than 0 and at most 86400");
    require(
        maxOpenQueries >= 1 && maxOpenQueries <= PairingLimits.MOST_OPEN_QUERIES,
        "--max-open-queries",
        "must be in 1.." + PairingLimits.MOST_OPEN_QUERIES);
    return new RunPlan(
        Ports.of(ports),
        live.taps().dnstapRoles(),
        wanted(),
        new PairingLimits(
            Math.round(queryTimeoutSeconds * 1e9),
            PairingLimits.DEFAULT.reorderNanos(),
            maxOpenQueries),
        unpaired,
        privacy.masks(),
        output,
        switch (fileForm) {
          case nmsg -> ChannelForm.NMSG;
          case json -> ChannelForm.JSON;
          case text -> ChannelForm.TEXT;
        },
        rotateSeconds,
        publications,
        answers,
        keep.isStoreWanted(),
        retention(),
        noAnalysis ? null : knowledge.read(),
        verdicts.rememberedNames(),
        noAnalysis ? FindingsPlan.DEFAULT : watch.read(knowledge.brands(), output, reload()),
        serve.isWanted()
            ? new LiveView(!noAnalysis, Clock.SYSTEM, new SecureRandom().nextLong())
            : null,
        kafka.plan());
  }

  private void requireOneKindOfInput() {
    boolean alive = live.areGiven() || kafka.follows();
    int kinds = (inputs.isEmpty() ? 0 : 1) + (alive ? 1 : 0) + (kafka.readsToTheEnd() ? 1 : 0);
    if (kinds == 0) {
      throw usage(
          "what to read is missing: name captures, an interface by -i, a socket by --dnstap or"
              + " --nmsg, or a topic by --from-kafka");
    }
    if (kinds > 1) {
      throw usage("captures and live traffic cannot be read in one run");
    }
  }

  /** A run that ends by itself needs none, and a terminal that hangs up ends the run. */
  private @Nullable Reload reload() {
    return Terminal.showsErrors() || !(live.areGiven() || kafka.follows() || follow.isWanted())
        ? null
        : new Reload(knowledge::read, () -> watch.watchlists(knowledge.brands()));
  }

  private Retention retention() {
    try {
      return keep.retention();
    } catch (IllegalArgumentException e) {
      throw usage(Printable.of(String.valueOf(e.getMessage())));
    }
  }

  private Wanted wanted() {
    try {
      return selection.wanted();
    } catch (IllegalArgumentException e) {
      throw usage(String.valueOf(e.getMessage()));
    }
  }

  private void require(boolean condition, String option, String complaint) {
    if (!condition) {
      throw usage(option + ": " + complaint);
    }
  }

  private ParameterException usage(String complaint) {
    if (spec == null) {
      throw new IllegalStateException("no command line");
    }
    return new ParameterException(spec.commandLine(), complaint);
  }
}
