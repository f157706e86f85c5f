package org.nxsight.app.serve;

import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.http1.Http1Config;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.nxsight.store.pdns.BadQuestionException;
import org.nxsight.store.pdns.PdnsDatabase;
import org.nxsight.store.pdns.PdnsLimits;
import org.nxsight.wire.dns.JsonText;

/** The HTTP server: who may ask, what is where, and how much of anything a request may be. */
public final class ApiServer implements AutoCloseable {
  /** The longest request line: a name of 255 octets, all escaped twice, and the parameters. */
  private static final int MOST_REQUEST_LINE = 8 << 10;

  private static final int MOST_HEADERS = 16 << 10;

  /** The most connections; each has a virtual thread and buffers of about 100 KiB. */
  private static final int MOST_CONNECTIONS = 256;

  private static final Duration IDLE = Duration.ofMinutes(2);
  private static final Duration GRACE = Duration.ofSeconds(2);
  private static final String KEY_HEADER = "X-Api-Key";
  private static final List<String> VERSION_2 = List.of("", "dnsdb", "v2");

  /** Held, so that its level stays: what the server has to say of itself is told by the command. */
  private static final Logger HELIDON = Logger.getLogger("io.helidon");

  private final @Nullable ApiKey key;
  private final DnsdbApi dnsdb;
  private final WebServer server;

  /**
   * Starts to listen.
   *
   * @param key what every request must carry, or null; then only the names of this machine itself
   *     are taken as the host that is asked
   */
  public ApiServer(
      PdnsDatabase database,
      PdnsLimits limits,
      InetSocketAddress listen,
      @Nullable ApiKey key,
      LongSupplier nowSeconds) {
    this.key = key;
    this.dnsdb = new DnsdbApi(database, limits, nowSeconds);
    HELIDON.setLevel(Level.SEVERE);
    this.server =
        WebServer.builder()
            .bindAddress(listen)
            .shutdownHook(false)
            .shutdownGracePeriod(GRACE)
            .maxPayloadSize(0)
            .maxTcpConnections(MOST_CONNECTIONS)
            .idleConnectionTimeout(IDLE)
            .addProtocol(
                Http1Config.builder()
                    .maxPrologueLength(MOST_REQUEST_LINE)
                    .maxHeadersSize(MOST_HEADERS)
                    .validatePath(false)
                    .build())
            .directHandlers(problems())
            .routing(routing -> routing.any(this::answer))
            .build();
    server.start();
  }

  /** The port it listens at. */
  public int port() {
    return server.port();
  }

  private void answer(ServerRequest request, ServerResponse response) {
    String rawPath = request.prologue().uriPath().rawPath();
    boolean speaksDnsdb = rawPath.startsWith("/dnsdb/") || rawPath.startsWith("/lookup/");
    if (key != null
        ? !key.is(request.headers().first(HeaderNames.create(KEY_HEADER)).orElse(null))
        : !Loopback.isHost(request.headers().first(HeaderNames.HOST).orElse(""))) {
      String message =
          key != null
              ? "the API key is missing or wrong; send it in the header " + KEY_HEADER
              : "without an API key only localhost, 127.0.0.1 and [::1] are served";
      refuse(response, Status.FORBIDDEN_403, message, speaksDnsdb);
      return;
    }
    if (!request.prologue().method().equals(Method.GET)) {
      response.header(HeaderNames.ALLOW, "GET");
      refuse(response, Status.METHOD_NOT_ALLOWED_405, "only GET is understood", speaksDnsdb);
      return;
    }
    try {
      route(request, response, PercentText.segments(rawPath));
    } catch (BadQuestionException e) {
      refuse(response, Status.BAD_REQUEST_400, String.valueOf(e.getMessage()), speaksDnsdb);
    }
  }

  private void route(ServerRequest request, ServerResponse response, List<String> path) {
    String query = request.prologue().hasQuery() ? request.prologue().query().rawValue() : "";
    if (path.size() > VERSION_2.size() && path.subList(0, VERSION_2.size()).equals(VERSION_2)) {
      dnsdb.answer(path.subList(VERSION_2.size(), path.size()), query, Framing.SAF, response);
    } else if (path.size() > 2 && List.of("lookup", "summarize").contains(path.get(1))) {
      dnsdb.answer(path.subList(1, path.size()), query, Framing.BARE, response);
    } else {
      refuse(response, Status.NOT_FOUND_404, "nothing is here; the API is under /dnsdb/v2/", false);
    }
  }

  private static void refuse(
      ServerResponse response, Status status, String message, boolean speaksDnsdb) {
    if (speaksDnsdb) {
      DnsdbApi.refuse(response, status, message);
      return;
    }
    response.status(status);
    response.header(HeaderNames.CONTENT_TYPE, "application/problem+json");
    response.send(problem(status, message));
  }

  /** Problem details (RFC 9457). */
  private static byte[] problem(Status status, String message) {
    StringBuilder json = new StringBuilder("{\"type\":\"about:blank\",\"title\":");
    JsonText.append(json, status.reasonPhrase());
    json.append(",\"status\":").append(status.code()).append(",\"detail\":");
    JsonText.append(json, message);
    return json.append("}\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static DirectHandlers problems() {
    DirectHandlers.Builder handlers = DirectHandlers.builder();
    for (DirectHandler.EventType type : DirectHandler.EventType.values()) {
      handlers.addHandler(type, ApiServer::problem);
    }
    return handlers.build();
  }

  private static DirectHandler.TransportResponse problem(
      DirectHandler.TransportRequest request,
      DirectHandler.EventType type,
      Status status,
      ServerResponseHeaders headers,
      @Nullable String message) {
    return DirectHandler.TransportResponse.builder()
        .status(status)
        .headers(headers)
        .header(HeaderNames.CONTENT_TYPE, "application/problem+json")
        .entity(problem(status, "the request is no HTTP, or larger than is taken"))
        .build();
  }

  @Override
  public void close() {
    dnsdb.close();
    server.stop();
  }
}
