package org.nxsight.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nxsight.app.Program.Outcome;
import org.nxsight.capture.ContainerFile;
import org.nxsight.channels.form.RecordText;

/** Files that were published, read again: by this program or by nmsgtool. */
class RepublishTest {
  private static final Path SAMPLE = Path.of("../samples/first-light.pcap");
  private static final long SECONDS_2 = 2_000_000_000L;

  @TempDir private Path directory = Path.of(".");
  private Path first = Path.of(".");

  @BeforeEach
  void publishTheSample() throws IOException {
    first = directory.resolve("first");
    run(first, SAMPLE);
    assertThat(shown(first, "ch220")).isNotEmpty();
    assertThat(shown(first, "ch221")).isNotEmpty();
  }

  @Test
  void channel220AloneGivesBothChannelsAgain() throws IOException {
    Path again = directory.resolve("again");
    SummaryReading summary = run(again, channel("ch220"));
    assertThat(summary.numbers("exchanges")).doesNotContainKeys("observations", "nxdomain_twins");
    assertSameChannels(again);
  }

  @Test
  void channel221AloneGivesItselfAgain() throws IOException {
    Path again = directory.resolve("again");
    SummaryReading summary = run(again, channel("ch221"));
    assertThat(shown(again, "ch221")).isEqualTo(shown(first, "ch221"));
    assertThat(shown(again, "ch220")).isEmpty();
    assertThat(summary.number("exchanges", "observations"))
        .isEqualTo(summary.number("channels", "nxdomain"));
  }

  @Test
  void countsMalformedRecordsOfErrorsAgain() throws IOException {
    long all = run(directory.resolve("capture"), SAMPLE).number("exchanges", "malformed_records");
    long ofErrors =
        run(directory.resolve("again"), channel("ch220")).number("exchanges", "malformed_records");
    assertThat(ofErrors).isBetween(0L, all);
  }

  @Test
  void bothTogetherGiveEachNameOnceWhicheverIsNamedFirst() throws IOException {
    Path forth = directory.resolve("forth");
    Path back = directory.resolve("back");
    SummaryReading summary = run(forth, channel("ch220"), channel("ch221"));
    run(back, channel("ch221"), channel("ch220"));
    assertSameChannels(forth);
    assertSameChannels(back);
    assertThat(summary.number("exchanges", "nxdomain_twins"))
        .isEqualTo(summary.number("channels", "nxdomain"));
  }

  @Test
  void nmsgtoolsFileOfACaptureSaysTheSameAsTheCapture() throws IOException {
    Path capture = corpus("test1-dnsqr.pcap");
    Path published = corpus("test1-dnsqr.nmsg");
    Path ours = directory.resolve("ours");
    Path theirs = directory.resolve("theirs");
    SummaryReading fromCapture = run(ours, capture);
    SummaryReading fromPublished = run(theirs, published);

    assertThat(fromPublished.numbers("rcodes")).isEqualTo(fromCapture.numbers("rcodes"));
    assertThat(fromPublished.numbers("channels")).isEqualTo(fromCapture.numbers("channels"));
    assertThat(shown(theirs, "ch220")).isEqualTo(shown(ours, "ch220"));
    assertThat(shown(theirs, "ch221")).isEqualTo(shown(ours, "ch221"));
  }

  @Test
  void accountsForEveryPayloadOfTwoSecondsOfMutations() throws IOException {
    long seed = System.nanoTime();
    System.out.println("RepublishTest seed " + seed);
    Random random = new Random(seed);
    byte[] both = concatenated();
    long start = System.nanoTime();
    for (int i = 0; System.nanoTime() - start < SECONDS_2; i++) {
      byte[] mutated = Arrays.copyOf(both, Math.max(100, random.nextInt(both.length)));
      for (int j = 0; j < 200; j++) {
        mutated[20 + random.nextInt(mutated.length - 20)] = (byte) random.nextInt();
      }
      Path file = Files.write(directory.resolve("mutated.nmsg"), mutated);
      Outcome outcome = outcome(directory.resolve("mutated" + i % 4), file);
      if (outcome.status() != Complaint.UNUSABLE) {
        SummaryReading.of(outcome.out()).assertThatItAddsUp();
      }
    }
  }

  private byte[] concatenated() throws IOException {
    byte[] errors = Files.readAllBytes(files(first, "ch220").getFirst());
    byte[] names = Files.readAllBytes(files(first, "ch221").getFirst());
    byte[] both = Arrays.copyOf(errors, errors.length + names.length);
    System.arraycopy(names, 0, both, errors.length, names.length);
    return both;
  }

  private void assertSameChannels(Path again) throws IOException {
    assertThat(shown(again, "ch220")).isEqualTo(shown(first, "ch220"));
    assertThat(shown(again, "ch221")).isEqualTo(shown(first, "ch221"));
  }

  private Path channel(String name) {
    return first.resolve("channels").resolve(name);
  }

  private static SummaryReading run(Path output, Path... inputs) {
    Outcome outcome = outcome(output, inputs);
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.status()).isZero();
    SummaryReading summary = SummaryReading.of(outcome.out());
    summary.assertThatItAddsUp();
    return summary;
  }

  private static Outcome outcome(Path output, Path... inputs) {
    List<String> words =
        new ArrayList<>(List.of("run", "--summary", "json", "-o", output.toString(), "--"));
    Arrays.stream(inputs).map(Path::toString).forEach(words::add);
    return Program.here(new ByteArrayInputStream(new byte[0]), words);
  }

  /** What {@code nxsight show} prints of a channel. */
  private static String shown(Path output, String channel) throws IOException {
    StringBuilder text = new StringBuilder();
    RecordText form = new RecordText();
    for (Path file : files(output, channel)) {
      try (ContainerFile containers = ContainerFile.open(file)) {
        while (containers.next()) {
          while (containers.container().next()) {
            form.append(text, containers.container().payload());
          }
        }
      }
    }
    return text.toString();
  }

  private static List<Path> files(Path output, String channel) throws IOException {
    Path files = output.resolve("channels").resolve(channel);
    if (!Files.isDirectory(files)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(files)) {
      return entries.sorted().toList();
    }
  }

  private static Path corpus(String name) {
    String told = System.getenv("NXSIGHT_CORPUS");
    Path corpus = told == null ? Path.of("../../shared/corpus") : Path.of(told);
    Path file = corpus.resolve("nmsg").resolve(name);
    Assumptions.assumeTrue(Files.exists(file), () -> "no " + file);
    return file;
  }
}
