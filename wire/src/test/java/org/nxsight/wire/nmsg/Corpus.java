package org.nxsight.wire.nmsg;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * Real files that are not ours to commit: {@code ../shared/corpus} beside the repository, or the
 * directory that the environment variable {@code NXSIGHT_CORPUS} names. A test that needs one is
 * skipped where it is not there.
 */
final class Corpus {
  private Corpus() {}

  /** The octets of {@code nmsg/NAME}. */
  static byte[] nmsg(String name) throws IOException {
    Path file = directory().resolve("nmsg").resolve(name);
    Assumptions.assumeTrue(Files.exists(file), () -> "no " + file);
    return Files.readAllBytes(file);
  }

  private static Path directory() {
    String told = System.getenv("NXSIGHT_CORPUS");
    return told == null ? Path.of("../../shared/corpus") : Path.of(told);
  }
}
