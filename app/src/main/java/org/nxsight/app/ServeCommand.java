package org.nxsight.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.nxsight.app.serve.ApiKey;
import org.nxsight.app.serve.ApiServer;
import org.nxsight.app.serve.DnsdbApi;
import org.nxsight.app.serve.Route;
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
    description = "Answers questions to the store over HTTP, as DNSDB does; dnsdbq can ask them.",
    footer = {
      "",
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
      names = "--listen",
      paramLabel = "ADDR:PORT",
      defaultValue = "127.0.0.1:8053",
      converter = ListenAddress.class,
      description =
          "where to listen; any other address than this machine's own needs an API key"
              + " (default: ${DEFAULT-VALUE})")
  private InetSocketAddress listen = new InetSocketAddress(8053);

  @Option(
      names = "--key-file",
      paramLabel = "FILE",
      description =
          "a file with the API key that every request must carry as X-Api-Key; or else the"
              + " environment's "
              + ApiKeySource.VARIABLE)
  private @Nullable Path keyFile;

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

  @Override
  public Integer call() throws Complaint {
    ApiKey key = ApiKeySource.read(keyFile, System.getenv(ApiKeySource.VARIABLE));
    check(key);
    PdnsLimits limits = limits();
    StopSignal stop = main == null ? new StopSignal() : main.stop();
    stop.listen();
    try (PdnsDatabase database = new PdnsDatabase(StoreFiles.in(store.directory()), limits);
        DnsdbApi dnsdb = new DnsdbApi(database, limits, ServeCommand::epochSeconds);
        ApiServer server = start(dnsdb.routes(), key)) {
      Notices.say(
          "listening on http://"
              + (listen.getAddress().getAddress().length == 4
                  ? listen.getHostString()
                  : "[" + listen.getHostString() + "]")
              + ":"
              + server.port());
      waitFor(stop);
      return 0;
    } catch (IOException e) {
      throw store.failed(e);
    }
  }

  private void check(@Nullable ApiKey key) throws Complaint {
    if (key == null && !listen.getAddress().isLoopbackAddress()) {
      throw new Complaint(
          Complaint.UNUSABLE,
          "--listen: an address that others can reach needs an API key; give --key-file, or listen"
              + " on 127.0.0.1");
    }
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

  private ApiServer start(List<Route> routes, @Nullable ApiKey key) throws Complaint {
    try {
      return new ApiServer(listen, key, routes);
    } catch (UncheckedIOException e) {
      throw new Complaint(
          Complaint.FAILED,
          Printable.of(
              "--listen: "
                  + listen.getHostString()
                  + ":"
                  + listen.getPort()
                  + " cannot be listened at: "
                  + reason(e.getCause())));
    }
  }

  /** What "an hour ago" in a question counts from; no record takes its time from here. */
  private static long epochSeconds() {
    return InstantSource.system().instant().getEpochSecond();
  }

  private static String reason(@Nullable Throwable fault) {
    return fault == null ? "unknown reason" : String.valueOf(fault.getMessage());
  }

  private static void waitFor(StopSignal stop) {
    while (stop.beginReading()) {
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        // The signal has come.
      } finally {
        stop.endReading();
      }
    }
  }
}
