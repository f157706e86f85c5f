package org.nxsight.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nxsight.analysis.findings.Finding;
import org.nxsight.analysis.findings.FindingJson;
import org.nxsight.analysis.findings.FindingKind;
import org.nxsight.analysis.findings.Severity;
import org.nxsight.analysis.findings.Sighting;

class FindingTailTest {
  @TempDir private Path directory = Path.of(".");

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final AnswerOutput out =
      new AnswerOutput(new PrintStream(printed, true, StandardCharsets.UTF_8));

  private static String finding(String subject, Severity severity) {
    Sighting sighting =
        new Sighting(
            FindingKind.NAME_LEAK, subject, severity, 1, 0, 0, 1, 1, "{}", "Somebody asks.");
    StringBuilder line = new StringBuilder();
    FindingJson.append(line, new Finding(sighting, 0, 0, true));
    return line.toString();
  }

  private void write(String... lines) throws IOException {
    Files.write(
        directory.resolve(".findings.1.json.part"),
        List.of(lines),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  private FindingTail tail(boolean json) {
    return new FindingTail(directory, directory, Set.of(), Severity.LOW, json);
  }

  private String told(FindingTail tail) throws IOException {
    tail.tell(out);
    out.flush();
    String text = printed.toString(StandardCharsets.UTF_8);
    printed.reset();
    return text;
  }

  @Test
  void tellsWhatWasAddedOnceAndOnlyWhatIsSoSevere() throws IOException {
    write(finding("before.example.", Severity.HIGH));
    FindingTail tail = tail(false);
    tail.passOver();
    write(finding("a.example.", Severity.INFO), finding("b.example.", Severity.MEDIUM));
    assertThat(told(tail))
        .isEqualTo(
            "1970-01-01T00:00:00Z  "
                + Finding.id(FindingKind.NAME_LEAK, "b.example.")
                + "  open  medium  NAME_LEAK  b.example.: Somebody asks.\n");
    assertThat(told(tail)).isEmpty();
  }

  @Test
  void passesOverLinesThatAreNoFindings() throws IOException {
    String good = finding("a.example.", Severity.HIGH);
    write(
        "",
        "null",
        "[]",
        "{}",
        "{\"kind\":null}",
        good.replace("\"kind\":", "\"sort\":"),
        good.replace("\"NAME_LEAK\"", "\"OF_NEXT_YEAR\""),
        good.replace("\"NAME_LEAK\"", "[\"NAME_LEAK\"]"),
        good.replace("\"high\"", "\"dire\""),
        good.replace("\"high\"", "3"),
        good.replace("\"sentence\":", "\"word\":"),
        good.replace("\"subject\":", "\"object\":"),
        good.substring(0, good.length() / 2),
        good);
    assertThat(told(tail(true))).isEqualTo(good + "\n");
    assertThat(told(tail(false))).contains("a.example.: Somebody asks.").hasLineCount(1);
  }

  @Test
  void tellsNoControlCharactersToATerminal() throws IOException {
    write(finding("a.example.", Severity.HIGH).replace("Somebody", "\\u001b[2J"));
    assertThat(told(tail(false))).contains("\\x1b[2J asks.");
  }
}
