package org.nxsight.app.serve;

import io.helidon.http.Method;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A place of the server.
 *
 * @param method GET or POST
 * @param pattern a path such as {@code /api/v1/names/{name}}, in which a segment in braces is any
 *     one, and a last one such as {@code {file...}} any number of them, perhaps none
 * @param scope what a key must allow
 * @param parameters the names of the parameters that are taken
 * @param endpoint what answers
 */
public record Route(
    Method method, String pattern, Scope scope, List<String> parameters, Endpoint endpoint) {
  private static final String REST = "...}";

  /** Holds a list of its own. */
  public Route {
    parameters = List.copyOf(parameters);
  }

  /** A place that tells something. */
  public static Route get(String pattern, Endpoint endpoint, String... parameters) {
    return new Route(Method.GET, pattern, Scope.READ, List.of(parameters), endpoint);
  }

  /** A place that takes something. */
  public static Route post(String pattern, Endpoint endpoint, String... parameters) {
    return new Route(Method.POST, pattern, Scope.WRITE, List.of(parameters), endpoint);
  }

  /** The same for keys with another scope. */
  public Route withScope(Scope other) {
    return new Route(method, pattern, other, parameters, endpoint);
  }

  /**
   * The values of the segments in braces, when a path is of this route; null when it is not.
   *
   * @param path the decoded segments, of which the first is the empty one before the first slash
   */
  @Nullable Map<String, String> match(List<String> path) {
    String[] segments = pattern.split("/", -1);
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < segments.length; i++) {
      String segment = segments[i];
      if (segment.endsWith(REST)) {
        String name = segment.substring(1, segment.length() - REST.length());
        values.put(name, String.join("/", path.subList(Math.min(i, path.size()), path.size())));
        return values;
      }
      if (i >= path.size()) {
        return null;
      }
      if (segment.startsWith("{")) {
        if (path.get(i).isEmpty()) {
          return null;
        }
        values.put(segment.substring(1, segment.length() - 1), path.get(i));
      } else if (!segment.equals(path.get(i))) {
        return null;
      }
    }
    return path.size() == segments.length ? values : null;
  }
}
