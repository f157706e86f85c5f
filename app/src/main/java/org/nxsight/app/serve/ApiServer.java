package org.nxsight.app.serve;

import io.helidon.common.socket.SocketOptions;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.http1.Http1Config;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.ssl.SSLContext;
import org.nxsight.capture.Clock;
import org.nxsight.store.pdns.BadQuestionException;

/** The HTTP server: who may ask, what is where, and how much of anything a request may be. */
public final class ApiServer implements AutoCloseable {
  /** The longest request line: a name of 255 octets, all escaped twice, and the parameters. */
  private static final int MOST_REQUEST_LINE = 8 << 10;

  private static final int MOST_HEADERS = 16 << 10;

  /** The longest body: a mark is some 30 octets. */
  private static final int MOST_BODY = 4 << 10;

  /** The most connections: 1,024 streams and 256 others; each has a virtual thread. */
  private static final int MOST_CONNECTIONS = 1_280;

  /** What is cut off is closed by its own thread, for which the next ones need not wait. */
  private static final int MOST_CONNECTIONS_WITH_ENDING = 2 * MOST_CONNECTIONS;

  private static final Connections.Patience PATIENCE =
      new Connections.Patience(Duration.ofSeconds(10), Duration.ofMinutes(1), MOST_CONNECTIONS);

  private static final Duration GRACE = Duration.ofSeconds(2);

  private static final Header NO_SNIFF = HeaderValues.create("X-Content-Type-Options", "nosniff");

  private static final Header SAME_ORIGIN =
      HeaderValues.create("Cross-Origin-Resource-Policy", "same-origin");

  private static final Header NO_REFERRER = HeaderValues.create("Referrer-Policy", "no-referrer");

  /** Held, so that its level stays: what the server has to say of itself is told by the command. */
  private static final Logger HELIDON = Logger.getLogger("io.helidon");

  private final Gate gate;
  private final List<Route> routes;
  private final Connections connections;
  private final WebServer server;

  /**
   * Starts to listen.
   *
   * @param routes what is where; of several that a path is of, the first one answers
   */
  public ApiServer(ServerPlan plan, List<Route> routes) {
    this(plan, routes, PATIENCE);
  }

  /** The same for clients that are waited for so long. */
  ApiServer(ServerPlan plan, List<Route> routes, Connections.Patience patience) {
    this.gate = new Gate(plan.keys(), plan.everybody());
    this.routes = List.copyOf(routes);
    this.connections = new Connections(patience, Clock.SYSTEM);
    HELIDON.setLevel(Level.SEVERE);
    WebServerConfig.Builder builder =
        WebServer.builder()
            .bindAddress(plan.listen())
            .shutdownHook(false)
            .shutdownGracePeriod(GRACE)
            .maxPayloadSize(MOST_BODY)
            .maxTcpConnections(MOST_CONNECTIONS_WITH_ENDING)
            .connectionOptions(new AcceptedSockets(SocketOptions.create(), connections::onAccepted))
            .addProtocol(
                Http1Config.builder()
                    .maxPrologueLength(MOST_REQUEST_LINE)
                    .maxHeadersSize(MOST_HEADERS)
                    .validatePath(false)
                    .addReceiveListener(connections.listener())
                    .build())
            .directHandlers(Problem.ofBrokenRequests())
            .routing(routing -> routing.any(this::answer));
    SSLContext tls = plan.tls();
    if (tls != null) {
      builder.tls(config -> config.sslContext(tls));
    }
    this.server = builder.build();
    server.start();
  }

  /** The port it listens at. */
  public int port() {
    return server.port();
  }

  /** What is where. */
  public List<Route> routes() {
    return routes;
  }

  /** How many connections there are. */
  public int connections() {
    return connections.count();
  }

  /** How many connections were cut off, by the reason. */
  public Map<String, Long> cutConnections() {
    return connections.cut();
  }

  private void answer(ServerRequest request, ServerResponse response) {
    String rawPath = request.prologue().uriPath().rawPath();
    boolean speaksDnsdb = DnsdbApi.speaksDnsdb(rawPath);
    response.header(NO_SNIFF);
    response.header(SAME_ORIGIN);
    response.header(NO_REFERRER);
    try {
      route(request, response, PercentText.segments(rawPath), speaksDnsdb);
    } catch (BadQuestionException e) {
      refuse(response, Status.BAD_REQUEST_400, String.valueOf(e.getMessage()), speaksDnsdb);
    } catch (IOException e) {
      refuse(
          response, Status.INTERNAL_SERVER_ERROR_500, String.valueOf(e.getMessage()), speaksDnsdb);
    } finally {
      connections.onAnswered(request.remotePeer().address(), request.localPeer().address());
    }
  }

  private void route(
      ServerRequest request, ServerResponse response, List<String> path, boolean speaksDnsdb)
      throws BadQuestionException, IOException {
    Set<String> methods = new TreeSet<>();
    for (Route route : routes) {
      Map<String, String> values = route.match(path);
      if (values == null) {
        continue;
      }
      if (!gate.lets(request, response, route.scope(), speaksDnsdb)) {
        return;
      }
      if (route.method().equals(request.prologue().method())) {
        String query = request.prologue().hasQuery() ? request.prologue().query().rawValue() : "";
        Parameters parameters =
            speaksDnsdb ? Parameters.NONE : Parameters.parse(query, route.parameters());
        route.endpoint().answer(new Call(request, response, path, values, parameters));
        return;
      }
      methods.add(route.method().text());
    }
    if (methods.isEmpty() && !gate.lets(request, response, Scope.READ, speaksDnsdb)) {
      return;
    }
    if (methods.isEmpty()) {
      refuse(
          response,
          Status.NOT_FOUND_404,
          "nothing is here; the API is under /api/v1/ and /dnsdb/v2/",
          speaksDnsdb);
      return;
    }
    response.header(HeaderNames.ALLOW, String.join(", ", methods));
    refuse(
        response,
        Status.METHOD_NOT_ALLOWED_405,
        "only " + String.join(" and ", methods) + " is understood here",
        speaksDnsdb);
  }

  /** Tells an error in the form that the client expects. */
  static void refuse(ServerResponse response, Status status, String message, boolean speaksDnsdb) {
    if (speaksDnsdb) {
      DnsdbApi.refuse(response, status, message);
    } else {
      Problem.send(response, status, message);
    }
  }

  @Override
  public void close() {
    server.stop();
    connections.close();
  }
}
