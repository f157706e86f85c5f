package org.nxsight.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nxsight.capture.Writers;

/** Directories that are followed by the real program. */
class FollowTest {
  private static final long DEADLINE_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final int EXCHANGES = 300;
  private static final int KILLS = 18;

  @TempDir private Path directory = Path.of(".");
  private Path captures = Path.of(".");
  private Path output = Path.of(".");
  private final List<Process> started = new ArrayList<>();

  @BeforeEach
  void makeDirectories() throws IOException {
    captures = Files.createDirectory(directory.resolve("captures"));
    output = directory.resolve("out");
  }

  @AfterEach
  void endWhatStillRuns() {
    started.forEach(Process::destroyForcibly);
  }

  /** A condition that will hold some time. */
  private interface Condition {
    boolean holds() throws IOException;
  }

  @Test
  void takesWhatIsThereAndWhatComesUntilSigterm() throws Exception {
    arrive(0);
    Files.write(captures.resolve("9.pcap.part"), CaptureWriting.failures(9, EXCHANGES));
    Files.writeString(captures.resolve("notes"), "no capture");
    Process program = follow();
    await(program, () -> hasTaken("0.pcap"));
    arrive(2);
    arrive(1);
    await(program, () -> hasTaken("1.pcap") && hasTaken("2.pcap"));

    assertThat(end(program)).isZero();

    SummaryReading summary = SummaryReading.of(Files.readString(directory.resolve("out.json")));
    summary.assertThatItAddsUp();
    assertThat(summary.numbers("sources"))
        .containsEntry("files_taken", 3L)
        .containsEntry("files_passed_over", 1L);
    assertThat(errors()).contains("passed over").contains("notes");
    assertThat(hasTaken("9.pcap")).isFalse();
    assertPublishedAsByOneRun(3);
  }

  @Test
  void pairsAcrossTheBordersOfFiles() throws Exception {
    byte[] sample = Files.readAllBytes(Path.of("../samples/first-light.pcap"));
    List<byte[]> pieces = CaptureWriting.pieces(sample, 12);
    Process program = follow();
    for (int i = 0; i < pieces.size(); i++) {
      String name = (99 - i) + ".pcap";
      CaptureWriting.arrive(captures.resolve(name), pieces.get(i));
      await(program, () -> hasTaken(name));
    }
    assertThat(end(program)).isZero();
    Program.alone("run", "-o", directory.resolve("plain").toString(), captures.toString());
    assertThat(Published.payloads(output))
        .isEqualTo(Published.payloads(directory.resolve("plain")))
        .isNotEmpty();
  }

  @Test
  void waitsForAFileThatIsStillWritten() throws Exception {
    byte[] content = CaptureWriting.failures(0, EXCHANGES);
    Path file = captures.resolve("0.pcap");
    try (FileChannel writer =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      writer.write(ByteBuffer.wrap(content, 0, 1000));
      Assumptions.assumeTrue(Writers.of(file) == Writers.SOME, "no leases on this file system");
      Process program = follow();
      arrive(1);
      await(program, () -> hasTaken("1.pcap"));
      assertThat(hasTaken("0.pcap")).isFalse();
      writer.write(ByteBuffer.wrap(content, 1000, content.length - 1000));
    }
    await(started.getLast(), () -> hasTaken("0.pcap"));
    assertThat(end(started.getLast())).isZero();
    assertPublishedAsByOneRun(2);
  }

  @Test
  void takesNothingTwiceThoughItIsRenamedOrCompressedOrTheProgramStartsAgain() throws Exception {
    arrive(0);
    arrive(1);
    Process first = follow();
    await(first, () -> hasTaken("0.pcap") && hasTaken("1.pcap"));
    assertThat(end(first)).isZero();
    Files.move(captures.resolve("0.pcap"), captures.resolve("renamed.pcap"));
    CaptureWriting.arrive(
        captures.resolve("1.pcap.gz"), Packing.GZIP.pack(CaptureWriting.failures(1, EXCHANGES)));
    Files.delete(captures.resolve("1.pcap"));
    Process second = follow();
    arrive(2);
    await(second, () -> hasTaken("2.pcap"));
    assertThat(end(second)).isZero();
    assertPublishedAsByOneRun(3);
  }

  @Test
  void takesAFileInTheNameOfAnEarlierOne() throws Exception {
    Process program = follow();
    Path ring = captures.resolve("ring.pcap");
    for (int i = 0; i < 3; i++) {
      Files.write(ring, CaptureWriting.failures(i, EXCHANGES));
      int files = i + 1;
      await(program, () -> taken().filter(line -> line.endsWith("ring.pcap")).count() == files);
    }
    assertThat(end(program)).isZero();
    assertPublishedAsByOneRun(3);
  }

  @Test
  void neitherLosesNorRepeatsAFileHoweverOftenItIsKilled() throws Exception {
    long seed = System.nanoTime();
    System.out.println("FollowTest seed " + seed);
    Random random = new Random(seed);
    int files = 0;
    long startMillis = millisToFirst();
    for (int kill = 0; kill < KILLS; kill++) {
      Process program = follow();
      long killMillis = startMillis / 3 + random.nextLong(startMillis);
      long start = System.nanoTime();
      while (millisSince(start) < killMillis) {
        arrive(++files);
        assertThat(program.waitFor(random.nextInt(40) + 1, TimeUnit.MILLISECONDS))
            .as(this::errors)
            .isFalse();
      }
      if (kill % 3 != 0) {
        arrive(++files);
        spinUntilItWrites(random.nextInt(10_000_000));
      }
      program.destroyForcibly();
      assertThat(program.waitFor(1, TimeUnit.MINUTES)).isTrue();
    }
    Process last = follow();
    int count = files + 1;
    await(last, () -> taken().distinct().count() == count);
    assertThat(end(last)).isZero();
    System.out.println("FollowTest: " + count + " files, " + KILLS + " kills; " + errors());
    assertPublishedAsByOneRun(count);
    assertThat(Published.below(output)).isEqualTo(Published.files(output));
  }

  /** How long the program takes from its start until the first file is published. */
  private long millisToFirst() throws Exception {
    arrive(0);
    long start = System.nanoTime();
    Process program = follow();
    await(program, () -> hasTaken("0.pcap"));
    assertThat(end(program)).isZero();
    return millisSince(start);
  }

  /** Returns so long after a file of a channel was begun: around the end of a batch. */
  private void spinUntilItWrites(int nanos) throws IOException {
    long start = System.nanoTime();
    while (Published.below(output).equals(Published.files(output))) {
      assertThat(System.nanoTime() - start).as(this::errors).isLessThan(DEADLINE_NANOS);
    }
    for (long seen = System.nanoTime(); System.nanoTime() - seen < nanos; ) {
      Thread.onSpinWait();
    }
  }

  private static long millisSince(long start) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }

  private void arrive(int number) throws IOException {
    CaptureWriting.arrive(
        captures.resolve(number + ".pcap"), CaptureWriting.failures(number, EXCHANGES));
  }

  private Process follow() throws IOException {
    Process program =
        Program.start(
            directory.resolve("out.json"),
            directory.resolve("err"),
            "run",
            "--follow",
            "--settle",
            "0.5",
            "--summary",
            "json",
            "-o",
            output.toString(),
            captures.toString());
    started.add(program);
    return program;
  }

  private static int end(Process program) throws InterruptedException {
    program.destroy();
    assertThat(program.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return program.exitValue();
  }

  private void await(Process program, Condition condition) throws Exception {
    long start = System.nanoTime();
    while (!condition.holds()) {
      assertThat(program.waitFor(20, TimeUnit.MILLISECONDS)).as(this::errors).isFalse();
      assertThat(System.nanoTime() - start).as(this::errors).isLessThan(DEADLINE_NANOS);
    }
  }

  private boolean hasTaken(String name) throws IOException {
    return taken().anyMatch(line -> line.endsWith("/" + name));
  }

  private Stream<String> taken() throws IOException {
    Path journal = output.resolve("taken");
    return Files.exists(journal)
        ? Files.readString(journal).lines().filter(line -> line.startsWith("took "))
        : Stream.of();
  }

  private String errors() {
    try {
      return Files.readString(directory.resolve("err"), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** Compares with a run over files of the numbers below {@code count} that nobody disturbed. */
  private void assertPublishedAsByOneRun(int count) throws Exception {
    Path undisturbed = Files.createDirectory(directory.resolve("undisturbed"));
    for (int i = 0; i < count; i++) {
      Files.write(undisturbed.resolve(i + ".pcap"), CaptureWriting.failures(i, EXCHANGES));
    }
    Path plain = directory.resolve("plain");
    assertThat(Program.alone("run", "-o", plain.toString(), undisturbed.toString()).status())
        .isZero();
    List<String> expected = Published.payloads(plain);
    assertThat(expected).hasSizeGreaterThan(count * EXCHANGES);
    assertThat(Published.payloads(output)).isEqualTo(expected);
    assertThat(Stored.sums(output)).isEqualTo(Stored.sums(plain)).containsKey("failures");
  }
}
