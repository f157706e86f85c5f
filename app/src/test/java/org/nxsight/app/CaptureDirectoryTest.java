package org.nxsight.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaptureDirectoryTest {
  @TempDir private Path directory = Path.of(".");

  @Test
  void listsFinishedFilesByName() throws IOException {
    for (String name : List.of("b", "a", ".hidden", "c.part")) {
      Files.createFile(directory.resolve(name));
    }
    Files.createDirectory(directory.resolve("inside"));
    assertThat(CaptureDirectory.files(directory))
        .containsExactly(directory.resolve("a"), directory.resolve("b"));
  }

  /** Entries of which the second cannot be read: what a broken disk or a lost mount gives out. */
  private record BrokenEntries(Path first) implements DirectoryStream<Path> {
    @Override
    public Iterator<Path> iterator() {
      return Stream.iterate(first, this::next).iterator();
    }

    private Path next(Path path) {
      throw new DirectoryIteratorException(new IOException(path + ": Input/output error"));
    }

    @Override
    public void close() {}
  }

  @Test
  void failsAsOtherReadingDoesWhenTheSystemFailsInTheMiddle() throws IOException {
    Path file = Files.createFile(directory.resolve("a"));
    try (BrokenEntries entries = new BrokenEntries(file)) {
      assertThatThrownBy(() -> CaptureDirectory.files(entries))
          .isExactlyInstanceOf(IOException.class)
          .hasMessageContaining("Input/output error");
    }
  }
}
