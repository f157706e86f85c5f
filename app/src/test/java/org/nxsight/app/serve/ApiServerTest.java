package org.nxsight.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nxsight.store.Dataset;
import org.nxsight.store.pdns.PdnsLimits;
import org.nxsight.store.pdns.StoreFiles;

class ApiServerTest {
  private static final String KEY = "0123456789abcdef0123456789abcdef";
  private static final String RRSET = "/dnsdb/v2/lookup/rrset/name/";

  @TempDir private Path directory = Path.of(".");
  private Served served;

  ApiServerTest() throws Exception {
    served = new Served(filesOf(List.of()), null, Served.limits());
  }

  @BeforeEach
  void start() throws Exception {
    served.close();
    served = new Served(new KnownStore(directory), null, Served.limits());
  }

  @AfterEach
  void stop() {
    served.close();
  }

  @Test
  void framesAnAnswer() throws Exception {
    HttpResponse<String> answer = served.get(RRSET + "example.com/MX");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/x-ndjson");
    assertThat(answer.body())
        .isEqualTo(
            """
            {"cond":"begin"}
            {"obj":{"count":4,"time_first":1200,"time_last":1300,"rrname":"example.com.",\
            "rrtype":"MX","bailiwick":"example.com.","rdata":["10 mail.example.com."]}}
            {"cond":"succeeded"}
            """);
  }

  @Test
  void answersWithNoLineBetweenWhenThereIsNothing() throws Exception {
    assertThat(served.get(RRSET + "nothing.example").body())
        .isEqualTo("{\"cond\":\"begin\"}\n{\"cond\":\"succeeded\"}\n");
  }

  @Test
  void saysLimitedOnlyWhenThereIsMore() throws Exception {
    assertThat(served.get(RRSET + "example.com/A?limit=1").body())
        .endsWith("{\"cond\":\"limited\",\"msg\":\"Result limit reached\"}\n")
        .hasLineCount(3);
    assertThat(served.get(RRSET + "example.com/A?limit=2").body())
        .endsWith("{\"cond\":\"succeeded\"}\n")
        .hasLineCount(4);
  }

  @Test
  void goesOnWithAnOffsetWhereALimitEnded() throws Exception {
    String all = lines(served.get(RRSET + "*.com").body());
    StringBuilder pages = new StringBuilder();
    for (int offset = 0; offset < 12; offset += 3) {
      pages.append(lines(served.get(RRSET + "*.com?limit=3&offset=" + offset).body()));
    }
    assertThat(pages.toString()).isEqualTo(all);
    assertThat(all.lines().count()).isEqualTo(10);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lookup/rrset/name/%00",
        "lookup/rrset/name/a..b",
        "lookup/rrset/name/a%5C",
        "lookup/rrset/name/a%5C999",
        "lookup/rrset/name/",
        "lookup/rrset/name",
        "lookup/rrset/name/example.com/NOTYPE",
        "lookup/rrset/name/example.com/A%27;DROP%20TABLE%20x",
        "lookup/rrset/name/example.com/A/com/more",
        "lookup/rrset/name/example.com?limit=-1",
        "lookup/rrset/name/example.com?limit=1;DROP",
        "lookup/rrset/name/example.com?limit=1&limit=2",
        "lookup/rrset/name/example.com?time_first_after=yesterday",
        "lookup/rrset/name/example.com?time_first_befor=1",
        "lookup/rrset/name/example.com?max_count=1",
        "lookup/rrset/name/example.com?aggr=maybe",
        "lookup/rrset/raw/0",
        "lookup/rrset/raw/zz",
        "lookup/rrset/raw/05",
        "lookup/rrset/what/x",
        "lookup/rdata/ip/300.1.1.1",
        "lookup/rdata/ip/1.2.3",
        "lookup/rdata/ip/192.0.2.0,33",
        "lookup/rdata/ip/192.0.2.9-192.0.2.1",
        "lookup/rdata/ip/192.0.2.9-::1",
        "lookup/rdata/ip/fe80::1%25eth0",
        "lookup/rdata/ip/localhost",
        "summarize/rrset/name/example.com?offset=1"
      })
  void refusesWhatIsNoQuestionInOneLine(String path) throws Exception {
    HttpResponse<String> answer = served.get("/dnsdb/v2/" + path);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).startsWith("Error: ").endsWith("\n").hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "example.com'%20OR%20'1'='1",
        "%27;DROP%20TABLE%20pdns;--",
        "%22%5C%22$1?",
        "read_parquet('x')",
        "a%0Ab",
        "%25%25"
      })
  void takesSqlForAName(String name) throws Exception {
    HttpResponse<String> answer = served.get(RRSET + name);
    assertThat(answer.body()).doesNotContain("\"obj\"");
    assertThat(answer.statusCode()).isIn(200, 400);
  }

  @Test
  void tellsThatAnOffsetIsTooLarge() throws Exception {
    assertThat(served.get(RRSET + "example.com?offset=3000001").statusCode()).isEqualTo(416);
  }

  @Test
  void summarizesUpToACount() throws Exception {
    assertThat(served.get("/dnsdb/v2/summarize/rrset/name/example.com/A").body())
        .contains("{\"count\":17,\"num_results\":2,\"time_first\":1000,\"time_last\":2700}")
        .endsWith("{\"cond\":\"succeeded\"}\n");
    assertThat(served.get("/dnsdb/v2/summarize/rrset/name/example.com/A?max_count=15").body())
        .contains("{\"count\":15,\"num_results\":1,\"time_first\":1000,\"time_last\":2500}")
        .endsWith("\"}\n");
  }

  @Test
  void countsNegativeTimesFromNow() throws Exception {
    assertThat(served.get(RRSET + "example.com/A?time_first_after=-400").body())
        .contains("198.51.100.7")
        .doesNotContain("192.0.2.1");
  }

  @Test
  void givesTheSpansOfTimeOneByOneWhenNotAggregated() throws Exception {
    assertThat(lines(served.get(RRSET + "example.com/A?aggr=f").body()).lines()).hasSize(3);
    assertThat(lines(served.get(RRSET + "example.com/A").body()).lines()).hasSize(2);
  }

  @Test
  void answersVersionOneWithoutFrame() throws Exception {
    assertThat(served.get("/lookup/rrset/name/example.com/MX").body())
        .startsWith("{\"count\":4,")
        .hasLineCount(1);
  }

  @Test
  void tellsOthersThanDnsdbqInProblemDetails() throws Exception {
    HttpResponse<String> answer = served.get("/nothing/here");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.body()).contains("\"status\":404").contains("\"detail\":\"nothing is here");
  }

  @Test
  void wantsTheKeyEverywhereWhenThereIsOne() throws Exception {
    ApiKey key = Objects.requireNonNull(ApiKey.of(KEY));
    try (Served locked = new Served(new KnownStore(directory), key, Served.limits())) {
      for (String path : List.of("/dnsdb/v2/ping", RRSET + "example.com", "/", "/nothing")) {
        int refused = path.startsWith("/dnsdb/") ? 403 : 401;
        assertThat(locked.get(path).statusCode()).isEqualTo(refused);
        assertThat(locked.get(path, "X-Api-Key", KEY + "0").statusCode()).isEqualTo(refused);
        assertThat(locked.get(path, "X-Api-Key", "").statusCode()).isEqualTo(refused);
        assertThat(locked.get(path, "X-Api-Key", KEY).statusCode()).isNotEqualTo(refused);
        assertThat(locked.get(path, "Authorization", "Bearer " + KEY).statusCode())
            .isNotEqualTo(refused);
      }
    }
  }

  @Test
  void servesOnlyThisMachinesNamesWithoutAKey() throws Exception {
    assertThat(raw("GET /dnsdb/v2/ping HTTP/1.1\r\nHost: evil.example\r\n"))
        .startsWith("HTTP/1.1 403");
    assertThat(raw("GET /dnsdb/v2/ping HTTP/1.1\r\nHost: localhost:8053\r\n"))
        .startsWith("HTTP/1.1 200");
  }

  @Test
  void refusesWhatIsTooLongOrNoHttp() throws Exception {
    String host = " HTTP/1.1\r\nHost: localhost\r\n";
    assertThat(raw("GET " + RRSET + "a".repeat(300) + host)).startsWith("HTTP/1.1 400");
    assertThat(raw("GET " + RRSET + "a".repeat(20_000) + host)).startsWith("HTTP/1.1 4");
    assertThat(raw("GET /dnsdb/v2/ping" + host + "X: " + "a".repeat(40_000) + "\r\n"))
        .startsWith("HTTP/1.1 4");
    assertThat(raw("GET " + RRSET + "a%zz" + host)).startsWith("HTTP/1.1 400");
    assertThat(raw("POST " + RRSET + "a" + host)).startsWith("HTTP/1.1 405");
    assertThat(raw("nonsense\r\n")).doesNotContain("200");
    assertThat(served.get("/dnsdb/v2/ping").body()).contains("ok");
  }

  @Test
  void tellsThatAFileIsBroken() throws Exception {
    Path broken = directory.resolve("broken.parquet");
    Files.writeString(broken, "this is no parquet");
    try (Served hurt = new Served(filesOf(List.of(broken)), null, Served.limits())) {
      HttpResponse<String> answer = hurt.get(RRSET + "example.com");
      assertThat(answer.body())
          .contains("\"cond\":\"failed\"")
          .contains("the store cannot be read");
      assertThat(answer.body()).hasLineCount(2);
    }
  }

  @Test
  void tellsThatItTookTooLong() throws Exception {
    PdnsLimits short0 = new PdnsLimits(1, 1, 64L << 20, Duration.ofNanos(1));
    try (Served hasty = new Served(new KnownStore(directory), null, short0)) {
      HttpResponse<String> answer = hasty.get(RRSET + "example.com");
      assertThat(answer.statusCode() == 503 || answer.body().contains("\"cond\":\"failed\""))
          .isTrue();
    }
  }

  private static StoreFiles filesOf(List<Path> pdns) {
    return () ->
        new StoreFiles.Held() {
          @Override
          public List<Path> files(Dataset dataset) {
            return dataset == Dataset.PDNS ? pdns : List.of();
          }

          @Override
          public void close() throws IOException {
            // Nothing is held.
          }
        };
  }

  /** The lines with records. */
  private static String lines(String body) {
    StringBuilder lines = new StringBuilder();
    body.lines()
        .filter(line -> line.contains("\"obj\""))
        .forEach(l -> lines.append(l).append('\n'));
    return lines.toString();
  }

  /** What the server says to these octets and an empty line. */
  private String raw(String request) throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), served.server.port())) {
      OutputStream out = socket.getOutputStream();
      out.write((request + "Connection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      InputStream in = socket.getInputStream();
      return new String(in.readNBytes(12), StandardCharsets.ISO_8859_1);
    }
  }
}
