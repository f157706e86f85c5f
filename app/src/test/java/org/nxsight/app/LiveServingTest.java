package org.nxsight.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nxsight.analysis.findings.FindingKind;

/** One run over the sample that serves, with subscribers who came before the first packet. */
class LiveServingTest {
  private static final Path SAMPLE = Path.of("../samples/first-light.pcap");
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final Map<String, CompletableFuture<byte[]>> STREAMS = new TreeMap<>();

  @TempDir static Path directory = Path.of(".");

  private static @Nullable Process started;
  private static URI base = URI.create("http://127.0.0.1");
  private static JsonObject summary = new JsonObject();
  private static String metrics = "";
  private static String now = "";

  @BeforeAll
  static void runOverTheSample() throws Exception {
    Path errors = directory.resolve("errors");
    Path out = directory.resolve("summary");
    List<String> words =
        Program.command(
            "run",
            "-",
            "--serve",
            "--listen",
            "127.0.0.1:0",
            "--summary",
            "json",
            "--answers",
            "-o",
            directory.resolve("out").toString());
    Process run =
        new ProcessBuilder(words)
            .redirectOutput(out.toFile())
            .redirectError(errors.toFile())
            .start();
    started = run;
    base = URI.create(listening(errors));
    subscribe("all", "/api/v1/channels/ch221/live", "text/event-stream");
    subscribe("lines", "/api/v1/channels/ch220/live", "application/x-ndjson");
    subscribe("nmsg", "/api/v1/channels/ch221/live", "application/x-nmsg");
    subscribe("rrsets", "/api/v1/channels/ch204/live", "*/*");
    subscribe("watched", "/api/v1/channels/ch221/live?watch=dns=*.com&watch=qtype=AAAA", "*/*");
    subscribe("typos", "/api/v1/channels/ch221/live?watch=cause=TYPO", "*/*");
    try (OutputStream in = run.getOutputStream()) {
      Files.copy(SAMPLE, in);
    }
    Background.waitUntil(
        "all is read", () -> Files.readString(errors).contains("all has been read"));
    summary = JsonParser.parseString(Files.readString(out)).getAsJsonObject();
    metrics = text("/metrics");
    Background.waitUntil(
        "a second after the end was told",
        () -> {
          now = text("/api/v1/now");
          return JsonParser.parseString(now).getAsJsonObject().get("packets").getAsLong() > 0;
        });
  }

  private static String listening(Path errors) throws Exception {
    Pattern address = Pattern.compile("listening on (http://\\S+)");
    Background.waitUntil("it listens", () -> address.matcher(Files.readString(errors)).find());
    Matcher found = address.matcher(Files.readString(errors));
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  /** Returns once the stream has begun. */
  private static void subscribe(String name, String path, String accept) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve(path)).header("Accept", accept).build();
    HttpResponse<InputStream> response =
        CLIENT.send(request, HttpResponse.BodyHandlers.ofInputStream());
    assertThat(response.statusCode()).isEqualTo(200);
    STREAMS.put(name, CompletableFuture.supplyAsync(() -> all(response.body())));
  }

  private static byte[] all(InputStream in) {
    try (in) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(base.resolve(path)).build();
    return CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  private static int status(String path, String accept) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve(path)).header("Accept", accept).build();
    HttpResponse<String> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() >= 400) {
      assertThat(JsonParser.parseString(response.body()).getAsJsonObject().has("detail")).isTrue();
    }
    return response.statusCode();
  }

  @AfterAll
  static void endsWellByASignal() throws Exception {
    Process run = Objects.requireNonNull(started);
    run.destroy();
    assertThat(run.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(run.exitValue()).isZero();
  }

  private static String stream(String name) throws Exception {
    return new String(octets(name), StandardCharsets.UTF_8);
  }

  private static byte[] octets(String name) throws Exception {
    CompletableFuture<byte[]> stream = STREAMS.get(name);
    assertThat(stream).isNotNull();
    return stream.get(60, TimeUnit.SECONDS);
  }

  private static List<String> file(String channel) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("show", "--format", "json"));
    try (Stream<Path> files = Files.list(directory.resolve("out/channels").resolve(channel))) {
      files.map(Path::toString).sorted().forEach(arguments::add);
    }
    return show(arguments);
  }

  private static List<String> show(List<String> arguments) throws Exception {
    return Program.alone(arguments.toArray(String[]::new)).out().lines().toList();
  }

  /** The lines of a stream but the empty ones, which say that it lives. */
  private static List<String> lines(String name) throws Exception {
    return stream(name).lines().filter(line -> !line.isEmpty()).toList();
  }

  @Test
  void streamsTheRecordsOfTheChannelsFileAsEvents() throws Exception {
    List<String> data = new ArrayList<>();
    for (String event : stream("all").split("\n\n", -1)) {
      if (!event.isEmpty() && !event.equals(":")) {
        assertThat(event).startsWith("event: record\ndata: ").hasLineCount(2);
        data.add(event.substring("event: record\ndata: ".length()));
      }
    }
    assertThat(data).isNotEmpty().isEqualTo(file("ch221"));
  }

  @Test
  void streamsThemAsLines() throws Exception {
    assertThat(lines("lines")).isNotEmpty().containsExactlyElementsOf(file("ch220"));
    assertThat(lines("rrsets")).isNotEmpty().containsExactlyElementsOf(file("ch204"));
  }

  @Test
  void streamsThemAsNmsg() throws Exception {
    Path copy = Files.write(directory.resolve("copy.nmsg"), octets("nmsg"));
    assertThat(show(List.of("show", "--format", "json", copy.toString()))).isEqualTo(file("ch221"));
  }

  @Test
  void streamsWhatIsWatched() throws Exception {
    List<String> wanted =
        file("ch221").stream()
            .filter(line -> {
              JsonObject message =
                  JsonParser.parseString(line).getAsJsonObject().getAsJsonObject("message");
              String qname = message.get("qname").getAsString().toLowerCase(Locale.ROOT);
              return message.get("qtype").getAsString().equals("AAAA")
                  || qname.endsWith(".com.")
                  || qname.equals("com.");
            })
            .toList();
    assertThat(wanted).isNotEmpty().hasSizeLessThan(file("ch221").size());
    assertThat(lines("watched")).containsExactlyElementsOf(wanted);
  }

  @Test
  void streamsOnlyOneCause() throws Exception {
    JsonElement typos = summary.getAsJsonObject("causes").get("TYPO");
    assertThat((long) lines("typos").size()).isPositive().isEqualTo(typos.getAsLong());
  }

  @Test
  void countsInMetricsWhatTheSummaryCounts() {
    assertThat(metric("nxsight_packets_total")).isEqualTo(number("accounting", "packets"));
    assertThat(metric("nxsight_dns_messages_total"))
        .isEqualTo(number("accounting", "dns_messages"));
    assertThat(metric("nxsight_exchanges_total{outcome=\"answered\"}"))
        .isEqualTo(number("exchanges", "answered"));
    assertThat(metric("nxsight_exchanges_total{outcome=\"unanswered\"}"))
        .isEqualTo(number("exchanges", "unanswered"));
    assertThat(metric("nxsight_channel_records_total{channel=\"errors\"}"))
        .isEqualTo(number("channels", "errors"));
    compare(
        "nxsight_left_out_packets_total",
        "reason",
        summary.getAsJsonObject("accounting").getAsJsonObject("left_out"));
    compare("nxsight_responses_total", "rcode", named(summary.getAsJsonObject("rcodes")));
    compare("nxsight_failures_total", "cause", summary.getAsJsonObject("causes"));
    for (FindingKind kind : FindingKind.values()) {
      JsonElement opened = summary.getAsJsonObject("findings").get(kind.name());
      assertThat(metric("nxsight_findings_opened_total{kind=\"" + kind + "\"}"))
          .isEqualTo(opened == null ? 0 : opened.getAsDouble());
      JsonElement leftOut = summary.getAsJsonObject("findings_left_out").get(kind.name());
      assertThat(metric("nxsight_findings_left_out_total{kind=\"" + kind + "\"}"))
          .isEqualTo(leftOut == null ? 0 : leftOut.getAsDouble());
    }
    assertThat(metric("nxsight_live_lost_total{channel=\"ch221\"}")).isZero();
    assertThat(metric("nxsight_store_files{dataset=\"failures\"}")).isPositive();
  }

  /** With those that have no name under one. */
  private static JsonObject named(JsonObject rcodes) {
    JsonObject named = new JsonObject();
    long other = 0;
    for (Map.Entry<String, JsonElement> each : rcodes.entrySet()) {
      if (each.getKey().startsWith("RCODE")) {
        other += each.getValue().getAsLong();
      } else {
        named.add(each.getKey(), each.getValue());
      }
    }
    if (other > 0) {
      named.addProperty("other", other);
    }
    return named;
  }

  private static void compare(String name, String label, JsonObject expected) {
    for (Map.Entry<String, JsonElement> each : expected.entrySet()) {
      assertThat(metric(name + "{" + label + "=\"" + each.getKey() + "\"}"))
          .as(name + " " + each.getKey())
          .isEqualTo(each.getValue().getAsDouble());
    }
    assertThat(metrics.lines().filter(line -> line.startsWith(name + "{")).count())
        .as(name)
        .isEqualTo(expected.size());
  }

  private static double metric(String name) {
    return metrics
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
        .findFirst()
        .orElse(Double.NaN);
  }

  private static double number(String object, String member) {
    return summary.getAsJsonObject(object).get(member).getAsDouble();
  }

  @Test
  void tellsItsState() {
    JsonObject state = JsonParser.parseString(now).getAsJsonObject();
    assertThat(state.get("packets").getAsDouble()).isEqualTo(number("accounting", "packets"));
    assertThat(
            state.getAsJsonArray("inputs").get(0).getAsJsonObject().get("messages").getAsDouble())
        .isEqualTo(number("accounting", "packets"));
  }

  @Test
  void goesOnTellingTheCutsOfARunThatIsOver() {
    assertThat(JsonParser.parseString(now).getAsJsonObject().getAsJsonArray("top_cuts"))
        .isNotEmpty();
  }

  @Test
  void refusesWhatIsNoStream() throws Exception {
    assertThat(status("/api/v1/channels/ch999/live", "*/*")).isEqualTo(404);
    assertThat(status("/api/v1/channels/ch221/live?watch=nonsense", "*/*")).isEqualTo(400);
    assertThat(status("/api/v1/channels/ch221/live?sample=2", "*/*")).isEqualTo(400);
    assertThat(status("/api/v1/channels/ch221/live?rate=x", "*/*")).isEqualTo(400);
    assertThat(status("/api/v1/channels/ch204/live?watch=rcode=2", "*/*")).isEqualTo(400);
    assertThat(status("/api/v1/channels/ch221/live", "text/html")).isEqualTo(406);
    assertThat(status("/api/v1/channels/findings/live", "application/x-nmsg")).isEqualTo(406);
    assertThat(status("/health", "*/*")).isEqualTo(200);
    assertThat(status("/ready", "*/*")).isEqualTo(200);
  }

  @Test
  void namesOnlyMetricsThatExistInTheDashboardAndItsPage() throws Exception {
    Pattern name = Pattern.compile("\\b(?:nxsight|jvm|process)_[a-z_]+");
    for (String page : List.of("../docs/grafana.json", "../docs/metrics.md")) {
      Matcher named = name.matcher(Files.readString(Path.of(page)));
      int found = 0;
      while (named.find()) {
        assertThat(metrics).as(page).contains(named.group());
        found++;
      }
      assertThat(found).as(page).isPositive();
    }
  }
}
