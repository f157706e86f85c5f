package org.nxsight.app;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nxsight.analysis.causes.Knowledge;
import org.nxsight.app.serve.ServerPlan;
import org.nxsight.store.pdns.PdnsLimits;
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

  @Mixin private final KnowledgeSettings knowledge = new KnowledgeSettings();

  @Mixin private final ServeSettings serving = new ServeSettings();

  @Override
  public Integer call() throws Complaint {
    check();
    ServerPlan plan = serving.plan(store.data());
    Knowledge given = knowledge.areGiven() ? knowledge.read() : null;
    Serving.Subject subject =
        new Serving.Subject(
            store.data(),
            limits(),
            () -> given == null ? Knowledge.builtIn(KnowledgeSettings.today()) : given,
            null);
    StopSignal stop = main == null ? new StopSignal() : main.stop();
    stop.listen();
    if (!store.isFilled()) {
      Notices.say(String.valueOf(store.nothingStored().getMessage()));
    }
    try (Serving _ = Serving.start(subject, plan)) {
      stop.await();
      return 0;
    }
  }

  private void check() throws Complaint {
    if (questions < 1 || questions > MOST_QUESTIONS) {
      throw new Complaint(Complaint.UNUSABLE, "--questions: 1 to " + MOST_QUESTIONS);
    }
    if (seconds < 1 || seconds > MOST_SECONDS) {
      throw new Complaint(Complaint.UNUSABLE, "--seconds: 1 to " + MOST_SECONDS);
    }
  }

  private PdnsLimits limits() {
    return new PdnsLimits(
        questions,
        Runtime.getRuntime().availableProcessors(),
        PdnsLimits.DEFAULT.memoryOctets(),
        Duration.ofSeconds(seconds));
  }
}
