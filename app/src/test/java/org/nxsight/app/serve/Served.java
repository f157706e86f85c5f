package org.nxsight.app.serve;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.nxsight.store.pdns.PdnsDatabase;
import org.nxsight.store.pdns.PdnsLimits;
import org.nxsight.store.pdns.StoreFiles;

/** A server in this process over a store. */
final class Served implements AutoCloseable {
  /** The time that the server believes it is. */
  static final long NOW_SECONDS = 3_000;

  final PdnsDatabase database;
  final ApiServer server;
  private final DnsdbApi dnsdb;
  private final HttpClient client = HttpClient.newHttpClient();

  Served(StoreFiles store, @Nullable ApiKey key, PdnsLimits limits) throws IOException {
    database = new PdnsDatabase(store, limits);
    dnsdb = new DnsdbApi(database, limits, () -> NOW_SECONDS);
    server =
        new ApiServer(
            ServerPlan.plain(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), ApiKeys.of(key)),
            dnsdb.routes());
  }

  static PdnsLimits limits() {
    return new PdnsLimits(2, 1, 64L << 20, Duration.ofSeconds(30));
  }

  String address() {
    return "http://127.0.0.1:" + server.port();
  }

  HttpResponse<String> get(String path, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address() + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  @Override
  public void close() {
    client.close();
    dnsdb.close();
    server.close();
    database.close();
  }
}
