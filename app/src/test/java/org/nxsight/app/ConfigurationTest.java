package org.nxsight.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nxsight.app.Program.Outcome;

/** What a configuration file says, and what the command line says against it. */
class ConfigurationTest {
  private static final String SAMPLE = "../samples/first-light.pcap";
  private static final int UNUSABLE = 2;

  @TempDir private Path directory = Path.of(".");
  private Path config = Path.of(".");
  private Path output = Path.of(".");

  @BeforeEach
  void nameTheFiles() {
    config = directory.resolve("nxsight.yaml");
    output = directory.resolve("out");
  }

  @Test
  void takesOptionsByTheirLongNames() throws Exception {
    write("output: " + output, "format: json", "unpaired: true", "ports: [53, 5353]");

    assertThat(run(SAMPLE).status()).isZero();

    assertThat(output.resolve("channels/ch221"))
        .isDirectoryContaining(path -> path.toString().endsWith(".json"));
  }

  @Test
  void countsTheCommandLineForMore() throws Exception {
    write("output: " + directory.resolve("elsewhere"), "format: json", "ports: [5353]");

    Outcome outcome =
        run(SAMPLE, "-o", output.toString(), "--format", "text", "--ports=53", "--summary=json");

    assertThat(outcome.status()).isZero();
    assertThat(SummaryReading.of(outcome.out()).number("channels", "nxdomain")).isPositive();
    assertThat(output.resolve("channels/ch221"))
        .isDirectoryContaining(path -> path.toString().endsWith(".txt"));
    assertThat(directory.resolve("elsewhere")).doesNotExist();
  }

  @Test
  void readsAnEmptyFileAsNothingSaid() throws Exception {
    write("# nothing yet");
    assertThat(run(SAMPLE, "-o", output.toString()).status()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "outptu: x          | unknown key outptu; did you mean output?",
        "querytimeout: 5    | unknown key querytimeout; did you mean query-timeout?",
        "colour: blue       | unknown key colour; known are",
        "config: other.yaml | unknown key config",
        "unpaired: perhaps  | unpaired: true or false is expected",
        "output: [a, b]     | output: one value is expected",
        "output:            | output: one value is expected",
        "publish: [[a]]     | publish: a value or a list is expected",
        "query-timeout: soon| --query-timeout",
        "[a, b]             | a mapping of options to values is expected",
        "'a: b: c'          | line 1: ",
      })
  void saysWhatIsWrongInOneLine(String line, String complaint) throws Exception {
    write(line);

    Outcome outcome = run(SAMPLE, "-o", output.toString());

    assertThat(outcome.status()).isEqualTo(UNUSABLE);
    assertThat(outcome.err()).hasLineCount(1).contains("nxsight.yaml: ", complaint);
    assertThat(output).doesNotExist();
  }

  @Test
  void refusesAKeySaidTwice() throws Exception {
    write("format: json", "format: text");
    assertThat(run(SAMPLE).err()).hasLineCount(1).contains("line 2").contains("format");
  }

  @Test
  void namesAMissingFile() {
    Outcome outcome = run(SAMPLE);
    assertThat(outcome.status()).isEqualTo(UNUSABLE);
    assertThat(outcome.err()).hasLineCount(1).contains("nxsight.yaml: no such file");
  }

  private void write(String... lines) throws Exception {
    Files.write(config, List.of(lines));
  }

  private Outcome run(String... arguments) {
    List<String> words = new ArrayList<>(List.of("run"));
    words.addAll(List.of(arguments));
    words.add("--config=" + config);
    return Program.here(InputStream.nullInputStream(), words);
  }
}
