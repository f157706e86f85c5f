package org.nxsight.app.serve;

import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.nxsight.wire.dns.JsonText;

/**
 * Problem details (RFC 9457), the form of all errors but those of the DNSDB API.
 *
 * <pre>
 *   {"type":"about:blank","title":"Not Found","status":404,"detail":"one sentence"}
 * </pre>
 */
final class Problem {
  private static final String TYPE = "application/problem+json";

  private Problem() {}

  static void send(ServerResponse response, Status status, String detail) {
    response.status(status);
    response.header(HeaderNames.CONTENT_TYPE, TYPE);
    response.send(octets(status, detail));
  }

  private static byte[] octets(Status status, String detail) {
    StringBuilder json = new StringBuilder("{\"type\":\"about:blank\",\"title\":");
    JsonText.append(json, status.reasonPhrase());
    json.append(",\"status\":").append(status.code()).append(",\"detail\":");
    JsonText.append(json, detail);
    return json.append("}\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  /** What is answered to requests that come to no route, since they are broken or too large. */
  static DirectHandlers ofBrokenRequests() {
    DirectHandlers.Builder handlers = DirectHandlers.builder();
    for (DirectHandler.EventType type : DirectHandler.EventType.values()) {
      handlers.addHandler(type, Problem::ofBrokenRequest);
    }
    return handlers.build();
  }

  private static DirectHandler.TransportResponse ofBrokenRequest(
      DirectHandler.TransportRequest request,
      DirectHandler.EventType type,
      Status status,
      ServerResponseHeaders headers,
      @Nullable String message) {
    return DirectHandler.TransportResponse.builder()
        .status(status)
        .headers(headers)
        .header(HeaderNames.CONTENT_TYPE, TYPE)
        .entity(octets(status, "the request is no HTTP, or larger than is taken"))
        .build();
  }
}
