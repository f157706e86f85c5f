package org.nxsight.analysis.dga.families;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Words that malware carries, in its order, which are resources of this program. */
final class WordLists {
  private WordLists() {}

  /** The lists of a resource: blank lines part them, lines that start with # are none. */
  static List<List<String>> read(String resource) {
    try (InputStream in =
        Objects.requireNonNull(WordLists.class.getResourceAsStream(resource), resource)) {
      String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
      String lists = text.replaceAll("(?m)^#.*\n", "");
      return Stream.of(lists.split("\n\n"))
          .map(list -> List.of(list.trim().split("\\s+")))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
