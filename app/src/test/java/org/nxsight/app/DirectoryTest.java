package org.nxsight.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nxsight.app.Program.Outcome;

/** A capture in pieces says what the whole one says. */
class DirectoryTest {
  private static final Path SAMPLE = Path.of("../samples/first-light.pcap");
  private static final int PIECES = 40;

  @TempDir private Path directory = Path.of(".");

  @Test
  void readsADirectoryInOrderOfTimeAsOneStreamWhateverTheNames() throws Exception {
    Path captures = Files.createDirectory(directory.resolve("captures"));
    writePieces(captures);
    Files.write(captures.resolve("unfinished.pcap.part"), Files.readAllBytes(SAMPLE));
    Files.write(captures.resolve(".hidden.pcap"), Files.readAllBytes(SAMPLE));
    Files.writeString(captures.resolve("notes"), "no capture");

    Outcome pieces = run("pieces", List.of(captures.toString()));

    assertThat(pieces.err()).hasLineCount(1).contains("passed over", "notes");
    assertSameAsTheWhole(pieces, "pieces");
  }

  @Test
  void readsSeveralInputsInOrderOfTime() throws Exception {
    List<String> inputs = new ArrayList<>();
    for (Path file : writePieces(directory)) {
      inputs.addFirst(file.toString());
    }
    Outcome pieces = run("pieces", inputs.reversed());
    assertThat(pieces.err()).isEmpty();
    assertSameAsTheWhole(pieces, "pieces");
  }

  private List<Path> writePieces(Path captures) throws Exception {
    List<byte[]> pieces = CaptureWriting.pieces(Files.readAllBytes(SAMPLE), PIECES);
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < PIECES; i++) {
      byte[] packed = Packing.values()[i % 3].pack(pieces.get(i));
      files.add(Files.write(captures.resolve("piece-" + (99 - i)), packed));
    }
    return files;
  }

  private void assertSameAsTheWhole(Outcome pieces, String output) throws Exception {
    Outcome whole = run("whole", List.of(SAMPLE.toString()));
    assertThat(pieces.status()).isZero();
    SummaryReading.of(pieces.out()).assertThatItAddsUp();
    assertThat(SummaryReading.of(pieces.out()).stable())
        .isEqualTo(SummaryReading.of(whole.out()).stable());
    assertThat(Published.payloads(directory.resolve(output)))
        .isEqualTo(Published.payloads(directory.resolve("whole")))
        .isNotEmpty();
  }

  private Outcome run(String output, List<String> inputs) {
    List<String> words =
        new ArrayList<>(
            List.of("run", "--summary", "json", "-o", directory.resolve(output).toString()));
    words.addAll(inputs);
    return Program.here(InputStream.nullInputStream(), words);
  }
}
