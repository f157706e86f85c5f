package org.nxsight.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nxsight.app.Program.Outcome;

/** Files whose names are no text, or not in the locale that the program is started with. */
class FileNamesTest {
  private static final int EXCHANGES = 20;

  /** u with two dots in UTF-8; a and o with two dots in ISO 8859-1, which is not UTF-8. */
  private static final List<String> NAMES =
      List.of("\u00c3\u00bc.pcap", "\u00e4.pcap", "\u00f6.pcap");

  @TempDir private Path directory = Path.of(".");
  private Path captures = Path.of(".");
  private Path output = Path.of(".");

  @BeforeEach
  void makeDirectories() throws IOException {
    captures = Files.createDirectory(directory.resolve("captures"));
    output = directory.resolve("out");
  }

  @Test
  void takesFilesOfAnyNameOnceUnderWhateverLocale() throws Exception {
    for (int i = 0; i < NAMES.size(); i++) {
      write(NAMES.get(i), i);
    }
    follow("C.UTF-8", NAMES.size());
    assertThat(taken())
        .extracting(line -> line.substring(line.lastIndexOf('/') + 1))
        .isEqualTo(NAMES);
    write("later.pcap", NAMES.size());
    follow("C", NAMES.size() + 1);
    write("\u00c3\u00a4.pcap", NAMES.size() + 1);
    follow("C", NAMES.size() + 2);
    write("last.pcap", NAMES.size() + 2);
    follow("C.UTF-8", NAMES.size() + 3);
    assertThat(Published.payloads(output)).isEqualTo(read("C.UTF-8"));
  }

  @Test
  void readsFilesOfAnyNameUnderWhateverLocale() throws Exception {
    for (int i = 0; i < NAMES.size(); i++) {
      write(NAMES.get(i), i);
    }
    assertThat(read("C")).isEqualTo(read("C.UTF-8")).isNotEmpty();
  }

  @Test
  void saysThatANameCannotBeToldInTheLocale() throws Exception {
    write(NAMES.getFirst(), 0);
    for (String command : List.of("run", "show", "run --follow")) {
      Outcome outcome =
          Program.inShell(
              "name=$(printf '\\303\\274.pcap'); LC_ALL=C exec \"$@\" " + captures + "/$name",
              command.split(" "));
      assertThat(outcome.status()).isEqualTo(Complaint.UNUSABLE);
      assertThat(outcome.err())
          .hasLineCount(1)
          .contains("LC_ALL=C.UTF-8")
          .doesNotContain("Exception");
    }
  }

  private void write(String octets, int number) throws IOException {
    Files.write(
        PathOctets.path(PathOctets.of(captures) + "/" + octets),
        CaptureWriting.failures(number, EXCHANGES));
  }

  /** Follows the directory until so many files have been taken. */
  private void follow(String locale, int files) throws Exception {
    Background program = new Background(command(locale, output, "--follow", "--settle", "0.2"));
    Background.waitUntil(
        files + " files are taken", () -> taken().size() >= files || program.hasEnded());
    program.end("TERM", 0);
  }

  private List<String> taken() throws IOException {
    Path taken = output.resolve("taken");
    return Files.exists(taken)
        ? Files.readString(taken, StandardCharsets.ISO_8859_1)
            .lines()
            .filter(line -> line.startsWith("took "))
            .toList()
        : List.of();
  }

  /** Reads the directory at once, and returns what was published. */
  private List<String> read(String locale) throws Exception {
    Path once = directory.resolve("read-" + locale);
    Background.run(command(locale, once));
    return Published.payloads(once);
  }

  private List<String> command(String locale, Path output, String... options) {
    List<String> words = new ArrayList<>(List.of("env", "LC_ALL=" + locale));
    words.addAll(Program.command("run", "-o", output.toString(), captures.toString()));
    words.addAll(List.of(options));
    return words;
  }
}
