package org.nxsight.analysis.dga.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.nxsight.analysis.dga.training.benign.Lists;

/**
 * Lists out of the JDK alone, which no training has seen: countries and languages in ten tongues,
 * the words in the names of its classes, towns of its time zones.
 */
final class JdkLists {
  private static final List<String> TONGUES =
      List.of("de", "fr", "es", "it", "pl", "nl", "pt", "sv", "fi", "id");

  private JdkLists() {}

  static Lists make() {
    Map<String, List<String>> languages = new TreeMap<>();
    TONGUES.forEach(tongue -> languages.put(tongue, words(displayNames(tongue))));
    List<String> classes = classNames();
    List<String> common = words(classes.stream().flatMap(JdkLists::humps));
    List<String> places =
        words(ZoneId.getAvailableZoneIds().stream().sorted().map(id -> id.replaceAll(".*/", "")));
    return new Lists(
        languages,
        displayNames("fr").filter(name -> !name.matches("\\p{ASCII}*")).sorted().toList(),
        common,
        common,
        places.stream().map(place -> "www." + place + ".org").toList(),
        classes.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList(),
        places.stream().map(place -> place + " Smith").toList(),
        places);
  }

  private static Stream<String> displayNames(String tongue) {
    Locale locale = Locale.of(tongue);
    return Stream.concat(
        Stream.of(Locale.getISOCountries())
            .map(code -> Locale.of("", code).getDisplayCountry(locale)),
        Stream.of(Locale.getISOLanguages())
            .map(code -> Locale.of(code).getDisplayLanguage(locale)));
  }

  private static List<String> classNames() {
    Path base = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules/java.base/java");
    try (Stream<Path> files = Files.walk(base)) {
      return files
          .map(file -> file.getFileName().toString().replaceAll("\\.class$|\\$.*", ""))
          .distinct()
          .sorted()
          .toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static Stream<String> humps(String className) {
    return Stream.of(className.split("(?=[A-Z][a-z])"));
  }

  private static List<String> words(Stream<String> texts) {
    return texts
        .flatMap(
            text -> Stream.of(Normalizer.normalize(text, Normalizer.Form.NFD).split("[ '’,()_-]")))
        .map(word -> word.replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT))
        .filter(word -> word.matches("[a-z]{3,14}"))
        .distinct()
        .sorted()
        .toList();
  }
}
