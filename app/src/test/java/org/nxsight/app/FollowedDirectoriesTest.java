package org.nxsight.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looks at directories of the test's own, at times of its own. */
class FollowedDirectoriesTest {
  private static final int EXCHANGES = 3;

  @TempDir private Path directory = Path.of(".");
  private Path captures = Path.of(".");
  private TakenJournal journal;

  @BeforeEach
  void open() throws Exception {
    captures = Files.createDirectory(directory.resolve("captures"));
    journal = TakenJournal.open(directory.resolve("taken"));
  }

  @AfterEach
  void close() throws IOException {
    journal.close();
  }

  @Test
  void choosesACaptureOnceThoughItHasSeveralNames() throws IOException {
    Path file = write(captures, 0);
    Files.createSymbolicLink(captures.resolve("latest.pcap"), file);
    Files.createLink(captures.resolve("linked.pcap"), file);
    Files.write(captures.resolve("0.pcap.gz"), Packing.GZIP.pack(Files.readAllBytes(file)));
    write(captures, 1);
    FollowedDirectories followed = follow(captures);

    List<TakenFile> finished = followed.finished(0);
    assertThat(finished)
        .extracting(each -> each.path().getFileName().toString())
        .containsExactly("0.pcap", "1.pcap");

    journal.commit(finished, List.of());
    assertThat(followed.finished(1)).isEmpty();
    assertThat(followed.counters()).containsEntry("files_grown_after_taken", 0L);
  }

  @Test
  void choosesAnotherNameWhenTheChosenOneWasNotTaken() throws IOException {
    Path file = write(captures, 0);
    Files.createLink(captures.resolve("linked.pcap"), file);
    FollowedDirectories followed = follow(captures);
    assertThat(followed.finished(0)).hasSize(1);
    Files.delete(file);
    assertThat(followed.finished(1))
        .singleElement()
        .extracting(TakenFile::path)
        .isEqualTo(captures.resolve("linked.pcap"));
  }

  private FollowedDirectories follow(Path... directories) {
    return new FollowedDirectories(List.of(directories), 0, journal);
  }

  private static Path write(Path directory, int number) throws IOException {
    return Files.write(
        directory.resolve(number + ".pcap"), CaptureWriting.failures(number, EXCHANGES));
  }
}
