package org.nxsight.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nxsight.capture.Writers;
import org.nxsight.channels.SealedFiles;

/** What happens to a file between the look that found it and its being read. */
class FollowingTest {
  private static final int EXCHANGES = 10;
  private static final int HEADER_OCTETS = 24;

  /** The clock is asked before and after a look, and then before the first file. */
  private static final int AFTER_THE_FIRST_LOOK = 2;

  /** Each look asks four times, each file about as often: some looks more, and the run ends. */
  private static final int LAST_QUESTION = 24;

  @TempDir private Path directory = Path.of(".");
  private final StopSignal stop = new StopSignal();
  private final List<FileChannel> writers = new ArrayList<>();
  private Path file = Path.of(".");
  private int questions;

  /** What somebody else does to the file. */
  private interface Disturbance {
    void happen() throws IOException;
  }

  @BeforeEach
  void write() throws IOException {
    file = Files.createDirectory(directory.resolve("captures")).resolve("0.pcap");
    Files.write(file, CaptureWriting.failures(0, EXCHANGES));
  }

  @AfterEach
  void endWriting() throws IOException {
    for (FileChannel writer : writers) {
      writer.close();
    }
  }

  @Test
  void takesAFileThatIsReplacedAsOneFile() throws Exception {
    Path next = Files.write(directory.resolve("next"), CaptureWriting.failures(1, EXCHANGES));
    assertThat(follow(() -> Files.move(next, file, StandardCopyOption.REPLACE_EXISTING)))
        .containsEntry("packets", 2L * EXCHANGES)
        .containsEntry("files_taken", 1L);
  }

  @Test
  void takesAFileThatIsWrittenToAsItStandsThen() throws Exception {
    byte[] more = CaptureWriting.failures(1, EXCHANGES);
    byte[] packets = Arrays.copyOfRange(more, HEADER_OCTETS, more.length);
    assertThat(follow(() -> Files.write(file, packets, StandardOpenOption.APPEND)))
        .containsEntry("packets", 4L * EXCHANGES)
        .containsEntry("files_grown_after_taken", 0L);
  }

  @Test
  void waitsForAFileThatIsOpenedForWriting() throws Exception {
    Assumptions.assumeTrue(Writers.of(file) == Writers.NONE, "no leases on this file system");
    assertThat(follow(() -> writers.add(FileChannel.open(file, StandardOpenOption.APPEND))))
        .containsEntry("packets", 0L);
  }

  /** Follows the directory for a while, and returns what there was to count. */
  private Map<String, Long> follow(Disturbance disturbance) throws Exception {
    try (OutputDirectory output = OutputDirectory.open(directory.resolve("out"));
        TakenJournal journal = TakenJournal.open(output.taken())) {
      SealedFiles sealed = new SealedFiles(output.channels());
      Following following =
          new Following(
              new FollowedDirectories(List.of(file.getParent()), 0, journal),
              journal,
              sealed,
              () -> ask(disturbance));
      Pipeline pipeline = new Pipeline(plan(), output, sealed);
      pipeline.start();
      following.feed(pipeline, stop, new LiveProgress(System.err, false, 0));
      pipeline.finish();
      following.finish(pipeline);
      Map<String, Long> counters = following.counters();
      counters.put("packets", pipeline.packets());
      return counters;
    }
  }

  private long ask(Disturbance disturbance) {
    questions++;
    try {
      if (questions == AFTER_THE_FIRST_LOOK) {
        disturbance.happen();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (questions == LAST_QUESTION) {
      stop.request();
    }
    return questions;
  }

  private RunPlan plan() {
    return Plans.into(directory, Set.of());
  }
}
