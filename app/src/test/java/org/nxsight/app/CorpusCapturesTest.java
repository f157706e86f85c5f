package org.nxsight.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nxsight.app.Program.Outcome;

/**
 * Real captures that are not ours to commit: {@code ../shared/corpus} beside the repository, or the
 * directory that the environment variable {@code NXSIGHT_CORPUS} names. Skipped without them.
 */
class CorpusCapturesTest {
  /** What stands beside the captures. */
  private static final List<String> PAPERS = List.of(".tsv", ".md", ".json", ".pres", ".in");

  /** One ends inside a frame; the others are single dnstap messages without Frame Streams. */
  private static final Map<String, Integer> REFUSED =
      Map.of(
          "src_inputs_dnstap_tests_fixtures_fixture.dnstap", 1,
          "correct_query_nanosec.dnstap", 2,
          "correct_response_nanosec.dnstap", 2,
          "invalid_message_type.dnstap", 2,
          "query_time_nanosec_big.dnstap", 2,
          "response_time_nanosec_big.dnstap", 2);

  @TempDir private Path output = Path.of(".");

  @Test
  void readsEveryFileAndAccountsForAllOfIt() throws IOException {
    List<Path> files = files();
    Assumptions.assumeFalse(files.isEmpty(), "no corpus");

    Map<String, Integer> refused = new TreeMap<>();
    for (Path file : files) {
      Outcome outcome = run(file);
      if (outcome.status() == 0) {
        assertThat(outcome.err()).as("%s", file).isEmpty();
      } else {
        assertThat(outcome.err()).startsWith("nxsight: " + file + ": ").hasLineCount(1);
        refused.put(file.getFileName().toString(), outcome.status());
      }
      if (outcome.status() != 2) {
        SummaryReading summary = SummaryReading.of(outcome.out());
        assertThat(summary.number("input", "packets")).as("%s", file).isPositive();
        summary.assertThatItAddsUp();
      }
    }
    assertThat(refused).isEqualTo(REFUSED);
  }

  private Outcome run(Path file) {
    return Program.here(
        new ByteArrayInputStream(new byte[0]),
        List.of(
            "run",
            "--unpaired",
            "--summary",
            "json",
            "-o",
            output.toString(),
            "--",
            file.toString()));
  }

  private static List<Path> files() throws IOException {
    String told = System.getenv("NXSIGHT_CORPUS");
    Path corpus = told == null ? Path.of("../../shared/corpus") : Path.of(told);
    if (!Files.isDirectory(corpus)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.walk(corpus)) {
      return entries
          .filter(Files::isRegularFile)
          .filter(file -> PAPERS.stream().noneMatch(paper -> file.toString().endsWith(paper)))
          .sorted()
          .toList();
    }
  }
}
