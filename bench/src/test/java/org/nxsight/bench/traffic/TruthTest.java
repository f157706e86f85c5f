package org.nxsight.bench.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nxsight.exchange.PairingLimits;

/** What the stages and the program count is what the generator knows to be true. */
class TruthTest {
  private static final TrafficPlan PLAN = TrafficPlan.DEFAULT.with(100_000, 1);
  private static final Pattern COUNT = Pattern.compile("\"([^\"]+)\":(\\d+)");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void countsWhatIsTrue(long seed) throws IOException {
    ByteArrayOutputStream capture = new ByteArrayOutputStream(20 << 20);
    Truth truth = Traffic.write(PLAN.with(100_000, seed), capture);

    assertTrue(truth, stagesOver(capture, PairingLimits.DEFAULT, seed));
  }

  @Test
  void countsWhatIsTrueWhileManyQueriesAreOpen() throws IOException {
    TrafficPlan plan = PLAN.with(300_000, 6).withOpenQueries(50_000);
    ByteArrayOutputStream capture = new ByteArrayOutputStream(60 << 20);
    Truth truth = Traffic.write(plan, capture);

    Stages stages = stagesOver(capture, PairingLimits.DEFAULT, 6);
    assertTrue(truth, stages);
    assertThat(stages.mostOpenQueries()).isGreaterThan(10_000);
  }

  @Test
  void countsWhatIsTrueWhenQuestionsAreAskedAgain() throws IOException {
    TrafficPlan plan = PLAN.with(100_000, 9).withNames(5_000);
    ByteArrayOutputStream capture = new ByteArrayOutputStream(20 << 20);
    Truth truth = Traffic.write(plan, capture);

    assertTrue(truth, stagesOver(capture, PairingLimits.DEFAULT, 9));
  }

  @Test
  void sameSeedGivesTheSameOctets() throws IOException {
    ByteArrayOutputStream once = new ByteArrayOutputStream();
    ByteArrayOutputStream again = new ByteArrayOutputStream();
    Traffic.write(PLAN.with(5_000, 7), once);
    Traffic.write(PLAN.with(5_000, 7), again);

    assertThat(once.toByteArray()).isEqualTo(again.toByteArray());
  }

  @Test
  void theProgramSaysWhatIsTrue(@TempDir Path directory) throws Exception {
    Path capture = directory.resolve("traffic.pcap");
    Truth truth;
    try (OutputStream out = Files.newOutputStream(capture)) {
      truth = Traffic.write(PLAN.with(200_000, 8), out);
    }

    String summary = summaryOf(capture, directory);

    assertThat(counts(summary, "left_out")).isEqualTo(truth.leftOut());
    assertThat(counts(summary, "exchanges")).containsAllEntriesOf(truth.exchanges());
    assertThat(counts(summary, "rcodes")).isEqualTo(truth.rcodes());
    assertThat(counts(summary, "channels")).containsAllEntriesOf(truth.channels());
    assertThat(summary).contains(truth.json().lines().findFirst().orElseThrow().substring(1));
    assertThat(truth.json()).contains("\"dns_messages\":" + truth.dnsMessages());
  }

  private static Stages stagesOver(ByteArrayOutputStream capture, PairingLimits limits, long seed)
      throws IOException {
    Stages stages = new Stages(limits, seed);
    stages.read(new ByteArrayInputStream(capture.toByteArray()));
    return stages;
  }

  private static void assertTrue(Truth truth, Stages stages) {
    assertThat(stages.packets().packets()).isEqualTo(truth.packets());
    assertThat(stages.packets().dnsPackets()).isEqualTo(truth.dnsMessages());
    assertThat(stages.leftOut()).isEqualTo(truth.leftOut());
    assertThat(stages.exchanges()).isEqualTo(truth.exchanges());
    assertThat(stages.rcodes()).isEqualTo(truth.rcodes());
    assertThat(stages.channels()).isEqualTo(truth.channels());
    long leftOut = stages.leftOut().values().stream().mapToLong(Long::longValue).sum();
    assertThat(stages.packets().packets()).isEqualTo(stages.packets().dnsPackets() + leftOut);
  }

  /** Runs the program as a person would, and returns its summary. */
  private static String summaryOf(Path capture, Path directory) throws Exception {
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "org.nxsight.app.Main",
                "run",
                capture.toString(),
                "-o",
                directory.resolve("out").toString(),
                "--no-store",
                "--no-analysis",
                "--summary",
                "json")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String summary = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(program.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(program.exitValue()).isZero();
    return summary;
  }

  private static Map<String, Long> counts(String summary, String member) {
    Matcher object = Pattern.compile("\"" + member + "\":\\{([^{}]*)\\}").matcher(summary);
    assertThat(object.find()).as(member).isTrue();
    Map<String, Long> counts = new LinkedHashMap<>();
    Matcher count = COUNT.matcher(object.group(1));
    while (count.find()) {
      counts.put(count.group(1), Long.valueOf(count.group(2)));
    }
    return counts;
  }
}
