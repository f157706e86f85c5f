package org.nxsight.app;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.nxsight.analysis.findings.FindingKind;
import org.nxsight.analysis.findings.Severity;
import org.nxsight.store.findings.Marks;

/**
 * What is added to the files of the findings' channel, also to those that a run is still writing,
 * which have other names: {@code .NAME.part}.
 */
final class FindingTail {
  private static final long LOOK_MILLIS = 500;

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
    for (Path file : files()) {
      read.put(name(file), wholeOctets(file));
    }
    while (!stop.isRequested() && out.isOpen()) {
      Marks marks = Marks.read(data);
      for (Path file : files()) {
        tell(file, marks, out);
      }
      out.flush();
      await(stop);
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
      for (int i = 0; i < octets; i++) {
        if (bytes[i] == '\n') {
          line(new String(bytes, start, i - start, StandardCharsets.UTF_8), marks, out);
          start = i + 1;
        }
      }
      read.put(name(file), from + start);
    } catch (FileNotFoundException | NoSuchFileException e) {
      // It has got its name meanwhile; the next look finds it.
    }
  }

  private void line(String line, Marks marks, AnswerOutput out) {
    JsonObject finding;
    try {
      finding = JsonParser.parseString(line).getAsJsonObject();
    } catch (JsonParseException | IllegalStateException e) {
      return; // not ours
    }
    FindingKind kind = FindingKind.valueOf(text(finding, "kind"));
    Severity severity = Severity.valueOf(text(finding, "severity").toUpperCase(Locale.ROOT));
    boolean wanted =
        (kinds.isEmpty() || kinds.contains(kind))
            && severity.compareTo(least) >= 0
            && marks.of(text(finding, "id")) != Marks.Mark.MUTED;
    if (!wanted) {
      return;
    }
    out.append(json ? line : Printable.of(sentence(finding))).append("\n");
  }

  private static String sentence(JsonObject finding) {
    return text(finding, "updated")
        + "  "
        + text(finding, "id")
        + "  "
        + text(finding, "state")
        + "  "
        + text(finding, "severity")
        + "  "
        + text(finding, "kind")
        + "  "
        + text(finding, "subject")
        + ": "
        + text(finding, "sentence");
  }

  private static String text(JsonObject finding, String member) {
    return finding.get(member).getAsString();
  }

  private static void await(StopSignal stop) {
    if (!stop.beginReading()) {
      return;
    }
    try {
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    } catch (InterruptedException e) {
      // The command is to end.
    } finally {
      stop.endReading();
    }
  }
}
