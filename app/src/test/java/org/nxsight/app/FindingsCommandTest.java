package org.nxsight.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nxsight.analysis.findings.Finding;
import org.nxsight.analysis.findings.FindingKind;
import org.nxsight.analysis.findings.Setting;
import org.nxsight.analysis.findings.SettingUnit;

/** Findings from a capture to a person: the whole program. */
class FindingsCommandTest {
  private static final String WPAD = Finding.id(FindingKind.NAME_LEAK, "nobody-has-this.com.");

  @TempDir private Path directory = Path.of(".");

  private Path capture(int startSeconds, int count) throws IOException {
    Path file = directory.resolve("capture" + startSeconds + ".pcap");
    List<String> qnames = Collections.nCopies(count, "wpad.nobody-has-this.com.");
    return Files.write(file, CaptureWriting.denials(startSeconds, 10, "com.", qnames));
  }

  private Program.Outcome run(Path capture, String... more) throws Exception {
    String[] words = {"run", capture.toString(), "-o", out().toString(), "--summary", "json"};
    return Program.alone(Stream.concat(Stream.of(words), Stream.of(more)).toArray(String[]::new));
  }

  private Path out() {
    return directory.resolve("out");
  }

  @Test
  void listsShowsAcknowledgesAndMutes() throws Exception {
    assertThat(run(capture(0, 40)).out()).contains("\"findings\":{\"NAME_LEAK\":1}");

    Program.Outcome list = Asked.of(out(), "findings");
    assertThat(list.status()).isZero();
    assertThat(list.out())
        .startsWith(WPAD + "  high      NAME_LEAK  nobody-has-this.com.\n")
        .contains("2026-11-24 04:00:00 .. 2026-11-24 04:06:30")
        .contains("Nobody has registered it");
    assertThat(Asked.of(out(), "findings", "--severity", "critical").out()).isEmpty();
    assertThat(Asked.of(out(), "findings", "--subject", "*.com", "--json").out())
        .contains("\"count\":40,", "\"evidence\":{\"wpad\":40,")
        .hasLineCount(1);
    assertThat(Asked.of(out(), "findings", "--csv").out())
        .startsWith("id,kind,subject,")
        .hasLineCount(2);
    assertThat(Asked.of(out(), "findings", WPAD).out())
        .contains("wpad                 40", "examples             wpad.nobody-has-this.com.")
        .contains("as it came about");

    assertThat(Asked.of(out(), "findings", "--fail").status()).isEqualTo(3);
    assertThat(Asked.of(out(), "findings", "--ack", WPAD).status()).isZero();
    assertThat(Asked.of(out(), "findings", "--fail").status()).isZero();
    assertThat(Asked.of(out(), "findings").out()).contains("  acknowledged\n");
    Asked.of(out(), "findings", "--mute", WPAD);
    assertThat(Asked.of(out(), "findings").out()).isEmpty();
    assertThat(Asked.of(out(), "findings", "--muted").out()).contains(WPAD);
    Asked.of(out(), "findings", "--unmark", WPAD);
    assertThat(Asked.of(out(), "findings").out()).contains(WPAD);
  }

  @Test
  void makesNoFindingsOfKindsThatAreTurnedOff() throws Exception {
    assertThat(run(capture(0, 40), "--without-finding", "SPIKE,NAME_LEAK").out())
        .contains("\"findings\":{}");
    Path config = Files.writeString(directory.resolve("config"), "without-finding: [NAME_LEAK]\n");
    assertThat(run(capture(400, 40), "--config", config.toString()).out())
        .contains("\"findings\":{}");
    assertThat(run(capture(800, 40)).out()).contains("\"findings\":{\"NAME_LEAK\":1}");
    Program.Outcome unknown = run(capture(0, 1), "--without-finding", "NAME_LEAKS");
    assertThat(unknown.status()).isEqualTo(2);
    assertThat(unknown.err()).contains("NAME_LEAKS").doesNotContain("\tat ");
  }

  @Test
  void tellsFromAnotherNumberOnWhenASettingIsTuned() throws Exception {
    assertThat(run(capture(0, 40), "--tune", "NAME_LEAK.questions=41").out())
        .contains("\"findings\":{}");
    Path config =
        Files.writeString(directory.resolve("config"), "tune:\n  NAME_LEAK.questions: 85\n");
    assertThat(run(capture(400, 40), "--config", config.toString()).out())
        .contains("\"findings\":{}");
    assertThat(run(capture(800, 4), "--tune", "name_leak.questions=84").out())
        .contains("\"findings\":{\"NAME_LEAK\":1}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "SPIKE.failure=3 | there is no setting SPIKE.failure; did you mean SPIKE.failures?",
        "SPIKES=3        | there is no setting SPIKES; 'nxsight findings --kinds' lists them",
        "SPIKE.failures  | 'SPIKE.failures' has no value: SPIKE.failures=200 would do",
        "SPIKE.failures= | SPIKE.failures is '', and a whole number from 1 to 1000000 is expected",
        "BIRTH.minutes=x | BIRTH.minutes is 'x', and a number from 0 to 44640 is expected",
        "SPIKE.times=0   | SPIKE.times is '0', and a number from 1 to 1000 is expected"
      })
  void saysInOneLineWhichSettingOrValueCannotBe(String tuned, String complaint) throws Exception {
    Program.Outcome outcome = run(capture(0, 1), "--tune", tuned);
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err().lines().findFirst().orElse("")).endsWith(complaint);
    assertThat(outcome.err()).doesNotContain("\tat ");
  }

  @Test
  void listsAllKindsWithTheirSettingsAsThePageDoes() throws Exception {
    String listed = Asked.of(out(), "findings", "--kinds").out();
    String page = Files.readString(Path.of("../docs/findings.md"));
    assertThat(FindingKind.values())
        .allSatisfy(kind -> assertThat(listed).contains(kind + ": " + kind.sentence()));
    assertThat(Setting.values())
        .allSatisfy(setting -> {
          assertThat(listed).contains("    " + setting.text() + " ");
          assertThat(page)
              .contains(
                  "| `%s` | %s |".formatted(setting.text(), SettingUnit.number(setting.usual())));
        });
  }

  @Test
  void goesOnWhereTheLastRunEnded() throws Exception {
    run(capture(0, 10));
    assertThat(Asked.of(out(), "findings").out()).isEmpty();
    run(capture(110, 15));
    assertThat(Asked.of(out(), "findings", "--json").out()).contains("\"count\":25,");
    assertThat(out().resolve("channels/findings")).isDirectoryContaining("glob:**.json");
  }

  @Test
  void saysInOneLineWhatIsWrong() throws Exception {
    run(capture(0, 40));
    Program.Outcome none = Asked.of(out(), "findings", "0123456789abcdef");
    assertThat(none.status()).isEqualTo(2);
    assertThat(none.err()).contains("there is no finding 0123456789abcdef");
    assertThat(Asked.of(out(), "findings", "--ack", "x").err())
        .contains("'x' is no id of a finding: 16 hexadecimal digits are");
    Files.writeString(out().resolve("findings.state"), "rubbish");
    Program.Outcome again = run(capture(400, 40));
    assertThat(again.status()).isZero();
    assertThat(again.err()).contains("findings begin anew").doesNotContain("\tat ");
    Program.Outcome url = run(capture(0, 1), "--notify", "ftp://example.com/");
    assertThat(url.status()).isEqualTo(2);
    assertThat(url.err()).contains("'ftp://example.com/' is no URL such as");
  }

  @Test
  void postsFindingsSignedAndTriesAgain() throws Exception {
    byte[] key = new byte[32];
    key[3] = 7;
    Path keyFile = Files.write(directory.resolve("key"), key);
    BlockingQueue<String> posted = new LinkedBlockingQueue<>();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/hook",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          posted.add(exchange.getRequestHeaders().getFirst("X-Nxsight-Signature") + " " + body);
          exchange.sendResponseHeaders(posted.size() == 1 ? 503 : 204, -1);
          exchange.close();
        });
    server.start();
    try {
      String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
      Program.Outcome outcome =
          run(capture(0, 40), "--notify", url, "--notify-key", keyFile.toString());
      assertThat(outcome.status()).isZero();
      assertThat(outcome.err()).contains("findings to 127.0.0.1");
      String refused = String.valueOf(posted.poll(10, TimeUnit.SECONDS));
      assertThat(posted.poll(10, TimeUnit.SECONDS)).isEqualTo(refused);
      Matcher matcher = Pattern.compile("sha256=([0-9a-f]{64}) (\\{.*})").matcher(refused);
      assertThat(matcher.matches()).isTrue();
      assertThat(matcher.group(2)).contains("\"kind\":\"NAME_LEAK\"", "\"state\":\"open\"");
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      byte[] expected = mac.doFinal(matcher.group(2).getBytes(StandardCharsets.UTF_8));
      assertThat(matcher.group(1)).isEqualTo(HexFormat.of().formatHex(expected));
    } finally {
      server.stop(0);
    }
  }

  @Test
  void sendsFindingsBySyslog() throws Exception {
    try (DatagramSocket socket = new DatagramSocket(0, InetAddress.ofLiteral("127.0.0.1"))) {
      socket.setSoTimeout(10_000);
      run(capture(0, 40), "--syslog", "udp:127.0.0.1/" + socket.getLocalPort());
      DatagramPacket packet = new DatagramPacket(new byte[4096], 4096);
      socket.receive(packet);
      String message =
          new String(packet.getData(), 0, packet.getLength(), StandardCharsets.US_ASCII);
      assertThat(message)
          .startsWith("<131>1 2026-11-24T04:")
          .contains(" nxsight ", " NAME_LEAK [finding@32473 id=\"" + WPAD + "\"")
          .contains("subject=\"nobody-has-this.com.\" severity=\"high\" state=\"open\"");
    }
  }
}
