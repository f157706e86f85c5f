package org.nxsight.analysis.dga.training.benign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The lists that {@code lab/dga-lists} writes: words of languages, sites, packages, people, places.
 *
 * @param languages the words of each language in a..z, by the name of its list
 * @param marked words of each language with letters beyond a..z, for names that IDNA encodes
 * @param common English words in frequent use
 * @param frequent the most frequent of them, which names are made of
 * @param sites names of sites that exist, in full
 * @param packages names of software packages
 * @param people names of people, in full
 * @param places names of towns
 */
public record Lists(
    Map<String, List<String>> languages,
    List<String> marked,
    List<String> common,
    List<String> frequent,
    List<String> sites,
    List<String> packages,
    List<String> people,
    List<String> places) {
  /** Reads a folder. */
  public static Lists read(Path folder) throws IOException {
    if (!Files.isDirectory(folder.resolve("words"))) {
      throw new IOException(
          folder
              + " has no word lists; `lab/dga-lists FOLDER` collects them from Debian's packages.");
    }
    Map<String, List<String>> languages = new TreeMap<>();
    List<String> marked = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder.resolve("words"))) {
      for (Path file : files.sorted().toList()) {
        readLanguage(file, languages, marked);
      }
    }
    return new Lists(
        languages,
        marked,
        words(Files.readAllLines(folder.resolve("common.txt")), false),
        words(Files.readAllLines(folder.resolve("frequent.txt")), false),
        Files.readAllLines(folder.resolve("sites.txt")),
        Files.readAllLines(folder.resolve("packages.txt")),
        Files.readAllLines(folder.resolve("people.txt")),
        words(Files.readAllLines(folder.resolve("places.txt")), false));
  }

  private static void readLanguage(
      Path file, Map<String, List<String>> languages, List<String> marked) throws IOException {
    String language = file.getFileName().toString().replace(".txt", "");
    List<String> lines = Files.readAllLines(file);
    languages.put(language, words(lines, language.equals("ngerman")));
    lines.stream()
        .filter(word -> word.chars().anyMatch(c -> c > 0x7f && Character.isLetter(c)))
        .map(word -> word.toLowerCase(Locale.ROOT))
        .forEach(marked::add);
  }

  private static List<String> words(List<String> lines, boolean umlautsAsTwo) {
    return lines.stream()
        .filter(line -> !line.endsWith("'s"))
        .map(line -> AsciiLetters.of(line.replace(" ", ""), umlautsAsTwo))
        .filter(word -> word.length() >= 3 && word.length() <= 20)
        .distinct()
        .toList();
  }
}
