package org.nxsight.capture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/**
 * Real captures that are not ours to commit: {@code ../shared/corpus} beside the repository, or the
 * directory that the environment variable {@code NXSIGHT_CORPUS} names. A test that needs them is
 * skipped where they are not there.
 */
final class Corpus {
  /**
   * What another reader, tshark, finds in a capture.
   *
   * @param messages counts DNS over UDP and TCP, multicast DNS included
   * @param rcodes of the header, {@code NAME=N,NAME=N}
   */
  record Entry(
      Path file, long packets, long messages, long responses, String rcodes, long overTcp) {
    String name() {
      return file.getFileName().toString();
    }
  }

  private Corpus() {}

  /** The captures in pcap and pcapng format. */
  static List<Entry> captures() throws IOException {
    Path index = directory().resolve("INDEX.tsv");
    Assumptions.assumeTrue(Files.exists(index), () -> "no " + index);
    return Files.readAllLines(index).stream()
        .map(line -> line.split("\t", -1))
        .filter(columns -> columns[1].startsWith("pcap"))
        .map(Corpus::entry)
        .toList();
  }

  /** The files of another kind than pcap, as the index calls it. */
  static List<Path> files(String kind) throws IOException {
    Path index = directory().resolve("INDEX.tsv");
    Assumptions.assumeTrue(Files.exists(index), () -> "no " + index);
    return Files.readAllLines(index).stream()
        .map(line -> line.split("\t", -1))
        .filter(columns -> columns[1].equals(kind))
        .map(columns -> directory().resolve(columns[0]))
        .toList();
  }

  /** The one capture of a name. */
  static Path capture(String name) throws IOException {
    return captures().stream()
        .filter(entry -> entry.name().equals(name))
        .map(Entry::file)
        .findFirst()
        .orElseThrow();
  }

  private static Entry entry(String[] columns) {
    return new Entry(
        directory().resolve(columns[0]),
        Long.parseLong(columns[2]),
        Long.parseLong(columns[3]),
        Long.parseLong(columns[4]),
        columns[5],
        Long.parseLong(columns[7]));
  }

  private static Path directory() {
    String told = System.getenv("NXSIGHT_CORPUS");
    return told == null ? Path.of("../../shared/corpus") : Path.of(told);
  }
}
