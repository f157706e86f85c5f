package org.nxsight.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Captures from a cable into which tcpreplay puts packets. Needs root and the lab's packages. */
@EnabledIfSystemProperty(named = "nxsight.lab", matches = "true")
class LiveCableTest {
  private static final Path SAMPLE =
      Path.of("../samples/first-light.pcap").toAbsolutePath().normalize();

  @TempDir private Path directory = Path.of(".");

  private final Cable cable;

  LiveCableTest() throws Exception {
    cable = new Cable();
  }

  @AfterEach
  void pullTheCable() throws Exception {
    cable.remove();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void findsOnTheWireWhatTheFileHolds(int rings) throws Exception {
    SummaryReading file =
        SummaryReading.of(
            Program.alone("run", SAMPLE.toString(), "-o", out("file"), "--summary", "json").out());
    Background live = cable.live(directory.resolve("live"), "--rings", Integer.toString(rings));
    cable.replay(SAMPLE, "--multiplier=20");
    SummaryReading summary = SummaryReading.of(live.end("TERM", 0));

    summary.assertThatItAddsUp();
    assertThat(summary.numbers("exchanges")).isEqualTo(file.numbers("exchanges"));
    assertThat(summary.numbers("rcodes")).isEqualTo(file.numbers("rcodes"));
    assertThat(summary.numbers("channels")).isEqualTo(file.numbers("channels"));
    assertThat(summary.leftOut()).isEqualTo(file.leftOut());
    assertThat(file.leftOut()).containsKeys("left_out.tcp_control", "left_out.icmp_unreachable");
    assertThat(file.number("accounting", "dns_packets"))
        .as("there are fragments")
        .isGreaterThan(file.number("accounting", "dns_messages"));
  }

  @Test
  void countsAndReportsWhatTheKernelDrops() throws Exception {
    Background live = cable.live(directory.resolve("out"), "--ring-mib", "1");
    live.freeze();
    cable.replay(SAMPLE, "--mbps=100");
    live.signal("CONT");
    live.waitFor("the kernel dropped");
    SummaryReading summary = SummaryReading.of(live.end("TERM", 0));

    summary.assertThatItAddsUp();
    long drops = summary.number("accounting", "kernel_drops");
    assertThat(drops).isPositive();
    assertThat(drops + summary.number("input", "packets")).isEqualTo(17_543);
  }

  @ParameterizedTest
  @ValueSource(strings = {"TERM", "INT"})
  void endsInGoodOrderInTheMiddleOfTraffic(String signal) throws Exception {
    Path channel = directory.resolve("out/channels/ch220");
    Background live = cable.live(directory.resolve("out"));
    Background traffic = new Background(cable.replaying(SAMPLE, "--mbps=50", "--loop=100"));
    Background.waitUntil("records are written", () -> Files.exists(channel));
    SummaryReading summary = SummaryReading.of(live.end(signal, 0));
    traffic.end("KILL", 137);

    summary.assertThatItAddsUp();
    assertThat(channel).isDirectoryNotContaining("glob:**.part");
    Outcome shown = show(channel);
    assertThat(shown.lines()).isEqualTo(summary.number("channels", "errors"));
    assertThat(shown.errors()).isEmpty();
  }

  @Test
  void seesThroughVlanTagsThatTheKernelTookOutAndThoseItLeft() throws Exception {
    TaggedFrames frames =
        new TaggedFrames()
            .exchange("", 53)
            .exchange("81000007", 53)
            .exchange("88a8006481000007", 53)
            .exchange("91000007", 53);
    Background live = cable.live(directory.resolve("out"));
    cable.replay(frames.write(directory.resolve("frames.pcap")), "--topspeed");
    SummaryReading summary = SummaryReading.of(live.end("TERM", 0));

    assertThat(summary.numbers("exchanges")).isEqualTo(Map.of("answered", 4L));
    assertThat(summary.number("input", "bytes")).isEqualTo(frames.octets());
  }

  @Test
  void asksTheKernelForTheGivenPortsOnly() throws Exception {
    Path capture =
        new TaggedFrames()
            .exchange("", 53)
            .exchange("", 5300)
            .exchange("", 443)
            .exchange("", 8053)
            .write(directory.resolve("frames.pcap"));
    Background live = cable.live(directory.resolve("out"), "--ports", "5300,8053");
    cable.replay(capture, "--topspeed");
    SummaryReading summary = SummaryReading.of(live.end("TERM", 0));

    assertThat(summary.numbers("exchanges")).isEqualTo(Map.of("answered", 2L));
    assertThat(summary.number("input", "packets")).isEqualTo(4);
  }

  @Test
  void looksIntoTunnelsOnlyWhenToldTo() throws Exception {
    String around = "020000000001" + "020000000002" + "0800" + "4500004500010000402f0000";
    String addresses = "0a000001" + "0a000002";
    String query = "4500002d0001000040110000" + addresses + "0fa0003500190000";
    String message = "1234" + "00000001000000000000" + "00" + "00020001";
    Path capture =
        new TaggedFrames()
            .frame(around + addresses + "00000800" + query + message)
            .write(directory.resolve("frames.pcap"));
    for (int tunnels = 0; tunnels <= 1; tunnels++) {
      Path out = directory.resolve("out" + tunnels);
      Background live = tunnels == 0 ? cable.live(out) : cable.live(out, "--tunnels");
      cable.replay(capture, "--topspeed");
      SummaryReading summary = SummaryReading.of(live.end("TERM", 0));
      assertThat(summary.number("input", "packets")).isEqualTo(tunnels);
      assertThat(summary.number("exchanges", "unanswered")).isEqualTo(tunnels);
    }
  }

  @Test
  void needsNoCapabilityButOne() throws Exception {
    List<String> bare = List.of("setpriv", "--bounding-set=-all,+net_raw", "--inh-caps=-all");
    Background live = cable.live(bare, directory.resolve("out"), "--rings", "2");
    cable.replay(new TaggedFrames().exchange("", 53).write(directory.resolve("frames.pcap")));
    SummaryReading summary = SummaryReading.of(live.end("TERM", 0));
    assertThat(summary.numbers("exchanges")).isEqualTo(Map.of("answered", 1L));
  }

  private String out(String name) {
    return directory.resolve(name).toString();
  }

  private record Outcome(long lines, String errors) {}

  private static Outcome show(Path channel) throws Exception {
    try (Stream<Path> files = Files.list(channel)) {
      String[] words =
          Stream.concat(Stream.of("show", "--format", "json"), files.map(Path::toString))
              .toArray(String[]::new);
      Program.Outcome outcome = Program.alone(words);
      return new Outcome(outcome.out().lines().count(), outcome.err());
    }
  }
}
