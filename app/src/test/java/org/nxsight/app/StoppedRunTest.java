package org.nxsight.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run over a pipe that is ended by a signal while it waits for more. */
class StoppedRunTest {
  private static final Path SAMPLE = Path.of("../samples/first-light.pcap");

  @TempDir private Path directory = Path.of(".");

  @ParameterizedTest
  @ValueSource(strings = {"TERM", "INT"})
  void finishesWhatItHasRead(String signal) throws Exception {
    Path errors = directory.resolve("errors");
    Path out = directory.resolve("out");
    Process process =
        new ProcessBuilder(Program.command("run", "-", "-o", out.toString(), "--summary", "json"))
            .redirectError(errors.toFile())
            .start();
    try (OutputStream pipe = process.getOutputStream()) {
      pipe.write(Files.readAllBytes(SAMPLE)); // more than fits a pipe: most of it has been read
      pipe.flush();
      new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
      String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
      assertThat(Files.readString(errors)).contains("stopped by a signal").doesNotContain("\tat ");
      assertThat(process.exitValue()).isEqualTo(Complaint.FAILED);
      SummaryReading summary = SummaryReading.of(printed);
      assertThat(summary.number("input", "packets")).isGreaterThan(10_000);
      summary.assertThatItAddsUp();
      assertThat(out.resolve("channels/ch220")).isDirectoryNotContaining("glob:**.part");
    } finally {
      process.destroyForcibly();
    }
  }
}
