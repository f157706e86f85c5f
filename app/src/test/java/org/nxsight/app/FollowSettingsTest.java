package org.nxsight.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Which directories can be followed. */
class FollowSettingsTest {
  private final FollowSettings settings = new FollowSettings();
  @TempDir private Path directory = Path.of(".");
  private Path output = Path.of(".");

  @BeforeEach
  void makeDirectories() throws IOException {
    CommandLine.populateCommand(settings, "--follow");
    output = Files.createDirectory(directory.resolve("out"));
    Files.createDirectories(output.resolve("channels/ch220"));
  }

  @Test
  void refusesTheOutputDirectoryAndAllInIt() throws IOException {
    Path linked = Files.createSymbolicLink(directory.resolve("linked"), output);
    for (Path name : List.of(output, linked, output.resolve("../out"))) {
      for (String inside : List.of("", "channels", "channels/ch220")) {
        assertThat(complaint(name.resolve(inside), output))
            .contains("in the output directory", "choose another one by -o");
      }
      assertThat(complaint(output.resolve("channels/ch220"), name)).isNotEmpty();
    }
  }

  @Test
  void refusesAChannelsDirectoryThatIsElsewhere() throws IOException {
    Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
    Files.createSymbolicLink(output.resolve("channels/ch221"), elsewhere);
    assertThat(complaint(elsewhere, output)).contains("in the output directory");
  }

  @Test
  void followsADirectoryThatHoldsTheOutputOrOnlyBeginsLikeIt() throws IOException {
    Path beside = Files.createDirectory(directory.resolve("out2"));
    assertThat(complaint(directory, output)).isEmpty();
    assertThat(complaint(beside, output)).isEmpty();
    assertThat(complaint(beside, directory.resolve("not-there-yet"))).isEmpty();
  }

  private String complaint(Path input, Path output) {
    return settings.complaint(List.of(input.toString()), output);
  }
}
