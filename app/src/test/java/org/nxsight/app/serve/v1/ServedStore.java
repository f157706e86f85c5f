package org.nxsight.app.serve.v1;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.nxsight.analysis.causes.Knowledge;
import org.nxsight.app.Program;
import org.nxsight.app.serve.ApiKeys;
import org.nxsight.app.serve.ApiServer;
import org.nxsight.app.serve.DnsdbApi;
import org.nxsight.app.serve.PageFiles;
import org.nxsight.app.serve.Route;
import org.nxsight.app.serve.ServerPlan;
import org.nxsight.store.pdns.PdnsDatabase;
import org.nxsight.store.pdns.PdnsLimits;
import org.nxsight.store.pdns.StoreFiles;

/** All of the server in this process, over a directory that a run wrote to. */
final class ServedStore implements AutoCloseable {
  private static final Path SAMPLE = Path.of("../samples/first-light.pcap");

  /** A week after the sample. */
  static final long NOW_SECONDS = 1_796_100_000L;

  final ApiServer server;
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
                false,
                () -> Knowledge.builtIn(LocalDate.ofEpochDay(NOW_SECONDS / 86_400)),
                () -> NOW_SECONDS),
            pdns,
            limits);
    List<Route> routes = new ArrayList<>(dnsdb.routes());
    routes.addAll(api.routes());
    routes.addAll(new PageFiles().routes());
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
    client.close();
    dnsdb.close();
    api.close();
    server.close();
    pdns.close();
  }
}
