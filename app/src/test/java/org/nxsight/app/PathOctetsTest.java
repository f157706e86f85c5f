package org.nxsight.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PathOctetsTest {
  @TempDir private Path directory = Path.of(".");

  @Test
  void keepsAllOctetsWhateverTheLocaleMakesOfThem() throws Exception {
    for (int octet = 1; octet < 0x100; octet++) {
      String name = "a" + (char) octet + "%41?#";
      if (octet == '/') {
        continue;
      }
      String octets = PathOctets.of(directory) + "/" + name;
      assertThat(PathOctets.of(PathOctets.path(octets))).isEqualTo(octets);
      Files.createFile(PathOctets.path(octets));
    }
    assertThat(CaptureDirectory.files(directory)).hasSize(0xff - 1);
  }

  @Test
  void keepsTheOctetsOfADirectory() throws Exception {
    String octets = PathOctets.of(directory) + "/\u00fc";
    Files.createDirectory(PathOctets.path(octets));
    assertThat(PathOctets.of(PathOctets.path(octets))).isEqualTo(octets);
  }
}
