package org.nxsight.app;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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
 * The HTTP server over a directory that runs write to: the page, its store and its metrics; in the
 * process of a run its streams and its state as well.
 */
final class Serving implements AutoCloseable {
  private final PdnsDatabase database;
  private final DnsdbApi dnsdb;
  private final StoreApi api;
  private final @Nullable NowTicker now;
  private final ApiServer server;

  private Serving(
      PdnsDatabase database,
      DnsdbApi dnsdb,
      StoreApi api,
      @Nullable NowTicker now,
      ApiServer server) {
    this.database = database;
    this.dnsdb = dnsdb;
    this.api = api;
    this.now = now;
    this.server = server;
  }

  /**
   * What is served.
   *
   * @param data the directory that runs write to
   * @param limits how much is answered at once, and how long it may take
   * @param knowledge reads what explanations need, when they first do
   * @param view what a run in this process shows; null without one
   */
  record Subject(
      Path data, PdnsLimits limits, Supplier<Knowledge> knowledge, @Nullable LiveView view) {
    /** A run in this process. */
    static Subject of(RunPlan plan) {
      Knowledge knowledge = plan.knowledge();
      return new Subject(
          plan.output(),
          PdnsLimits.DEFAULT,
          () -> knowledge == null ? Knowledge.builtIn(KnowledgeSettings.today()) : knowledge,
          plan.view());
    }

    private Path store() {
      return StoreSettings.of(data).directory();
    }
  }

  /** Starts to serve. */
  static Serving start(Subject subject, ServerPlan place) throws Complaint {
    PdnsDatabase database;
    try {
      database = new PdnsDatabase(StoreFiles.in(subject.store()), subject.limits);
    } catch (IOException e) {
      throw StoreSettings.of(subject.data).failed(e);
    }
    DnsdbApi dnsdb = new DnsdbApi(database, subject.limits, Serving::epochSeconds);
    StoreApi api = storeApi(subject, database);
    LiveView view = subject.view;
    NowTicker now = view == null ? null : new NowTicker(view, Clock.SYSTEM, InstantSource.system());
    Metrics metrics = new Metrics(Version.current());
    List<Route> routes = new ArrayList<>(dnsdb.routes());
    routes.addAll(api.routes());
    routes.addAll(new PageFiles().routes());
    if (view != null && now != null) {
      routes.addAll(new LiveApi(view, now, new SecureRandom()).routes());
      metrics.addRun(view);
    }
    StoreMetrics.addTo(metrics, subject.store());
    routes.addAll(new HealthApi(metrics, () -> StoreMetrics.isReadable(subject.store())).routes());
    try {
      ApiServer server = ServeSettings.listen(place, routes);
      metrics.addServer(server);
      api.prepare();
      ServeSettings.sayWhere(place, server);
      return new Serving(database, dnsdb, api, now, server);
    } catch (Complaint e) {
      close(database, dnsdb, api, now);
      throw e;
    }
  }

  private static StoreApi storeApi(Subject subject, PdnsDatabase database) {
    return new StoreApi(
        new StoreApi.Subject(
            subject.data,
            Version.current(),
            subject.view != null,
            subject.knowledge,
            Serving::epochSeconds),
        database,
        subject.limits);
  }

  /** What "an hour ago" in a question counts from; no record takes its time from here. */
  private static long epochSeconds() {
    return InstantSource.system().instant().getEpochSecond();
  }

  /** What is where. */
  List<Route> routes() {
    return server.routes();
  }

  /** The port it listens at. */
  int port() {
    return server.port();
  }

  /** Goes on serving when there is nothing more to read, until the run is to end. */
  void stay(StopSignal stop) {
    if (!stop.isRequested()) {
      Notices.say("all has been read; what was found stays served until Ctrl-C or SIGTERM");
      stop.await();
    }
  }

  private static void close(
      PdnsDatabase database, DnsdbApi dnsdb, StoreApi api, @Nullable NowTicker now) {
    try {
      api.close();
    } catch (IOException e) {
      Notices.say(Faults.describe(e, "the store"));
    }
    dnsdb.close();
    database.close();
    if (now != null) {
      now.close();
    }
  }

  @Override
  public void close() {
    if (now != null) {
      now.close(); // ends the streams of its state, for which the server would wait
    }
    server.close();
    close(database, dnsdb, api, null);
  }
}
