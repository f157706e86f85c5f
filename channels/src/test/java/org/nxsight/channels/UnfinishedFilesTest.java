package org.nxsight.channels;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the next run makes of the files of a live run that was killed. */
class UnfinishedFilesTest {
  private static final String NAME = "ch221.20261124.0400.1795492800.000000000.";

  /** An NMSG container without payloads, of 12 octets. */
  private static final byte[] CONTAINER = HexFormat.of().parseHex("4e4d53470002000000020a00");

  @TempDir private Path channels = Path.of(".");

  @Test
  void keepsWholeContainersAndCutsTheTail() throws IOException {
    byte[] three = new byte[36];
    for (int i = 0; i < 3; i++) {
      System.arraycopy(CONTAINER, 0, three, 12 * i, 12);
    }
    for (int length = 0; length <= three.length; length++) {
      unfinished("nmsg", Arrays.copyOf(three, length));
      int completed = Destinations.completeUnfinished(channels, "ch221");
      assertThat(completed).isEqualTo(length < 12 ? 0 : 1);
      if (completed == 1) {
        assertThat(entries()).containsExactly(NAME + "nmsg");
        assertThat(file("nmsg")).hasSize(length / 12 * 12);
        Files.delete(channels.resolve("ch221").resolve(NAME + "nmsg"));
      }
      assertThat(entries()).isEmpty();
    }
  }

  @Test
  void cutsContainersWhereSomethingElseBegins() throws IOException {
    byte[] damaged = Arrays.copyOf(CONTAINER, 4096);
    unfinished("nmsg", damaged);
    assertThat(Destinations.completeUnfinished(channels, "ch221")).isEqualTo(1);
    assertThat(file("nmsg")).isEqualTo(CONTAINER);
  }

  @Test
  void keepsWholeLinesOfJson() throws IOException {
    unfinished("json", "{\"a\":1}\n{\"b\":2}\n{\"c\"".getBytes(StandardCharsets.UTF_8));
    assertThat(Destinations.completeUnfinished(channels, "ch221")).isEqualTo(1);
    assertThat(file("json")).asString().isEqualTo("{\"a\":1}\n{\"b\":2}\n");
  }

  @Test
  void findsTheEndOfTheLastTextRecordHoweverLongTheTailIs() throws IOException {
    for (int tail : new int[] {0, 1, 65_534, 65_535, 65_536, 65_537, 200_000}) {
      unfinished("txt", ("one\n\ntwo\n\n" + "x".repeat(tail)).getBytes(StandardCharsets.UTF_8));
      assertThat(Destinations.completeUnfinished(channels, "ch221")).isEqualTo(1);
      assertThat(file("txt")).asString().isEqualTo("one\n\ntwo\n\n");
      Files.delete(channels.resolve("ch221").resolve(NAME + "txt"));
    }
  }

  @Test
  void takesTheNextFreeName() throws IOException {
    unfinished("nmsg", CONTAINER);
    Files.write(channels.resolve("ch221").resolve(NAME + "nmsg"), CONTAINER);
    assertThat(Destinations.completeUnfinished(channels, "ch221")).isEqualTo(1);
    assertThat(entries())
        .containsExactly(NAME + "nmsg", "ch221.20261124.0400.1795492800.000000001.nmsg");
  }

  private void unfinished(String suffix, byte[] content) throws IOException {
    Files.createDirectories(channels.resolve("ch221"));
    Files.write(channels.resolve("ch221").resolve("." + NAME + suffix + ".part"), content);
  }

  private byte[] file(String suffix) throws IOException {
    return Files.readAllBytes(channels.resolve("ch221").resolve(NAME + suffix));
  }

  private List<String> entries() throws IOException {
    try (Stream<Path> entries = Files.list(channels.resolve("ch221"))) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
  }
}
