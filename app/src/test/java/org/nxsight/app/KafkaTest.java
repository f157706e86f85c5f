package org.nxsight.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.nxsight.wire.nmsg.ContainerReader;
import org.nxsight.wire.nmsg.ContainerState;
import org.nxsight.wire.nmsg.FragmentAssembler;

/** Channels as topics of a real broker, and topics as input. */
@EnabledIfSystemProperty(named = "nxsight.lab", matches = "true")
class KafkaTest {
  private static final String SAMPLE = "../samples/first-light.pcap";
  private static final int PORT = 39_092;

  @TempDir private static Path lab = Path.of(".");
  @TempDir private Path directory = Path.of(".");

  private static LabBroker broker = new LabBroker(Path.of("."), PORT);

  @BeforeAll
  static void startTheBroker() throws Exception {
    broker = new LabBroker(lab.resolve("cluster"), PORT);
    broker.start();
  }

  @AfterAll
  static void endTheBroker() throws Exception {
    broker.end();
  }

  @Test
  void publishesWhatTheChannelFilesHold() throws IOException {
    Path out = directory.resolve("out");
    SummaryReading summary =
        SummaryReading.of(
            run(
                SAMPLE,
                "-o",
                out.toString(),
                "--answers",
                "--summary",
                "json",
                "--kafka",
                broker.address(),
                "--kafka-prefix",
                "same.",
                "--kafka-create",
                "4",
                "--kafka-channels",
                "ch204,ch220,ch221,findings"));

    for (String channel : List.of("ch204", "ch220", "ch221")) {
      assertThat(shown(topic("same." + channel)))
          .isNotEmpty()
          .isEqualTo(shown(files(out, channel)));
    }
    assertThat(values("same.findings")).isNotEmpty().isEqualTo(findingLines(out));
    assertThat(summary.number("kafka", "acknowledged"))
        .isEqualTo(summary.number("kafka", "handed_over"))
        .isGreaterThan(5_000);
    assertThat(summary.number("kafka", "waiting")).isZero();
  }

  @Test
  void putsNamesOfOneBucketIntoOnePartitionAndHundredsIntoARecord() throws IOException {
    publish("keys.", "ch202");

    var records = broker.records("keys.ch202");
    ContainerReader container = new ContainerReader(new FragmentAssembler());
    assertThat(records)
        .allSatisfy(record -> {
          int bucket = Integer.parseInt(new String(record.key(), StandardCharsets.US_ASCII));
          assertThat(record.partition()).isEqualTo(bucket % 4);
          assertThat(container.open(record.value(), 0, record.value().length))
              .isEqualTo(ContainerState.READABLE);
          assertThat(container.payloads()).isBetween(1, 400);
        });
    assertThat(records.stream().map(each -> each.partition()).distinct()).hasSize(4);
  }

  @Test
  void makesTheSameChannelsOfWhatItReadsBack() throws IOException {
    Path first = publish("back.", "ch202");
    Path second = directory.resolve("second");
    run(
        "--from-kafka",
        "nmsg:back.ch202@" + broker.address(),
        "--until-end",
        "-o",
        second.toString());

    assertThat(Published.payloads(second)).isNotEmpty().isEqualTo(Published.payloads(first));
    assertThat(findingSubjects(second)).isEqualTo(findingSubjects(first));
  }

  @Test
  void readsOnePartitionFromAnOffsetOn() throws IOException {
    publish("part.", "ch221");
    long all = broker.records("part.ch221").stream().filter(each -> each.partition() == 2).count();

    assertThat(all).isGreaterThan(3);
    assertThat(containers("nmsg:part.ch221#2@" + broker.address())).isEqualTo(all);
    assertThat(containers("nmsg:part.ch221#2@" + broker.address() + ",3")).isEqualTo(all - 3);
  }

  @Test
  void goesOnWhereItsGroupWas() throws IOException {
    publish("group.", "ch221");
    String group = "nmsg:group.ch221%readers@" + broker.address();
    long all = broker.records("group.ch221").size();

    assertThat(containers(group)).isEqualTo(all);
    assertThat(containers(group)).isZero();
    publish("group.", "ch221");
    assertThat(containers(group)).isEqualTo(broker.records("group.ch221").size() - all);
  }

  @Test
  void losesAndDoublesNothingWhenTheBrokerIsKilledAndComesBack() throws Exception {
    Path out = directory.resolve("out");
    Path errors = directory.resolve("errors");
    byte[] capture = Files.readAllBytes(Path.of(SAMPLE));
    int half = capture.length / 2;
    int last = capture.length / 8;
    Process process =
        new ProcessBuilder(
                Program.command(
                    "run",
                    "-",
                    "-o",
                    out.toString(),
                    "--kafka",
                    broker.address(),
                    "--kafka-prefix",
                    "kill.",
                    "--kafka-create",
                    "4",
                    "--kafka-channels",
                    "ch202,ch220,ch221"))
            .redirectError(errors.toFile())
            .start();
    try (OutputStream pipe = process.getOutputStream()) {
      pipe.write(capture, 0, half);
      pipe.flush();
      Background.waitUntil("records in the topic", () -> isThereAny("kill.ch202"));
      broker.kill();
      pipe.write(capture, half, capture.length - half - last);
      pipe.flush();
      broker.start();
      pipe.write(capture, capture.length - last, last);
    }
    try {
      assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
      assertThat(process.exitValue()).as(Files.readString(errors)).isZero();
    } finally {
      process.destroyForcibly();
    }
    assertThat(shown(topic("kill.ch220"))).isNotEmpty().isEqualTo(shown(files(out, "ch220")));
    assertThat(shown(topic("kill.ch221"))).isNotEmpty().isEqualTo(shown(files(out, "ch221")));
  }

  @Test
  void deliversLaterWhatALiveRunPublishedWhileTheBrokerWasAway() throws Exception {
    Path live = directory.resolve("live");
    Path errors = directory.resolve("errors");
    int port = 38_430;
    publish("away.", "ch220"); // makes the topic, and has the channel's files
    List<String> before = shown(topic("away.ch220"));
    broker.kill();
    try {
      Process process =
          Program.start(
              directory.resolve("printed"),
              errors,
              "run",
              "--nmsg",
              "udp:127.0.0.1/" + port,
              "-o",
              live.toString(),
              "--kafka",
              broker.address(),
              "--kafka-prefix",
              "away.",
              "--kafka-channels",
              "ch220");
      try {
        Background.waitUntil("listening", () -> Files.readString(errors).contains("listening on"));
        run(
            SAMPLE,
            "-o",
            directory.resolve("sender").toString(),
            "--publish",
            "ch220=udp:127.0.0.1/" + port);
        Background.waitUntil("records on disk", () -> octetsBelow(live.resolve("kafka-spill")) > 0);
      } finally {
        new ProcessBuilder("kill", "-TERM", Long.toString(process.pid())).start().waitFor();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
      }
      assertThat(Files.readString(errors))
          .contains("no broker answered within 3 s")
          .contains("observations wait on disk for the next run")
          .doesNotContain("\tat ");
    } finally {
      broker.start();
    }
    List<String> published = shown(files(live, "ch220"));
    run(
        empty().toString(),
        "-o",
        live.toString(),
        "--kafka",
        broker.address(),
        "--kafka-prefix",
        "away.",
        "--kafka-channels",
        "ch220");

    List<String> expected = new ArrayList<>(before);
    expected.addAll(published);
    expected.sort(null);
    assertThat(published).isNotEmpty();
    assertThat(shown(topic("away.ch220"))).isEqualTo(expected);
    assertThat(octetsBelow(live.resolve("kafka-spill"))).isZero();
  }

  @Test
  void saysInOneLineThatNoBrokerAnswersOrATopicIsMissing() {
    Program.Outcome away = outcome(SAMPLE, "-o", directory.toString(), "--kafka", "127.0.0.1:1");
    Program.Outcome missing =
        outcome(
            SAMPLE,
            "-o",
            directory.toString(),
            "--kafka",
            broker.address(),
            "--kafka-prefix",
            "no.");
    Program.Outcome unread =
        outcome(
            "--from-kafka",
            "nmsg:no.ch220@" + broker.address(),
            "--until-end",
            "-o",
            directory.toString());

    assertThat(away.status()).isEqualTo(Complaint.FAILED);
    assertThat(away.err())
        .isEqualTo(
            "nxsight: kafka 127.0.0.1:1: no broker answered within 10 s; is one running, and is"
                + " that its address?\n");
    assertThat(missing.status()).isEqualTo(Complaint.FAILED);
    assertThat(missing.err().lines()).hasSize(1);
    assertThat(missing.err()).contains("there is no topic no.ch220").contains("--kafka-create");
    assertThat(unread.status()).isEqualTo(Complaint.UNUSABLE);
    assertThat(unread.err().lines()).hasSize(1);
    assertThat(unread.err()).contains("there is no topic no.ch220");
  }

  /** Publishes one channel of the sample, and returns where the run's files are. */
  private Path publish(String prefix, String channel) throws IOException {
    Path out = Files.createTempDirectory(directory, "published");
    run(
        SAMPLE,
        "-o",
        out.toString(),
        "--kafka",
        broker.address(),
        "--kafka-prefix",
        prefix,
        "--kafka-create",
        "4",
        "--kafka-channels",
        channel);
    return out;
  }

  private static String run(String... arguments) {
    Program.Outcome outcome = outcome(arguments);
    assertThat(outcome.status()).as(outcome.err()).isZero();
    return outcome.out();
  }

  private static Program.Outcome outcome(String... arguments) {
    List<String> words = new ArrayList<>(List.of("run"));
    words.addAll(List.of(arguments));
    return Program.here(InputStream.nullInputStream(), words);
  }

  /** How many containers a run reads of a topic. */
  private long containers(String address) throws IOException {
    Path out = Files.createTempDirectory(directory, "read");
    String summary =
        run("--from-kafka", address, "--until-end", "-o", out.toString(), "--summary", "json");
    return SummaryReading.of(summary).number("sources", "kafka_records");
  }

  private static String topic(String topic) {
    return "nmsg:" + topic + "@" + broker.address();
  }

  private static String[] files(Path output, String channel) throws IOException {
    try (Stream<Path> files = Files.list(output.resolve("channels").resolve(channel))) {
      return files.map(Path::toString).sorted().toArray(String[]::new);
    }
  }

  /** The records as show prints them, sorted. {@code show} writes to the descriptor itself. */
  private static List<String> shown(String... inputs) throws IOException {
    List<String> words = new ArrayList<>(List.of("show", "--format", "json"));
    words.addAll(Arrays.asList(inputs));
    try {
      Program.Outcome outcome = Program.alone(words.toArray(String[]::new));
      assertThat(outcome.status()).as(outcome.err()).isZero();
      return outcome.out().lines().sorted().toList();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static List<String> values(String topic) {
    return broker.records(topic).stream()
        .map(each -> new String(each.value(), StandardCharsets.UTF_8))
        .sorted()
        .toList();
  }

  private static List<String> findingLines(Path output) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String file : files(output, "findings")) {
      lines.addAll(Files.readAllLines(Path.of(file)));
    }
    lines.sort(null);
    return lines;
  }

  private static List<String> findingSubjects(Path output) throws IOException {
    return findingLines(output).stream()
        .map(
            line -> line.replaceAll(".*(\"kind\":\"[^\"]*\").*(\"subject\":\"[^\"]*\").*", "$1 $2"))
        .distinct()
        .sorted()
        .toList();
  }

  private static boolean isThereAny(String topic) {
    return !broker.records(topic).isEmpty();
  }

  private Path empty() throws IOException {
    Path file = directory.resolve("empty.pcap");
    byte[] capture = Files.readAllBytes(Path.of(SAMPLE));
    Files.write(file, Arrays.copyOf(capture, 24)); // the header alone
    return file;
  }

  private static long octetsBelow(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    long octets = 0;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        octets += Files.size(file);
      }
    }
    return octets;
  }
}
