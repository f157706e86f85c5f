package org.nxsight.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A capture gives the same findings whenever it is read, to the last count. */
class SameFindingsTest {
  private static final String SAMPLE = "../samples/first-light.pcap";

  @TempDir private Path directory = Path.of(".");

  private List<String> found(String name) throws IOException {
    Path output = directory.resolve(name);
    Program.Outcome outcome =
        Program.here(
            InputStream.nullInputStream(), List.of("run", SAMPLE, "-o", output.toString()));
    assertThat(outcome.status()).isZero();
    List<String> lines = new ArrayList<>();
    try (Stream<Path> files = Files.list(output.resolve("channels/findings"))) {
      for (Path file : files.sorted().toList()) {
        lines.addAll(Files.readAllLines(file));
      }
    }
    return lines;
  }

  @Test
  void areTheSameInEachRun() throws IOException {
    List<String> first = found("first");
    assertThat(first).isNotEmpty();
    for (int i = 0; i < 3; i++) {
      assertThat(found("again" + i)).isEqualTo(first);
    }
  }
}
