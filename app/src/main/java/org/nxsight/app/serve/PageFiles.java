package org.nxsight.app.serve;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The page: files that come with the program, {@code index.html} at {@code /} and all at {@code
 * /page/}, and the libraries that it uses at {@code /page/lib/}. They say nothing of the traffic.
 */
public final class PageFiles {
  /** Nothing from elsewhere, and no script or style that is not a file of its own. */
  public static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private static final HeaderName POLICY = HeaderNames.create("Content-Security-Policy");
  private static final String OWN = "/page/";
  private static final String UPLOT = "/META-INF/resources/webjars/uplot/1.6.30/";

  /** Names that are no way out of a directory, and no directory. */
  private static final Pattern PATH =
      Pattern.compile("(?:[A-Za-z0-9_-]+/)*[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]+)+");

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "svg", "image/svg+xml",
          "png", "image/png",
          "ico", "image/x-icon",
          "json", "application/json",
          "webmanifest", "application/manifest+json",
          "woff2", "font/woff2",
          "txt", "text/plain; charset=utf-8");

  private final Map<String, Content> read = new ConcurrentHashMap<>();

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Content(byte[] octets, String tag) {}

  /** Where they are. */
  public List<Route> routes() {
    return List.of(
        Route.get("/", call -> send(call, OWN + "index.html")).withScope(Scope.OPEN),
        Route.get("/page/lib/uplot/{file...}", call -> send(call, UPLOT, call.path("file")))
            .withScope(Scope.OPEN),
        Route.get("/page/{file...}", call -> send(call, OWN, call.path("file")))
            .withScope(Scope.OPEN));
  }

  private void send(Call call, String directory, String file) throws IOException {
    send(call, PATH.matcher(file).matches() ? directory + file : "");
  }

  private void send(Call call, String resource) throws IOException {
    String type = TYPES.get(resource.substring(resource.lastIndexOf('.') + 1));
    Content content = type == null ? null : content(resource);
    if (type == null || content == null) {
      call.refuse(Status.NOT_FOUND_404, "there is no such file of the page");
      return;
    }
    call.response().header(POLICY, CONTENT_SECURITY_POLICY);
    call.response().header(HeaderNames.CACHE_CONTROL, "no-cache");
    call.response().header(HeaderNames.ETAG, content.tag);
    if (content.tag.equals(call.header(HeaderNames.IF_NONE_MATCH))) {
      call.response().status(Status.NOT_MODIFIED_304);
      call.response().send();
      return;
    }
    call.send(type, content.octets);
  }

  private @Nullable Content content(String resource) throws IOException {
    Content known = read.get(resource);
    if (known != null) {
      return known;
    }
    try (InputStream in = PageFiles.class.getResourceAsStream(resource)) {
      if (in == null) {
        return null;
      }
      byte[] octets = in.readAllBytes();
      CRC32C checksum = new CRC32C();
      checksum.update(octets);
      Content content =
          new Content(octets, "\"%08x-%x\"".formatted(checksum.getValue(), octets.length));
      read.put(resource, content);
      return content;
    }
  }
}
