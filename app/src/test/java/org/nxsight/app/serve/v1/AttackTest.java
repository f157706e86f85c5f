package org.nxsight.app.serve.v1;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.nxsight.app.serve.ApiKey;
import org.nxsight.app.serve.ApiKeys;
import org.nxsight.app.serve.Route;
import org.nxsight.app.serve.Scope;

/** What strangers try on every server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttackTest {
  private static final String KEY = "0123456789abcdef0123456789abcdef";

  private static final Pattern LENGTH = Pattern.compile("(?i)\ncontent-length: (\\d+)");

  /** What breaks statements that are put together of texts. */
  private static final List<String> SQL =
      List.of(
          "' OR '1'='1",
          "'; DROP TABLE failures; --",
          "x' UNION SELECT * FROM read_text('/etc/passwd') --",
          "1) OR (1=1",
          "\\'");

  private ServedStore served;
  private Path store = Path.of(".");

  AttackTest() throws Exception {
    served = new ServedStore(store, ApiKeys.none());
  }

  @BeforeAll
  void serve(@TempDir Path data) throws Exception {
    served.close();
    store = ServedStore.sample(data);
    served = new ServedStore(store, ApiKeys.none());
  }

  @AfterAll
  void close() throws Exception {
    served.close();
  }

  /** What the server answers to these octets: up to the end that it tells, or until it closes. */
  private String raw(ServedStore to, String request) throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), to.server.port())) {
      OutputStream out = socket.getOutputStream();
      out.write(request.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      InputStream in = socket.getInputStream();
      StringBuilder answer = new StringBuilder();
      int octet;
      while (!answer.toString().endsWith("\r\n\r\n") && (octet = in.read()) >= 0) {
        answer.append((char) octet);
      }
      Matcher length = LENGTH.matcher(answer);
      if (length.find()) {
        byte[] body = in.readNBytes(Integer.parseInt(length.group(1)));
        answer.append(new String(body, StandardCharsets.ISO_8859_1));
      }
      return answer.toString();
    } catch (SocketException closed) {
      return "closed";
    }
  }

  private String get(String target, String... headers) throws Exception {
    String all =
        headers.length == 0 ? "Host: localhost\r\n" : String.join("\r\n", headers) + "\r\n";
    return raw(served, "GET " + target + " HTTP/1.1\r\n" + all + "Connection: close\r\n\r\n");
  }

  @Test
  void takesSqlForTextInEveryParameter() throws Exception {
    String before = served.get("/api/v1/summary").body();
    int tried = 0;
    for (Description.Operation operation : new Description().operations()) {
      for (Description.Parameter parameter : operation.parameters()) {
        for (String sql : SQL) {
          Description.Operation attacked =
              new Description.Operation(
                  operation.path(),
                  operation.method(),
                  operation.json(),
                  operation.parameters().stream()
                      .map(each ->
                          each.equals(parameter)
                              ? new Description.Parameter(each.name(), each.inPath(), sql)
                              : each)
                      .toList());
          String url = attacked.url(p -> p.name().equals(parameter.name()));
          HttpResponse<String> answer =
              operation.method().equals("post")
                  ? served.post(url, "{\"mark\":null}", "Content-Type", "application/json")
                  : served.get(url);
          assertThat(answer.statusCode()).as(url + " " + answer.body()).isIn(200, 204, 400, 404);
          assertThat(answer.body()).doesNotContain("root:", "Parser Error", "Binder Error");
          tried++;
        }
      }
    }
    assertThat(tried).isGreaterThan(400);
    assertThat(served.get("/api/v1/summary").body()).isEqualTo(before);
  }

  @Test
  void givesNoFileButThoseOfThePage() throws Exception {
    for (String path :
        List.of(
            "/page/../openapi.yaml",
            "/page/..%2f..%2f..%2fetc%2fpasswd",
            "/page/%2e%2e/%2e%2e/org/nxsight/app/version.txt",
            "/page/%2e%2e%2forg%2fnxsight%2fapp%2fversion.txt",
            "/page/..%5c..%5cversion.txt",
            "/page//etc/passwd",
            "/page/%2fetc%2fpasswd",
            "/page/....//....//etc/passwd",
            "/page/",
            "/page",
            "/page/lib/",
            "/page/lib/uplot/",
            "/page/lib/uplot/dist",
            "/page/lib/uplot/../../../../org/nxsight/app/version.txt",
            "/page/lib/uplot/%2e%2e/%2e%2e/MANIFEST.MF",
            "/page/.git/config",
            "/../../../../etc/passwd",
            "/%2e%2e/%2e%2e/etc/passwd",
            "/api/v1/channels/..%2f..%2fstore/download",
            "/api/v1/channels/%2e%2e/download")) {
      String answer = get(path);
      assertThat(answer).as(path).matches("(?s)HTTP/1.1 (400|404).*");
      assertThat(answer).doesNotContain("root:", "SNAPSHOT");
    }
    assertThat(get("/page/lib/uplot/dist/uPlot.min.css"))
        .startsWith("HTTP/1.1 200")
        .contains("Content-Security-Policy: default-src 'none'")
        .contains("X-Content-Type-Options: nosniff");
  }

  @Test
  void refusesWhatIsTooLarge() throws Exception {
    assertThat(get("/api/v1/failures?name=" + "a".repeat(20_000)))
        .matches("(?s)HTTP/1.1 4.*|closed");
    assertThat(get("/api/v1/status", "Host: localhost", "X: " + "a".repeat(40_000)))
        .matches("(?s)HTTP/1.1 4.*|closed");
    String post =
        String.join(
            "\r\n",
            "POST /api/v1/findings/0123456789abcdef/mark HTTP/1.1",
            "Host: localhost",
            "Content-Type: application/json",
            "Connection: close",
            "");
    assertThat(raw(served, post + "Content-Length: 1000000\r\n\r\n" + "a".repeat(1_000_000)))
        .matches("(?s)HTTP/1.1 4.*|closed");
    assertThat(served.get("/api/v1/status").statusCode()).isEqualTo(200);
  }

  @Test
  void putsNoHeaderIntoAnAnswer() throws Exception {
    for (String injected :
        List.of("%0d%0aX-Injected:%201", "%0aX-Injected:1", "%E5%98%8A%E5%98%8DX-Injected:1")) {
      for (String path :
          List.of(
              "/api/v1/names/a" + injected,
              "/api/v1/failures?name=a" + injected,
              "/api/v1/top/" + injected,
              "/api/v1/channels/" + injected + "/download",
              "/page/" + injected,
              "/" + injected)) {
        assertThat(get(path)).as(path).doesNotContainPattern("(?m)^X-Injected");
      }
    }
  }

  @Test
  void answersNoOtherHostAndNoOtherOrigin() throws Exception {
    for (Route route : served.server.routes()) {
      String path = route.pattern().replaceAll("\\{[^}]*}", "x");
      String method = route.method().text();
      assertThat(
              raw(
                  served,
                  method
                      + " "
                      + path
                      + " HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
          .as(path)
          .startsWith("HTTP/1.1 403");
    }
    String mark = "/api/v1/findings/0123456789abcdef/mark";
    String json = "application/json";
    assertThat(served.post(mark, "{\"mark\":\"muted\"}", "Content-Type", "text/plain").statusCode())
        .isEqualTo(403);
    assertThat(
            served
                .post(
                    mark,
                    "{\"mark\":\"muted\"}",
                    "Content-Type",
                    json,
                    "Origin",
                    "http://evil.example")
                .statusCode())
        .isEqualTo(403);
    assertThat(
            served
                .post(
                    mark,
                    "{\"mark\":\"muted\"}",
                    "Content-Type",
                    json,
                    "Sec-Fetch-Site",
                    "cross-site")
                .statusCode())
        .isEqualTo(403);
    assertThat(served.get("/api/v1/status", "Origin", "http://evil.example").headers().map())
        .doesNotContainKey("access-control-allow-origin");
  }

  @Test
  void answersNobodyWithoutAKeyThatAllowsIt() throws Exception {
    ApiKey key = Objects.requireNonNull(ApiKey.of(KEY));
    ApiKeys reading =
        new ApiKeys(
            () -> List.of(new ApiKeys.Holder("reader", key, Set.of(Scope.READ), 0)),
            System::nanoTime);
    try (ServedStore locked = new ServedStore(store, reading)) {
      for (Route route : locked.server.routes()) {
        String path = route.pattern().replaceAll("\\{[^}]*}", "x");
        boolean dnsdb = path.matches("/(dnsdb|lookup|summarize)/.*");
        int unknown = dnsdb ? 403 : 401;
        if (route.scope() == Scope.OPEN) {
          assertThat(locked.get(path).statusCode()).as(path).isIn(200, 404);
        } else if (route.method().text().equals("GET")) {
          assertThat(locked.get(path).statusCode()).as(path).isEqualTo(unknown);
          assertThat(locked.get(path, "X-Api-Key", KEY + "0").statusCode())
              .as(path)
              .isEqualTo(unknown);
          int known = locked.get(path, "X-Api-Key", KEY).statusCode();
          if (route.scope() == Scope.READ) {
            assertThat(known).as(path).isIn(200, 400, 404);
          } else {
            assertThat(known).as(path).isEqualTo(403);
          }
        } else {
          String type = "application/json";
          assertThat(locked.post(path, "{}", "Content-Type", type).statusCode()).isEqualTo(401);
          assertThat(locked.post(path, "{}", "Content-Type", type, "X-Api-Key", KEY).statusCode())
              .isEqualTo(403);
        }
      }
    }
  }
}
