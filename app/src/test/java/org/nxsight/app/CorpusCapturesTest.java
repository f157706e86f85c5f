package org.nxsight.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
  @TempDir private Path output = Path.of(".");

  @Test
  void readsEveryCaptureAndAccountsForAllOfIt() throws IOException {
    List<Path> captures = captures();
    Assumptions.assumeFalse(captures.isEmpty(), "no corpus");

    for (Path capture : captures) {
      Outcome outcome =
          Program.here(
              new ByteArrayInputStream(new byte[0]),
              List.of(
                  "run",
                  "--unpaired",
                  "--summary",
                  "json",
                  "-o",
                  output.toString(),
                  "--",
                  capture.toString()));

      assertThat(outcome.err()).as("%s", capture).isEmpty();
      assertThat(outcome.status()).isZero();
      SummaryReading summary = SummaryReading.of(outcome.out());
      assertThat(summary.number("input", "packets")).as("%s", capture).isPositive();
      summary.assertThatItAddsUp();
    }
  }

  private static List<Path> captures() throws IOException {
    String told = System.getenv("NXSIGHT_CORPUS");
    Path corpus = told == null ? Path.of("../../shared/corpus") : Path.of(told);
    if (!Files.isDirectory(corpus)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.walk(corpus)) {
      return entries
          .filter(file -> file.toString().endsWith(".pcap") && isPcap(file))
          .sorted()
          .toList();
    }
  }

  /** Some are pcapng, whatever their name says. */
  private static boolean isPcap(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return in.read() != '\n';
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
