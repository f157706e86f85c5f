package org.nxsight.app.serve.v1;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.nxsight.app.serve.ApiKeys;

/** The OpenAPI file and the server say the same; over the sample's store, and over an empty one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenApiTest {
  /** Parameters that exclude each other. */
  private static final List<Set<String>> EITHER =
      List.of(Set.of("name", "below"), Set.of("name", "ip", "cidr"));

  private final Description description;
  private Path empty = Path.of(".");
  private ServedStore served;

  OpenApiTest() throws Exception {
    description = new Description();
    served = new ServedStore(empty, ApiKeys.none());
  }

  @BeforeAll
  void serve(@TempDir Path data, @TempDir Path nothing) throws Exception {
    served.close();
    empty = nothing;
    served = new ServedStore(ServedStore.sample(data), ApiKeys.none());
  }

  @AfterAll
  void close() throws Exception {
    served.close();
  }

  private static boolean isAlone(String name) {
    return EITHER.stream().anyMatch(each -> each.contains(name));
  }

  @Test
  void answersInAFormThatIsDescribed() throws Exception {
    Set<String> seen = new TreeSet<>();
    for (Description.Operation operation : description.operations()) {
      if (operation.method().equals("get")
          && !operation.isStream()
          && !operation.path().contains("/findings/{")) {
        boolean wantsOne = operation.path().equals("/api/v1/pdns");
        String url = operation.url(p -> wantsOne && p.name().equals("name"));
        HttpResponse<String> answer = served.get(url);
        assertThat(answer.statusCode()).as(url + " " + answer.body()).isEqualTo(200);
        String type = answer.headers().firstValue("Content-Type").orElse("none");
        assertThat(operation.forms(description)).as(url).contains(type.split(";", 2)[0]);
        seen.add(operation.path());
      }
    }
    assertThat(seen).contains("/metrics", "/ready", "/", "/dnsdb/v2/lookup/rrset/name/{name}");
  }

  @Test
  void streamsInEachFormThatIsDescribed() throws Exception {
    Map<String, String> beginnings =
        Map.of(
            "text/event-stream", "(:|data: \\{).*",
            "application/x-ndjson", "\n",
            "application/x-nmsg", "NMSG.*");
    int streams = 0;
    for (Description.Operation operation : description.operations()) {
      if (operation.isStream()) {
        for (String form : operation.forms(description)) {
          String url = operation.url(p -> true);
          assertThat(served.beginning(url, form))
              .as(url + " " + form)
              .matches(Pattern.compile(beginnings.get(form), Pattern.DOTALL));
          streams++;
        }
      }
    }
    assertThat(streams).isEqualTo(4);
  }

  @Test
  void answersAsDescribedWithoutAndWithEachParameter() throws Exception {
    int checked = 0;
    for (Description.Operation operation : description.operations()) {
      if (operation.answer() == null || operation.path().contains("/findings/{")) {
        continue;
      }
      boolean wantsOne = operation.path().equals("/api/v1/pdns");
      check(operation, operation.url(p -> wantsOne && p.name().equals("name")));
      for (Description.Parameter parameter : operation.parameters()) {
        if (!parameter.inPath()) {
          boolean alone = isAlone(parameter.name());
          check(
              operation,
              operation.url(
                  p -> p.equals(parameter) || (wantsOne && !alone && p.name().equals("name"))));
          checked++;
        }
      }
    }
    assertThat(checked).isGreaterThan(70);
  }

  private void check(Description.Operation operation, String url) throws Exception {
    HttpResponse<String> answer = served.get(url);
    assertThat(answer.statusCode()).as(url + " " + answer.body()).isEqualTo(200);
    JsonElement schema = Objects.requireNonNull(operation.answer());
    assertThat(description.faults(JsonParser.parseString(answer.body()), schema, url)).isEmpty();
  }

  @Test
  void answersAsDescribedOverAnEmptyStore() throws Exception {
    try (ServedStore nothing = new ServedStore(empty, ApiKeys.none())) {
      for (Description.Operation operation : description.operations()) {
        JsonElement schema = operation.answer();
        if (schema == null || operation.path().contains("/findings/{")) {
          continue;
        }
        String url =
            operation.url(p -> operation.path().endsWith("/pdns") && p.name().equals("ip"));
        HttpResponse<String> answer = nothing.get(url);
        assertThat(answer.statusCode()).as(url + " " + answer.body()).isEqualTo(200);
        assertThat(description.faults(JsonParser.parseString(answer.body()), schema, url))
            .isEmpty();
      }
    }
  }

  @Test
  void tellsErrorsAsProblemsWithOneSentence() throws Exception {
    for (String url :
        List.of(
            "/api/v1/none",
            "/api/v1/summary?from=yesterday",
            "/api/v1/summary?none=1",
            "/api/v1/summary?from=1&from=2",
            "/api/v1/top/nothing",
            "/api/v1/failures?limit=0",
            "/api/v1/failures?limit=10001",
            "/api/v1/failures?offset=-1",
            "/api/v1/failures?name=a..b",
            "/api/v1/failures?rcode=x",
            "/api/v1/failures?qtype=x",
            "/api/v1/failures?format=xml",
            "/api/v1/rates?by=name",
            "/api/v1/rates?from=2000-01-01&step=60",
            "/api/v1/pdns",
            "/api/v1/pdns?name=a&ip=192.0.2.1",
            "/api/v1/findings?state=ajar",
            "/api/v1/findings/0123456789abcdef",
            "/api/v1/findings/1",
            "/api/v1/channels/ch999/download",
            "/api/v1/channels/ch221/download?format=xml",
            "/api/v1/names/a%00b")) {
      HttpResponse<String> answer = served.get(url);
      assertThat(answer.statusCode()).as(url).isIn(400, 404);
      assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
      JsonObject problem = JsonParser.parseString(answer.body()).getAsJsonObject();
      JsonObject schemas =
          description.root.getAsJsonObject("components").getAsJsonObject("schemas");
      assertThat(description.faults(problem, schemas.get("Problem"), url)).isEmpty();
      assertThat(problem.get("status").getAsInt()).isEqualTo(answer.statusCode());
    }
  }

  @Test
  void sumsAreThoseOfTheFailures() throws Exception {
    JsonObject summary =
        JsonParser.parseString(served.get("/api/v1/summary").body()).getAsJsonObject();
    long failures = summary.get("failures").getAsLong();
    assertThat(failures).isPositive();
    for (String list : List.of("rcodes", "causes", "scopes")) {
      long sum = 0;
      for (JsonElement each : summary.getAsJsonArray(list)) {
        sum += each.getAsJsonObject().get("count").getAsLong();
      }
      assertThat(sum).as(list).isEqualTo(failures);
    }
    long counted = 0;
    String all = "/api/v1/failures?limit=10000";
    for (JsonElement each :
        JsonParser.parseString(served.get(all).body()).getAsJsonObject().getAsJsonArray("items")) {
      counted += each.getAsJsonObject().get("count").getAsLong();
    }
    assertThat(counted).isEqualTo(failures);
  }

  @Test
  void pagesAddUpToTheWholeInJsonAndCsv() throws Exception {
    StringBuilder pages = new StringBuilder();
    String url = "/api/v1/top/servers?format=csv";
    String whole = served.get(url + "&limit=40").body();
    for (int offset = 0; offset < 40; offset += 10) {
      String page = served.get(url + "&limit=10&offset=" + offset).body();
      pages.append(offset == 0 ? page : page.substring(page.indexOf('\n') + 1));
    }
    assertThat(pages.toString()).isEqualTo(whole).hasLineCount(41);
  }

  @Test
  void saysThatNothingHasChanged() throws Exception {
    HttpResponse<String> answer = served.get("/api/v1/summary");
    String tag = answer.headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> again = served.get("/api/v1/summary", "If-None-Match", tag);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(served.get("/api/v1/summary?from=-60").headers().firstValue("ETag")).isEmpty();
    assertThat(served.get("/api/v1/top/none").headers().firstValue("ETag")).isEmpty();
  }

  @Test
  void downloadsTheRecordsOfATime() throws Exception {
    String url = "/api/v1/channels/ch221/download?format=json";
    String all = served.get(url).body();
    String part = served.get(url + "&from=1795494180&to=1795494190").body();
    assertThat(all.lines().count()).isGreaterThan(2_000);
    List<String> expected =
        all.lines()
            .filter(line -> line.compareTo("{\"time\":\"2026-11-24 04:23:00") >= 0)
            .filter(line -> line.compareTo("{\"time\":\"2026-11-24 04:23:10") < 0)
            .toList();
    assertThat(part.lines()).isNotEmpty().containsExactlyElementsOf(expected);
  }

  @Test
  void marksAFinding() throws Exception {
    String url = "/api/v1/findings/0123456789abcdef/mark";
    String json = "application/json";
    assertThat(served.post(url, "{\"mark\":\"muted\"}", "Content-Type", json).statusCode())
        .isEqualTo(204);
    assertThat(served.post(url, "{\"mark\":\"x\"}", "Content-Type", json).statusCode())
        .isEqualTo(400);
    assertThat(served.post(url, "[", "Content-Type", json).statusCode()).isEqualTo(400);
  }
}
