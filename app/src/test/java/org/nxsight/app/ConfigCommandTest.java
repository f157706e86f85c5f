package org.nxsight.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** The configuration file that {@code nxsight config} prints is one, and is whole. */
class ConfigCommandTest {
  private static final Pattern KEY = Pattern.compile("#([a-z0-9-]+): (.*)");

  @TempDir private Path directory = Path.of(".");

  private static String printed() {
    Program.Outcome outcome = Program.here(InputStream.nullInputStream(), List.of("config"));
    assertThat(outcome.status()).isZero();
    assertThat(outcome.err()).isEmpty();
    return outcome.out();
  }

  private static List<OptionSpec> options() {
    return new CommandLine(new RunCommand()).getCommandSpec().options();
  }

  @Test
  void printsAFileThatChangesNothing() throws Exception {
    Path file = Files.writeString(directory.resolve("all.yaml"), printed());
    assertThat(new ConfigFile(file, options()).arguments()).isEmpty();
  }

  @Test
  void hasEachOptionOnceWithItsDefault() throws Exception {
    Map<String, String> keys =
        printed()
            .lines()
            .map(KEY::matcher)
            .filter(java.util.regex.Matcher::matches)
            .collect(Collectors.toMap(match -> match.group(1), match -> match.group(2)));
    assertThat(keys.keySet())
        .isEqualTo(
            options().stream()
                .filter(ConfigFile::isKey)
                .map(ConfigFile::key)
                .collect(Collectors.toSet()));
    assertThat(keys)
        .containsEntry("query-timeout", "10")
        .containsEntry("output", "nxsight-data")
        .containsEntry("ports", "[53]")
        .containsEntry("unpaired", "false");
  }

  @Test
  void isReadAsTheDefaultsOnceTheSignsAreTakenAway() throws Exception {
    String all =
        printed()
            .lines()
            .map(line -> line.replaceFirst("^#(?=[a-z])", ""))
            .collect(Collectors.joining("\n"));
    Path file = Files.writeString(directory.resolve("set.yaml"), all);
    Map<OptionSpec, List<String>> arguments = new ConfigFile(file, options()).arguments();
    assertThat(arguments).hasSize((int) options().stream().filter(ConfigFile::isKey).count());
    arguments.forEach((option, words) -> {
      if (option.defaultValue() != null && option.arity().max() > 0) {
        assertThat(words).containsExactly(option.longestName() + "=" + option.defaultValue());
      }
    });
  }
}
