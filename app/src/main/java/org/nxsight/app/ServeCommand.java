package org.nxsight.app;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nxsight.analysis.causes.Knowledge;
import org.nxsight.app.live.HealthApi;
import org.nxsight.app.live.Metrics;
import org.nxsight.app.live.StoreMetrics;
import org.nxsight.app.serve.ApiServer;
import org.nxsight.app.serve.DnsdbApi;
import org.nxsight.app.serve.PageFiles;
import org.nxsight.app.serve.Route;
import org.nxsight.app.serve.ServerPlan;
import org.nxsight.app.serve.v1.StoreApi;
import org.nxsight.store.pdns.PdnsDatabase;
import org.nxsight.store.pdns.PdnsLimits;
import org.nxsight.store.pdns.StoreFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code nxsight serve}: the HTTP API over a store, until a signal ends it. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Serves the page and the API over a store; dnsdbq and other DNSDB clients can ask it, too.",
    footer = {
      "",
      "Example: look at it in a browser, at http://127.0.0.1:8053/",
      "  ./nxsight serve",
      "Example: what the name servers of example.com were",
      "  ./nxsight serve &",
      "  DNSDB_SERVER=http://127.0.0.1:8053 DNSDB_API_KEY=none dnsdbq -r example.com/NS"
    })
final class ServeCommand implements Callable<Integer> {
  private static final int MOST_QUESTIONS = 64;
  private static final int MOST_SECONDS = 3_600;

  @ParentCommand private @Nullable Main main;

  @Mixin private StoreSettings store = new StoreSettings();

  @Option(
      names = "--questions",
      paramLabel = "N",
      defaultValue = "4",
      description = "how many questions are answered at once (default: ${DEFAULT-VALUE})")
  private int questions = 4;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "60",
      description = "how long a question may take (default: ${DEFAULT-VALUE})")
  private int seconds = 60;

  @Mixin private final ServeSettings serving = new ServeSettings();

  @Override
  public Integer call() throws Complaint {
    check();
    ServerPlan plan = serving.plan(store.data());
    PdnsLimits limits = limits();
    StopSignal stop = main == null ? new StopSignal() : main.stop();
    stop.listen();
    try (PdnsDatabase database = new PdnsDatabase(StoreFiles.in(store.directory()), limits);
        DnsdbApi dnsdb = new DnsdbApi(database, limits, ServeCommand::epochSeconds);
        StoreApi api = new StoreApi(subject(), database, limits);
        ApiServer server = ServeSettings.listen(plan, routes(dnsdb, api))) {
      ServeSettings.sayWhere(plan, server);
      stop.await();
      return 0;
    } catch (IOException e) {
      throw store.failed(e);
    }
  }

  private void check() throws Complaint {
    if (questions < 1 || questions > MOST_QUESTIONS) {
      throw new Complaint(Complaint.UNUSABLE, "--questions: 1 to " + MOST_QUESTIONS);
    }
    if (seconds < 1 || seconds > MOST_SECONDS) {
      throw new Complaint(Complaint.UNUSABLE, "--seconds: 1 to " + MOST_SECONDS);
    }
    if (!Files.isDirectory(store.directory())) {
      throw store.nothingStored();
    }
  }

  private PdnsLimits limits() {
    return new PdnsLimits(
        questions,
        Runtime.getRuntime().availableProcessors(),
        PdnsLimits.DEFAULT.memoryOctets(),
        Duration.ofSeconds(seconds));
  }

  private StoreApi.Subject subject() {
    return new StoreApi.Subject(
        store.data(), Version.current(), false, this::knowledge, ServeCommand::epochSeconds);
  }

  private Knowledge knowledge() {
    return Knowledge.builtIn(KnowledgeSettings.today());
  }

  private List<Route> routes(DnsdbApi dnsdb, StoreApi api) {
    List<Route> routes = new ArrayList<>(dnsdb.routes());
    routes.addAll(api.routes());
    routes.addAll(new PageFiles().routes());
    Metrics metrics = new Metrics(Version.current());
    StoreMetrics.addTo(metrics, store.directory());
    routes.addAll(
        new HealthApi(metrics, () -> StoreMetrics.isReadable(store.directory())).routes());
    return routes;
  }

  /** What "an hour ago" in a question counts from; no record takes its time from here. */
  private static long epochSeconds() {
    return InstantSource.system().instant().getEpochSecond();
  }
}
