package org.nxsight.bench.scoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.nxsight.analysis.findings.FindingKind;

/**
 * A finding as the program wrote it, at its first line.
 *
 * @param text its last line
 */
record Found(FindingKind kind, String subject, String severity, long openedNanos, String text) {
  /** The members before the sentence, in the order in which they are written. */
  private static final Pattern LINE =
      Pattern.compile(
          "\\{\"id\":\"([^\"]+)\",\"kind\":\"([^\"]+)\",\"subject\":\"((?:[^\"\\\\]|\\\\.)*)\","
              + ".*?\"severity\":\"([^\"]+)\",.*?\"opened\":\"([^\"]+)\".*");

  /** All findings of a run, each once. */
  static List<Found> of(Path output) throws IOException {
    Map<String, Found> all = new LinkedHashMap<>();
    List<Path> files;
    try (Stream<Path> listing = Files.walk(output.resolve("channels"))) {
      files = listing.filter(Found::isOfFindings).sorted().toList();
    }
    for (Path file : files) {
      for (String line : Files.readAllLines(file)) {
        Matcher matcher = LINE.matcher(line);
        if (matcher.matches()) {
          Instant opened = Instant.parse(matcher.group(5));
          Found found =
              new Found(
                  FindingKind.valueOf(matcher.group(2)),
                  plain(matcher.group(3)),
                  matcher.group(4),
                  opened.getEpochSecond() * 1_000_000_000L + opened.getNano(),
                  line.toLowerCase(Locale.ROOT));
          all.put(matcher.group(1) + opened, found);
        }
      }
    }
    return new ArrayList<>(all.values());
  }

  private static boolean isOfFindings(Path file) {
    return String.valueOf(file.getFileName()).matches("findings[.].*[.]json");
  }

  static String plain(String subject) {
    String lower = subject.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }
}
