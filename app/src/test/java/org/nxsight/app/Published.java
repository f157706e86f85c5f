package org.nxsight.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.nxsight.capture.ContainerFile;
import org.nxsight.channels.form.RecordText;

/** What a run published, read from its files. */
final class Published {
  private Published() {}

  /** The payloads of both channels as text, sorted, each as often as it was published. */
  static List<String> payloads(Path output) throws IOException {
    List<String> payloads = new ArrayList<>();
    RecordText form = new RecordText();
    for (Path file : files(output)) {
      try (ContainerFile containers = ContainerFile.open(file)) {
        while (containers.next()) {
          while (containers.container().next()) {
            StringBuilder text = new StringBuilder();
            form.append(text, containers.container().payload());
            payloads.add(text.toString());
          }
        }
      }
    }
    payloads.sort(null);
    return payloads;
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
