package org.nxsight.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looks at directories of the test's own, at times of its own. */
class FollowedDirectoriesTest {
  private static final int EXCHANGES = 3;
  private static final long MINUTE_NANOS = TimeUnit.MINUTES.toNanos(1);
  private static final long HOUR_NANOS = TimeUnit.HOURS.toNanos(1);

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

  @Test
  void knowsTheFilesOfADirectoryAgainThatWasEmptyForHowLongSoever() throws IOException {
    Path other = Files.createDirectory(directory.resolve("other"));
    write(captures, 0);
    Path file = write(other, 1);
    FollowedDirectories followed = follow(captures, other);
    journal.commit(followed.finished(0), List.of());

    Path away = Files.move(file, directory.resolve("away"));
    assertThat(followed.finished(HOUR_NANOS)).isEmpty();
    assertThat(followed.finished(2 * HOUR_NANOS)).isEmpty();
    Files.move(away, file);
    assertThat(followed.finished(3 * HOUR_NANOS)).isEmpty();
  }

  @Test
  void knowsTheFilesOfADirectoryAgainThatWasNotFollowedForAWhile() throws IOException {
    Path other = Files.createDirectory(directory.resolve("other"));
    write(captures, 0);
    write(other, 1);
    journal.commit(follow(captures).finished(0), List.of());
    FollowedDirectories following = follow(other);
    for (int hour = 0; hour < 3; hour++) {
      journal.commit(following.finished(hour * HOUR_NANOS), List.of());
    }
    assertThat(follow(captures).finished(3 * HOUR_NANOS)).isEmpty();
  }

  @Test
  void forgetsAFileOnlyWhenItHasBeenMissingForAMinute() throws IOException {
    Path file = write(captures, 0);
    write(captures, 1);
    FollowedDirectories followed = follow(captures);
    List<TakenFile> taken = followed.finished(0);
    journal.commit(taken, List.of());

    Path away = Files.move(file, directory.resolve("away"));
    assertThat(followed.finished(MINUTE_NANOS)).isEmpty();
    assertThat(followed.finished(2 * MINUTE_NANOS - 1)).isEmpty();
    Files.move(away, file);
    assertThat(followed.finished(2 * MINUTE_NANOS)).isEmpty();
    Files.delete(file);
    assertThat(followed.finished(3 * MINUTE_NANOS)).isEmpty();
    assertThat(journal.files().all()).containsExactlyInAnyOrderElementsOf(taken);
    assertThat(followed.finished(4 * MINUTE_NANOS)).isEmpty();
    assertThat(journal.files().all()).containsExactly(taken.getLast());
  }

  @Test
  void forgetsTheInodesOfFilesThatWereReplacedUnderOneName() throws IOException {
    FollowedDirectories followed = follow(captures);
    for (int i = 0; i < 5; i++) {
      Path next = write(directory, i);
      Files.move(next, captures.resolve("latest.pcap"), StandardCopyOption.REPLACE_EXISTING);
      List<TakenFile> taken = followed.finished(i * HOUR_NANOS);
      journal.commit(taken, List.of());
      followed.finished(i * HOUR_NANOS + 1);
      followed.finished(i * HOUR_NANOS + 1 + MINUTE_NANOS);
      assertThat(journal.files().all()).containsExactlyElementsOf(taken).hasSize(1);
    }
  }

  private FollowedDirectories follow(Path... directories) {
    return new FollowedDirectories(List.of(directories), 0, journal);
  }

  private static Path write(Path directory, int number) throws IOException {
    return Files.write(
        directory.resolve(number + ".pcap"), CaptureWriting.failures(number, EXCHANGES));
  }
}
