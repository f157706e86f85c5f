package org.nxsight.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nxsight.app.Program.Outcome;

/** What a person gets told who made a mistake: one clear line, and the right exit status. */
class MistakesTest {
  private static final Path SAMPLE = Path.of("../samples/first-light.pcap");
  private static final int FAILED = 1;
  private static final int UNUSABLE = 2;

  @TempDir private Path directory = Path.of(".");

  @Test
  void namesAMissingFile() {
    assertOneLine(run("nowhere.pcap"), UNUSABLE, "nowhere.pcap: no such file or directory");
  }

  @Test
  void saysThatADirectoryHoldsNoCaptures() throws Exception {
    Path empty = Files.createDirectory(directory.resolve("empty"));
    assertOneLine(run(empty.toString()), UNUSABLE, "empty: no captures");
  }

  @ParameterizedTest
  @CsvSource({"'hello, world', text", "'%PDF-1.4\u0000', no capture", "'', empty"})
  void saysWhatAFileThatIsNoCaptureLooksLike(String content, String looks) throws Exception {
    Path file = Files.writeString(directory.resolve("file"), content);

    assertOneLine(run(file.toString()), UNUSABLE, "file:", looks);
    assertThat(directory.resolve("out")).doesNotExist();
  }

  @Test
  void saysThatAStandardInputIsNoCapture() throws Exception {
    assertOneLine(
        runReading("hello, world".getBytes(StandardCharsets.UTF_8)),
        UNUSABLE,
        "standard input",
        "text");
    assertOneLine(runReading(new byte[0]), UNUSABLE, "standard input", "empty");
  }

  @Test
  void keepsWhatStandsBeforeTheEndOfATruncatedCapture() throws Exception {
    byte[] sample = Files.readAllBytes(SAMPLE);
    Path whole = Files.write(directory.resolve("whole"), sample);
    Path cut = Files.write(directory.resolve("cut"), Arrays.copyOf(sample, sample.length - 1));
    long packets = SummaryReading.of(run(whole.toString()).out()).number("input", "packets");

    Outcome outcome = run(cut.toString());

    assertThat(outcome.status()).isEqualTo(FAILED);
    assertThat(outcome.err()).hasLineCount(1).contains("cut: ends inside packet 17,543");
    SummaryReading summary = SummaryReading.of(outcome.out());
    assertThat(summary.number("input", "packets")).isEqualTo(packets - 1);
    summary.assertThatItAddsUp();
  }

  @Test
  void refusesACaptureThatEndsInsideItsHeader() throws Exception {
    byte[] header = Arrays.copyOf(Files.readAllBytes(SAMPLE), 23);
    Path file = Files.write(directory.resolve("stump"), header);
    assertOneLine(run(file.toString()), UNUSABLE, "stump: ends inside the header");
  }

  @ParameterizedTest
  @EnumSource(names = {"GZIP", "ZSTD"})
  void keepsWhatCanBeDecompressedOfACaptureCutInTheMiddle(Packing packing) throws Exception {
    byte[] packed = packing.pack(Files.readAllBytes(SAMPLE));
    Path file = directory.resolve("half");
    Files.write(file, Arrays.copyOf(packed, packed.length / 2));

    Outcome outcome = run(file.toString());

    assertThat(outcome.status()).isEqualTo(FAILED);
    assertThat(outcome.err()).hasLineCount(1).contains("half: its compression is damaged");
    SummaryReading summary = SummaryReading.of(outcome.out());
    assertThat(summary.number("input", "packets"))
        .isEqualTo(wholePackets(packing.unpackAll(Files.readAllBytes(file))))
        .isGreaterThan(1_000);
    summary.assertThatItAddsUp();
  }

  @ParameterizedTest
  @EnumSource(names = {"GZIP", "ZSTD"})
  void refusesACompressedFileThatHasHardlyBegun(Packing packing) throws Exception {
    byte[] packed = packing.pack(Files.readAllBytes(SAMPLE));
    Path file = Files.write(directory.resolve("stump"), Arrays.copyOf(packed, 6));
    assertOneLine(run(file.toString()), UNUSABLE, "stump:");
  }

  @Test
  void saysThatTheOutputDirectoryIsAFile() throws Exception {
    Files.writeString(directory.resolve("out"), "in the way");
    assertOneLine(run(SAMPLE.toString()), UNUSABLE, "out: is a file, not a directory");
  }

  @Test
  void saysThatAFileIsInTheWayOfAChannel() throws Exception {
    Files.createDirectory(directory.resolve("out"));
    Files.writeString(directory.resolve("out/channels"), "in the way");
    assertOneLine(run(SAMPLE.toString()), FAILED, "out/channels");
  }

  @Test
  void refusesADirectoryThatAnotherRunIsWritingTo() throws Exception {
    Path out = Files.createDirectory(directory.resolve("out"));
    try (FileChannel file =
            FileChannel.open(
                out.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = file.lock()) {
      assertThat(held.isValid()).isTrue();
      Outcome outcome = Program.alone("run", SAMPLE.toString(), "-o", out.toString());
      assertOneLine(outcome, UNUSABLE, "out: another run is writing here");
    }
    assertThat(out.resolve("channels")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "--follow"})
  void leavesAFileOfSomebodyElseInTheOutputDirectoryAsItIs(String option) throws Exception {
    Path out = Files.createDirectory(directory.resolve("out"));
    Path taken = Files.writeString(out.resolve("taken"), "the photographs I took\n");
    Outcome outcome = option.isEmpty() ? run(SAMPLE.toString()) : run(directory.toString(), option);
    assertOneLine(outcome, UNUSABLE, "out/taken: ", "move it away");
    assertThat(taken).hasContent("the photographs I took\n");
    assertThat(out.resolve("channels")).doesNotExist();
  }

  @Test
  void saysThatADirectoryIsInTheWayOfWhatIsNoted() throws Exception {
    Files.createDirectories(directory.resolve("out/taken"));
    assertOneLine(run(SAMPLE.toString()), UNUSABLE, "out/taken: ", "move it away");
  }

  @Test
  void namesAFileThatMustNotBeRead() throws Exception {
    Assumptions.assumeFalse(isRoot(), "root may read everything");
    Path file = Files.copy(SAMPLE, directory.resolve("secret"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    assertOneLine(run(file.toString()), UNUSABLE, "secret: permission denied");
  }

  @Test
  void leavesNothingHalfWrittenWhenTheDiskIsFull() throws Exception {
    Path out = directory.resolve("out");

    Outcome outcome =
        Program.inShell(
            "trap '' XFSZ; ulimit -f 200; exec \"$@\"",
            "run",
            SAMPLE.toString(),
            "--summary",
            "json",
            "-o",
            out.toString());

    assertOneLine(outcome, FAILED, "out", "File too large");
    assertThat(filesBelow(out.resolve("channels"))).allMatch(MistakesTest::isWholeChannelFile);
    assertThat(filesBelow(out.resolve("channels/ch220"))).isEmpty();
  }

  @Test
  void removesWhatAKilledRunLeftBehind() throws Exception {
    Path channel = Files.createDirectories(directory.resolve("out/channels/ch220"));
    Files.writeString(channel.resolve(".ch220.20240501.1200.1714564800.000000000.nmsg.part"), "x");

    Outcome outcome = run(SAMPLE.toString());

    assertThat(outcome.status()).isZero();
    assertThat(outcome.err()).hasLineCount(1).contains("unfinished");
    assertThat(filesBelow(channel)).isNotEmpty().allMatch(MistakesTest::isWholeChannelFile);
  }

  @Test
  void readsACaptureThatComesThroughANamedPipe() throws Exception {
    Outcome outcome =
        Program.inShell(
            "cat " + SAMPLE + " | \"$@\"",
            "run",
            "/dev/stdin",
            "--summary",
            "json",
            "-o",
            directory.resolve("out").toString());

    assertThat(outcome.err()).isEmpty();
    assertThat(SummaryReading.of(outcome.out()).number("input", "packets")).isEqualTo(17_543);
  }

  @ParameterizedTest
  @CsvSource({
    "--nonsense, --nonsense",
    "--ports=0, --ports",
    "--ports=65536, --ports",
    "--ports=dns, --ports",
    "--query-timeout=0, --query-timeout",
    "--query-timeout=NaN, --query-timeout",
    "--max-open-queries=0, --max-open-queries",
    "--rotate=0, --rotate",
    "--format=xml, --format",
    "--publish=ch222=udp:127.0.0.1/1, --publish",
    "--publish=ch221=udp:127.0.0.1/65536, --publish"
  })
  void namesTheOptionThatCannotBe(String option, String named) {
    Outcome outcome = run(SAMPLE.toString(), option);

    assertThat(outcome.status()).isEqualTo(UNUSABLE);
    assertThat(outcome.err().lines().toList()).hasSize(2);
    assertThat(outcome.err()).startsWith("nxsight: ").contains(named).doesNotContain("Exception");
    assertThat(outcome.err()).endsWith("try: nxsight run --help\n");
  }

  @Test
  void asksForACommandAndForAnInput() throws Exception {
    Outcome nothing = Program.alone();
    assertThat(nothing.status()).isEqualTo(UNUSABLE);
    assertThat(nothing.err()).startsWith("nxsight: a command is needed").doesNotContain("\tat ");
    Outcome noInput = Program.here(new ByteArrayInputStream(new byte[0]), List.of("run"));
    assertThat(noInput.status()).isEqualTo(UNUSABLE);
    assertThat(noInput.err()).contains("what to read is missing").hasLineCount(2);
  }

  /** Counts by the lengths alone; the sample is little-endian. */
  private static long wholePackets(byte[] capture) {
    ByteBuffer records = ByteBuffer.wrap(capture).order(ByteOrder.LITTLE_ENDIAN);
    long packets = 0;
    for (int at = 24; at + 16 <= capture.length; ) {
      at += 16 + records.getInt(at + 8);
      packets += at <= capture.length ? 1 : 0;
    }
    return packets;
  }

  private Outcome run(String input, String... options) {
    return Program.here(new ByteArrayInputStream(new byte[0]), arguments(input, options));
  }

  private Outcome runReading(byte[] standardInput) throws Exception {
    Path input = Files.write(directory.resolve("input"), standardInput);
    return Program.reading(input, arguments("-").toArray(String[]::new));
  }

  private List<String> arguments(String input, String... options) {
    String out = directory.resolve("out").toString();
    return Stream.concat(
            Stream.of("run", "--summary", "json", "-o", out, input), Stream.of(options))
        .toList();
  }

  private static void assertOneLine(Outcome outcome, int status, String... parts) {
    assertThat(outcome.err()).startsWith("nxsight: ").hasLineCount(1).contains(parts);
    assertThat(outcome.err()).doesNotContain("Exception", "\tat ");
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.status()).isEqualTo(status);
  }

  private static boolean isRoot() throws Exception {
    return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
  }

  private static List<Path> filesBelow(Path top) throws Exception {
    if (!Files.exists(top)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.walk(top)) {
      return entries.filter(Files::isRegularFile).toList();
    }
  }

  private static boolean isWholeChannelFile(Path file) {
    String name = file.getFileName().toString();
    return !name.startsWith(".") && name.endsWith(".nmsg");
  }
}
