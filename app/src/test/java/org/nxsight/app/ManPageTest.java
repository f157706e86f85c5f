package org.nxsight.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The manual page tells every option of every command, and nothing else starts a macro. */
class ManPageTest {
  private static final List<String> MACROS =
      List.of(".TH", ".SH", ".SS", ".TP", ".PP", ".nf", ".fi");

  private static String page() {
    Program.Outcome outcome = Program.here(InputStream.nullInputStream(), List.of("man"));
    assertThat(outcome.status()).isZero();
    return outcome.out();
  }

  @Test
  void tellsEveryOptionOfARun() {
    String page = page();
    new CommandLine(new RunCommand())
        .getCommandSpec()
        .options()
        .forEach(option -> {
          if (!option.usageHelp() && !option.versionHelp() && !option.hidden()) {
            assertThat(page).contains(option.longestName().replace("-", "\\-"));
          }
        });
    assertThat(page).contains(".SS nxsight findings").doesNotContain("nxsight man\n");
  }

  @Test
  void startsNoMacroByAccident() {
    assertThat(page().lines().filter(line -> line.startsWith(".") || line.startsWith("'")))
        .allMatch(line -> MACROS.contains(line.split(" ", 2)[0]));
  }

  @Test
  void leavesNoVariableOpen() {
    assertThat(page()).doesNotContain("${").doesNotContain("null");
  }
}
