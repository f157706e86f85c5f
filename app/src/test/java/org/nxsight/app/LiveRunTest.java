package org.nxsight.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Captures from interfaces of the lab, where dnsperf asks real resolvers and these ask real
 * servers. Needs root and the lab's packages.
 */
@EnabledIfSystemProperty(named = "nxsight.lab", matches = "true")
class LiveRunTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final String RESOLVER = "nxlab-resolver";
  private static final int QUERIES = 1_000;

  @TempDir private Path directory = Path.of(".");

  private int names;

  @BeforeAll
  static void startTheWorld() throws Exception {
    run(ROOT.resolve("lab/up").toString());
  }

  @AfterAll
  static void endTheWorld() throws Exception {
    run(ROOT.resolve("lab/down").toString());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void countsWhatTcpdumpCaptures(int rings) throws Exception {
    Path capture = directory.resolve("wire.pcap");
    Background tcpdump =
        inResolver(
            "tcpdump",
            "-U",
            "--immediate-mode",
            "-i",
            "wire",
            "-B",
            "32768",
            "-w",
            capture.toString());
    tcpdump.waitFor("listening on wire");
    Background live = live("out", "-i", "wire", "--rings", Integer.toString(rings));

    ask(QUERIES);
    String printed = live.end("TERM", 0);
    SummaryReading summary = SummaryReading.of(printed);
    long messages = messagesOf(summary);
    waitUntil(() -> messagesOf(read(capture)) >= messages);
    tcpdump.end("INT", 0);

    summary.assertThatItAddsUp();
    SummaryReading recorded = read(capture);
    assertThat(summary.number("exchanges", "answered")).isGreaterThanOrEqualTo(QUERIES);
    assertThat(messages).isEqualTo(messagesOf(recorded));
    assertThat(summary.numbers("exchanges")).isEqualTo(recorded.numbers("exchanges"));
    assertThat(summary.numbers("rcodes")).isEqualTo(recorded.numbers("rcodes"));
    assertThat(summary.numbers("channels")).isEqualTo(recorded.numbers("channels"));
    assertThat(summary.number("accounting", "kernel_drops")).isZero();
  }

  @Test
  void capturesFromAllInterfacesAtOnce() throws Exception {
    Background live = live("out", "-i", "any");
    ask(50);
    SummaryReading summary = SummaryReading.of(live.end("INT", 0));
    // Each question passes `client` and, as nothing is known yet, `wire`.
    assertThat(summary.number("exchanges", "answered")).isGreaterThanOrEqualTo(100);
    assertThat(summary.number("exchanges", "repeated_queries")).isZero();
  }

  @Test
  void takesOneOfTheTwoCopiesOnLoopback() throws Exception {
    Background live = live("out", "-i", "lo");
    Background nobody =
        inResolver("dig", "+tries=1", "+time=1", "-p", "53", "@127.0.0.9", "nobody.test");
    nobody.waitForEnd();
    SummaryReading summary = SummaryReading.of(live.end("TERM", 0));
    assertThat(summary.number("accounting", "dns_messages")).isEqualTo(1);
  }

  @Test
  void livesThroughAnInterfaceThatGoesDownVanishesAndComesBack() throws Exception {
    addGhost();
    Background live = live("out", "-i", "ghost");

    inNamespace("link", "set", "ghost", "down");
    live.waitFor("ghost: is down");
    inNamespace("link", "set", "ghost", "up");
    live.waitFor("ghost: is up again");
    inNamespace("link", "delete", "ghost");
    live.waitFor("ghost: is gone");
    addGhost();
    live.waitFor("is up again\n", 2);
    inNamespace("address", "add", "192.0.2.201/30", "dev", "ghost-peer");
    inNamespace(
        "neighbour", "add", "192.0.2.202", "lladdr", "02:00:00:00:00:01", "dev", "ghost-peer");
    inResolver("dig", "+tries=1", "+time=1", "@192.0.2.202", "nobody.test").waitForEnd();

    SummaryReading summary = SummaryReading.of(live.end("TERM", 0));
    inNamespace("link", "delete", "ghost");
    assertThat(summary.number("exchanges", "unanswered")).isEqualTo(1);
  }

  @Test
  void completesTheFilesOfALiveRunThatWasKilled() throws Exception {
    Background live = live("out", "-i", "wire", "--publish", "ch221=udp:127.0.0.1/9");
    ask(200);
    Path channel = directory.resolve("out/channels/ch221");
    waitUntil(() -> Files.exists(channel) && list(channel).stream().anyMatch(LiveRunTest::isPart));
    live.end("KILL", 137);

    Background next = live("out", "-i", "wire");
    next.waitFor("completed 2 unfinished files");
    next.end("TERM", 0);
    assertThat(list(channel)).hasSize(1).noneMatch(LiveRunTest::isPart);
    String shown =
        Program.alone(
                "show", "--format", "json", channel.resolve(list(channel).getFirst()).toString())
            .out();
    assertThat(shown.lines().count()).isGreaterThan(100);
  }

  @Test
  void saysInOneLineThatItLacksTheCapability() throws Exception {
    List<String> words =
        new ArrayList<>(List.of("setpriv", "--bounding-set=-net_raw", "--inh-caps=-net_raw"));
    words.addAll(Program.command("run", "-i", "lo", "-o", out("out")));
    Background refused = new Background(words);
    refused.waitForEnd();
    assertThat(refused.status()).isEqualTo(Complaint.UNUSABLE);
    assertThat(refused.errors()).hasLineCount(1).contains("lo: live capture needs CAP_NET_RAW");
    assertThat(directory.resolve("out")).doesNotExist();
  }

  @Test
  void namesTheInterfacesThereAre() throws Exception {
    Background refused = new Background(Program.command("run", "-i", "lol", "-o", out("out")));
    refused.waitForEnd();
    assertThat(refused.status()).isEqualTo(Complaint.UNUSABLE);
    assertThat(refused.errors()).hasLineCount(1).contains("lol: no such interface", "lo");
  }

  /** What is in a capture, which may still be written. */
  private SummaryReading read(Path capture) throws Exception {
    return SummaryReading.of(
        Program.alone("run", capture.toString(), "-o", out("files"), "--summary", "json").out());
  }

  private static long messagesOf(SummaryReading summary) {
    return summary.number("accounting", "dns_messages");
  }

  /** Asks for names that nobody has asked for before, and waits for all answers. */
  private void ask(int queries) throws Exception {
    Path list = directory.resolve("queries" + names++);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < queries; i++) {
      lines.add("n%d-%d-%d.never-there-%d.com A".formatted(names, i, System.nanoTime(), i));
    }
    Files.write(list, lines);
    run("dnsperf", "-s", "198.18.0.53", "-d", list.toString(), "-Q", "1000", "-n", "1");
  }

  private String out(String name) {
    return directory.resolve(name).toString();
  }

  private Background live(String out, String... options) throws Exception {
    List<String> words = new ArrayList<>(List.of("ip", "netns", "exec", RESOLVER));
    words.addAll(Program.command("run", "--summary", "json", "-o", out(out)));
    words.addAll(List.of(options));
    Background live = new Background(words);
    live.waitFor("capturing from");
    return live;
  }

  private Background inResolver(String... command) throws Exception {
    List<String> words = new ArrayList<>(List.of("ip", "netns", "exec", RESOLVER));
    words.addAll(List.of(command));
    return new Background(words);
  }

  private static void addGhost() throws Exception {
    inNamespace("link", "add", "ghost", "type", "veth", "peer", "name", "ghost-peer");
    inNamespace("link", "set", "ghost", "up");
    inNamespace("link", "set", "ghost-peer", "up");
  }

  private static void inNamespace(String... words) throws Exception {
    run(Stream.concat(Stream.of("ip", "-n", RESOLVER), Stream.of(words)).toArray(String[]::new));
  }

  private static void run(String... command) throws Exception {
    Background.run(List.of(command));
  }

  private static List<String> list(Path channel) throws IOException {
    try (Stream<Path> entries = Files.list(channel)) {
      return entries.map(entry -> entry.getFileName().toString()).toList();
    }
  }

  private static boolean isPart(String name) {
    return name.endsWith(".part");
  }

  private static void waitUntil(Condition condition) throws Exception {
    Background.waitUntil("the condition holds", condition);
  }
}
