package org.nxsight.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.nxsight.capture.ContainerFile;
import org.nxsight.channels.form.RecordText;
import org.nxsight.wire.Mixing;

/** What a run published, read from its files. */
final class Published {
  private Published() {}

  /**
   * The payloads of both channels, sorted, each as often as it was published: the first line of
   * their text, and a hash of all of it, since a test may have half a million.
   */
  static List<String> payloads(Path output) throws IOException {
    List<String> payloads = new ArrayList<>();
    RecordText form = new RecordText();
    for (Path file : files(output)) {
      try (ContainerFile containers = ContainerFile.open(file)) {
        while (containers.next()) {
          while (containers.container().next()) {
            StringBuilder text = new StringBuilder();
            form.append(text, containers.container().payload());
            payloads.add(shortened(text.toString()));
          }
        }
      }
    }
    payloads.sort(null);
    return payloads;
  }

  private static String shortened(String text) {
    byte[] octets = text.getBytes(StandardCharsets.UTF_8);
    int end = text.indexOf('\n');
    return text.substring(0, end < 0 ? text.length() : end)
        + " "
        + Long.toHexString(Mixing.hash(octets, 0, octets.length, 1));
  }

  /** The channels' files that have their names. */
  static List<Path> files(Path output) throws IOException {
    return below(output).stream()
        .filter(file -> file.getFileName().toString().endsWith(".nmsg"))
        .toList();
  }

  /** All files of the channels, hidden ones too. */
  static List<Path> below(Path output) throws IOException {
    if (!Files.isDirectory(output.resolve("channels"))) {
      return List.of();
    }
    try (Stream<Path> entries = Files.walk(output.resolve("channels"))) {
      return entries.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
