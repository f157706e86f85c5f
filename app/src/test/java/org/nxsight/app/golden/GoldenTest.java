package org.nxsight.app.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nxsight.app.Program;
import org.nxsight.app.Program.Outcome;
import org.nxsight.app.SummaryReading;

/** The golden captures in {@code golden/}; their README says where they come from. */
class GoldenTest {
  private static final Path CASES = Path.of("src/test/resources/golden");

  /** Whether to write the golden files anew rather than to compare with them. */
  private static final boolean WRITE = Boolean.getBoolean("nxsight.golden.write");

  @TempDir private Path output = Path.of(".");

  @BeforeAll
  static void writeCaptures() throws IOException {
    for (GoldenCase golden : WRITE ? GoldenCase.all() : List.<GoldenCase>of()) {
      Files.createDirectories(capture(golden).getParent());
      Files.write(capture(golden), golden.packing().pack(golden.capture().bytes()));
    }
  }

  @ParameterizedTest
  @MethodSource("org.nxsight.app.golden.GoldenCase#all")
  void writesTheCaptureOfTheCase(GoldenCase golden) throws IOException {
    byte[] written = golden.packing().unpack(Files.readAllBytes(capture(golden)));
    assertThat(written).isEqualTo(golden.capture().bytes());
  }

  @ParameterizedTest
  @MethodSource("org.nxsight.app.golden.GoldenCase#all")
  void countsAndPublishesWhatTheCaseSays(GoldenCase golden) throws Exception {
    SummaryReading summary = run(golden, "json");
    StringBuilder records = new StringBuilder();
    for (Path file : channelFiles(golden)) {
      records.append(Files.readString(file));
    }

    assertThat(summary.counts()).as(golden.claim()).isEqualTo(named(golden.counts()));
    assertThat(summary.number("accounting", "packets")).isEqualTo(golden.capture().packets());
    summary.assertThatItAddsUp();
    compare(golden, "expected.txt", summary.stable());
    compare(golden, "expected.jsonl", records.toString());
  }

  @Test
  void showPrintsTheRecordsOfAllCases() throws Exception {
    List<String> arguments = new ArrayList<>(List.of("show", "--format", "json"));
    StringBuilder expected = new StringBuilder();
    for (GoldenCase golden : GoldenCase.all()) {
      run(golden, "nmsg");
      channelFiles(golden).forEach(file -> arguments.add(file.toString()));
      expected.append(Files.readString(CASES.resolve(golden.name()).resolve("expected.jsonl")));
    }

    Outcome shown = Program.alone(arguments.toArray(String[]::new));

    assertThat(shown).isEqualTo(new Outcome(0, expected.toString(), ""));
  }

  @Test
  void hasNoFolderWithoutACase() throws IOException {
    List<String> names = GoldenCase.all().stream().map(GoldenCase::name).sorted().toList();
    assertThat(names).doesNotHaveDuplicates();
    try (Stream<Path> folders = Files.list(CASES).filter(Files::isDirectory)) {
      assertThat(folders.map(folder -> folder.getFileName().toString()).sorted().toList())
          .isEqualTo(names);
    }
  }

  private SummaryReading run(GoldenCase golden, String form)
      throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of("run", "--summary", "json"));
    arguments.addAll(List.of("-o", output.resolve(golden.name()).toString(), "--format", form));
    arguments.addAll(golden.options());
    arguments.add(golden.asStandardInput() ? "-" : capture(golden).toString());
    Outcome outcome =
        golden.asStandardInput()
            ? Program.reading(capture(golden), arguments.toArray(String[]::new))
            : Program.here(new ByteArrayInputStream(new byte[0]), arguments);
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.status()).isZero();
    return SummaryReading.of(outcome.out());
  }

  /** The files of both channels, errors first. */
  private List<Path> channelFiles(GoldenCase golden) throws IOException {
    Path channels = output.resolve(golden.name()).resolve("channels");
    if (!Files.exists(channels)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.walk(channels)) {
      return entries.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static Path capture(GoldenCase golden) {
    return CASES.resolve(golden.name()).resolve("in.pcap");
  }

  private static void compare(GoldenCase golden, String name, String actual) throws IOException {
    Path file = CASES.resolve(golden.name()).resolve(name);
    if (WRITE) {
      Files.writeString(file, actual);
    }
    assertThat(actual).as(golden.claim()).isEqualTo(Files.readString(file));
  }

  private static Map<String, Long> named(String counts) {
    Map<String, Long> named = new TreeMap<>();
    for (String count : counts.isEmpty() ? new String[0] : counts.split(" ", -1)) {
      int equals = count.indexOf('=');
      named.put(count.substring(0, equals), Long.parseLong(count.substring(equals + 1)));
    }
    return named;
  }
}
