package org.nxsight.app;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.nxsight.analysis.findings.FindingKind;
import org.nxsight.analysis.findings.Severity;
import org.nxsight.store.findings.Marks;

/**
 * What is added to the files of the findings' channel, also to those that a run is still writing,
 * which have other names: {@code .NAME.part}.
 */
final class FindingTail {
  private static final long LOOK_NANOS = 500_000_000L;

  /** Read at a time; longer than any line. */
  private static final int MAX_OCTETS = 4 << 20;

  private final Path channel;
  private final Path data;
  private final Set<FindingKind> kinds;
  private final Severity least;
  private final boolean json;

  /** How far each file has been read, by the name it has or is to have. */
  private final Map<String, Long> read = new HashMap<>();

  /**
   * @param channel the directory, which need not be there yet
   * @param data where people's marks are
   * @param kinds only these; none for all
   */
  FindingTail(Path channel, Path data, Set<FindingKind> kinds, Severity least, boolean json) {
    this.channel = channel;
    this.data = data;
    this.kinds = kinds;
    this.least = least;
    this.json = json;
  }

  /** Tells what comes until the run is to end or nobody reads any more. */
  void follow(StopSignal stop) throws IOException {
    AnswerOutput out = new AnswerOutput();
    passOver();
    while (!stop.isRequested() && out.isOpen()) {
      tell(out);
      out.flush();
      stop.await(LOOK_NANOS);
    }
  }

  /** Takes what is there for told. */
  void passOver() throws IOException {
    for (Path file : files()) {
      read.put(name(file), wholeOctets(file));
    }
  }

  /** Tells what has come since the last time. */
  void tell(AnswerOutput out) throws IOException {
    Marks marks = Marks.read(data);
    for (Path file : files()) {
      tell(file, marks, out);
    }
  }

  private List<Path> files() throws IOException {
    if (!Files.isDirectory(channel)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(channel)) {
      return entries.filter(file -> name(file).endsWith(".json")).sorted().toList();
    }
  }

  private static String name(Path file) {
    String name = file.getFileName().toString();
    return name.startsWith(".") && name.endsWith(".part")
        ? name.substring(1, name.length() - ".part".length())
        : name;
  }

  private static long wholeOctets(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) { // it has got its name meanwhile
      return 0;
    }
  }

  private void tell(Path file, Marks marks, AnswerOutput out) throws IOException {
    long from = read.getOrDefault(name(file), 0L);
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      int octets = Math.clamp(in.length() - from, 0, MAX_OCTETS);
      byte[] bytes = new byte[octets];
      in.seek(from);
      in.readFully(bytes);
      int start = 0;
      int unread = 0;
      for (int i = 0; i < octets; i++) {
        if (bytes[i] == '\n') {
          String line = new String(bytes, start, i - start, StandardCharsets.UTF_8);
          unread += line(line, marks, out) ? 0 : 1;
          start = i + 1;
        }
      }
      read.put(name(file), from + start);
      if (unread > 0) {
        Notices.say(file + ": lines that are no findings, passed over: " + unread);
      }
    } catch (FileNotFoundException | NoSuchFileException e) {
      // It has got its name meanwhile; the next look finds it.
    }
  }

  /** Tells of one when it is wanted; false when the line is no finding. */
  private boolean line(String line, Marks marks, AnswerOutput out) {
    FindingLine finding = FindingLine.of(line);
    if (finding == null) {
      return false;
    }
    if ((kinds.isEmpty() || kinds.contains(finding.kind()))
        && finding.severity().compareTo(least) >= 0
        && marks.of(finding.id()) != Marks.Mark.MUTED) {
      out.append(json ? line : finding.text()).append("\n");
    }
    return true;
  }
}
