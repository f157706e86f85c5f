package org.nxsight.app;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.nxsight.analysis.causes.Knowledge;
import org.nxsight.app.live.HealthApi;
import org.nxsight.app.live.LiveApi;
import org.nxsight.app.live.LiveView;
import org.nxsight.app.live.Metrics;
import org.nxsight.app.live.NowTicker;
import org.nxsight.app.live.StoreMetrics;
import org.nxsight.app.serve.ApiServer;
import org.nxsight.app.serve.DnsdbApi;
import org.nxsight.app.serve.PageFiles;
import org.nxsight.app.serve.Route;
import org.nxsight.app.serve.ServerPlan;
import org.nxsight.app.serve.v1.StoreApi;
import org.nxsight.capture.Clock;
import org.nxsight.store.pdns.PdnsDatabase;
import org.nxsight.store.pdns.PdnsLimits;
import org.nxsight.store.pdns.StoreFiles;

/**
 * The HTTP server in the process of a run: the page, its store, its streams, its state and its
 * metrics.
 */
final class Serving implements AutoCloseable {
  private final PdnsDatabase database;
  private final DnsdbApi dnsdb;
  private final StoreApi api;
  private final NowTicker now;
  private final ApiServer server;

  private Serving(
      PdnsDatabase database, DnsdbApi dnsdb, StoreApi api, NowTicker now, ApiServer server) {
    this.database = database;
    this.dnsdb = dnsdb;
    this.api = api;
    this.now = now;
    this.server = server;
  }

  /** Starts to serve. */
  static Serving start(RunPlan plan, OutputDirectory directory, ServerPlan place) throws Complaint {
    LiveView view = Objects.requireNonNull(plan.view());
    Path store = directory.store();
    PdnsDatabase database;
    try {
      database = new PdnsDatabase(StoreFiles.in(store), PdnsLimits.DEFAULT);
    } catch (IOException e) {
      throw new Complaint(Complaint.FAILED, Printable.of(Faults.describe(e, "--serve")));
    }
    DnsdbApi dnsdb = new DnsdbApi(database, PdnsLimits.DEFAULT, Serving::epochSeconds);
    StoreApi api =
        new StoreApi(
            new StoreApi.Subject(
                plan.output(),
                Version.current(),
                true,
                () -> Knowledge.builtIn(KnowledgeSettings.today()),
                Serving::epochSeconds),
            database,
            PdnsLimits.DEFAULT);
    NowTicker now = new NowTicker(view, Clock.SYSTEM, InstantSource.system());
    List<Route> routes = new ArrayList<>(dnsdb.routes());
    routes.addAll(api.routes());
    routes.addAll(new PageFiles().routes());
    routes.addAll(new LiveApi(view, now, new SecureRandom()).routes());
    routes.addAll(health(view, store).routes());
    try {
      ApiServer server = ServeSettings.listen(place, routes);
      ServeSettings.sayWhere(place, server);
      return new Serving(database, dnsdb, api, now, server);
    } catch (Complaint e) {
      now.close();
      close(api);
      dnsdb.close();
      database.close();
      throw e;
    }
  }

  private static HealthApi health(LiveView view, Path store) {
    Metrics metrics = new Metrics(Version.current());
    metrics.addRun(view);
    StoreMetrics.addTo(metrics, store);
    return new HealthApi(metrics, () -> StoreMetrics.isReadable(store));
  }

  /** What "an hour ago" in a question counts from; no record takes its time from here. */
  private static long epochSeconds() {
    return InstantSource.system().instant().getEpochSecond();
  }

  private static void close(StoreApi api) {
    try {
      api.close();
    } catch (IOException e) {
      Notices.say(Faults.describe(e, "--serve"));
    }
  }

  /** Goes on serving when there is nothing more to read, until the run is to end. */
  void stay(StopSignal stop) {
    if (!stop.isRequested()) {
      Notices.say("all has been read; what was found stays served until Ctrl-C or SIGTERM");
      stop.await();
    }
  }

  @Override
  public void close() {
    now.close();
    server.close();
    close(api);
    dnsdb.close();
    database.close();
  }
}
