package org.nxsight.app.serve;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One request to a route, with what its path and parameters say, and the answer to it. */
public final class Call {
  private final ServerRequest request;
  private final ServerResponse response;
  private final List<String> segments;
  private final Map<String, String> path;
  private final Parameters parameters;

  Call(
      ServerRequest request,
      ServerResponse response,
      List<String> segments,
      Map<String, String> path,
      Parameters parameters) {
    this.request = request;
    this.response = response;
    this.segments = segments;
    this.path = path;
    this.parameters = parameters;
  }

  /** The value of a segment that stands in braces in the route's pattern. */
  public String path(String name) {
    String value = path.get(name);
    if (value == null) {
      throw new IllegalArgumentException("the pattern has no " + name);
    }
    return value;
  }

  /** All segments of the path; the first is the empty one before the first slash. */
  List<String> segments() {
    return segments;
  }

  /** What stands behind the question mark. */
  public Parameters parameters() {
    return parameters;
  }

  /** What stands behind the question mark, as it came. */
  String rawQuery() {
    return request.prologue().hasQuery() ? request.prologue().query().rawValue() : "";
  }

  /** A header of the request; null when there is none. */
  public @Nullable String header(HeaderName name) {
    return request.headers().first(name).orElse(null);
  }

  /** The request as the server has it, for its body. */
  public ServerRequest request() {
    return request;
  }

  /** The answer as the server has it, for streams. */
  public ServerResponse response() {
    return response;
  }

  /** Answers with a text. */
  public void send(String contentType, String text) {
    send(contentType, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Answers with octets. */
  public void send(String contentType, byte[] octets) {
    response.header(HeaderNames.CONTENT_TYPE, contentType);
    response.send(octets);
  }

  /** Answers with problem details (RFC 9457): the detail is one sentence for a person. */
  public void refuse(Status status, String detail) {
    Problem.send(response, status, detail);
  }
}
