package org.nxsight.capture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Real captures that are not ours to commit: {@code ../shared/corpus} beside the repository, or the
 * directory that the environment variable {@code NXSIGHT_CORPUS} names.
 */
final class Corpus {
  /**
   * What INDEX.tsv says of one file.
   *
   * @param messages counts DNS over UDP and TCP, multicast DNS included
   * @param rcodes of the header, {@code NAME=N,NAME=N}
   */
  record Entry(
      Path file,
      String name,
      String kind,
      long packets,
      long messages,
      long responses,
      String rcodes,
      long overTcp) {
    boolean isCapture() {
      return kind.startsWith("pcap");
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private Corpus() {}

  /** The entries of INDEX.tsv whose file is there; none where there is no corpus. */
  static List<Entry> entries() {
    Path directory = directory();
    Path index = directory.resolve("INDEX.tsv");
    if (!Files.exists(index)) {
      return List.of();
    }
    try (Stream<String> lines = Files.lines(index)) {
      return lines
          .skip(1)
          .map(line -> entry(directory, line.split("\t", -1)))
          .filter(entry -> Files.exists(entry.file()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Entry entry(Path directory, String[] fields) {
    return new Entry(
        directory.resolve(fields[0]),
        fields[0],
        fields[1],
        number(fields[2]),
        number(fields[3]),
        number(fields[4]),
        fields[5],
        number(fields[7]));
  }

  private static long number(String field) {
    return field.isEmpty() ? 0 : Long.parseLong(field);
  }

  private static Path directory() {
    String told = System.getenv("NXSIGHT_CORPUS");
    return told == null ? Path.of("../../shared/corpus") : Path.of(told);
  }
}
