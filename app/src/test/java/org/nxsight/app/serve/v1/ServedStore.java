package org.nxsight.app.serve.v1;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.nxsight.analysis.causes.Knowledge;
import org.nxsight.app.Program;
import org.nxsight.app.live.HealthApi;
import org.nxsight.app.live.LiveApi;
import org.nxsight.app.live.LiveView;
import org.nxsight.app.live.Metrics;
import org.nxsight.app.live.NowTicker;
import org.nxsight.app.serve.ApiKeys;
import org.nxsight.app.serve.ApiServer;
import org.nxsight.app.serve.DnsdbApi;
import org.nxsight.app.serve.PageFiles;
import org.nxsight.app.serve.Route;
import org.nxsight.app.serve.ServerPlan;
import org.nxsight.capture.Clock;
import org.nxsight.store.pdns.PdnsDatabase;
import org.nxsight.store.pdns.PdnsLimits;
import org.nxsight.store.pdns.StoreFiles;

/**
 * All of the server in this process, over a directory that a run wrote to, beside a run in which
 * nothing happens.
 */
final class ServedStore implements AutoCloseable {
  private static final Path SAMPLE = Path.of("../samples/first-light.pcap");

  /** A week after the sample. */
  static final long NOW_SECONDS = 1_796_100_000L;

  private static final long SEED = 7;
  private static final int BEGINNING_OCTETS = 8;

  final ApiServer server;
  private final NowTicker now;
  private final PdnsDatabase pdns;
  private final DnsdbApi dnsdb;
  private final StoreApi api;
  private final HttpClient client = HttpClient.newHttpClient();

  ServedStore(Path data, ApiKeys keys) throws IOException {
    PdnsLimits limits = new PdnsLimits(2, 1, 64L << 20, Duration.ofSeconds(60));
    pdns = new PdnsDatabase(StoreFiles.in(data.resolve("store")), limits);
    dnsdb = new DnsdbApi(pdns, limits, () -> NOW_SECONDS);
    api =
        new StoreApi(
            new StoreApi.Subject(
                data,
                "1.2.3",
                true,
                () -> Knowledge.builtIn(LocalDate.ofEpochDay(NOW_SECONDS / 86_400)),
                () -> NOW_SECONDS),
            pdns,
            limits);
    List<Route> routes = new ArrayList<>(dnsdb.routes());
    routes.addAll(api.routes());
    routes.addAll(new PageFiles().routes());
    LiveView view = new LiveView(true, Clock.SYSTEM, SEED);
    now = new NowTicker(view, Clock.SYSTEM, InstantSource.system());
    routes.addAll(new LiveApi(view, now, new SplittableRandom(SEED)).routes());
    Metrics metrics = new Metrics("1.2.3");
    metrics.addRun(view);
    routes.addAll(new HealthApi(metrics, () -> true).routes());
    server =
        new ApiServer(
            ServerPlan.plain(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), keys),
            routes);
  }

  /** Has the sample analysed and stored. */
  static Path sample(Path data) {
    Program.Outcome outcome =
        Program.here(
            InputStream.nullInputStream(),
            List.of("run", SAMPLE.toString(), "-o", data.toString()));
    if (outcome.status() != 0) {
      throw new IllegalStateException(outcome.err());
    }
    return data;
  }

  HttpResponse<String> get(String path, String... headers) throws Exception {
    HttpRequest.Builder request = request(path);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** The first octets of a stream, at most eight; it must be of this type. */
  String beginning(String path, String type) throws Exception {
    HttpResponse<InputStream> answer =
        client.send(
            request(path).header("Accept", type).build(),
            HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream in = answer.body()) {
      byte[] first = new byte[BEGINNING_OCTETS];
      int octets = in.read(first);
      String told = answer.headers().firstValue("Content-Type").orElse("");
      if (!told.equals(type)) {
        throw new IllegalStateException(answer.statusCode() + " " + told);
      }
      return new String(first, 0, octets, StandardCharsets.ISO_8859_1);
    }
  }

  HttpResponse<String> post(String path, String body, String... headers) throws Exception {
    HttpRequest.Builder request = request(path).POST(HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
  }

  @Override
  public void close() throws IOException {
    now.close();
    client.shutdownNow();
    dnsdb.close();
    api.close();
    server.close();
    pdns.close();
  }
}
