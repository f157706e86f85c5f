package org.nxsight.analysis.dga.training.benign;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The short lists that stand in this program: brands, hosts, sites, affixes, people, syllables. */
public final class ShortLists {
  private final Map<String, List<String>> byName = new HashMap<>();

  /** Reads them. */
  public ShortLists() {
    String text;
    try (InputStream in =
        ShortLists.class.getResourceAsStream("/org/nxsight/analysis/dga/training/words.txt")) {
      text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    List<String> words = new ArrayList<>();
    for (String line : text.lines().toList()) {
      if (line.startsWith("[")) {
        words = new ArrayList<>();
        byName.put(line.substring(1, line.length() - 1), words);
      } else if (!line.startsWith("#")) {
        words.addAll(List.of(line.split(" ")));
      }
    }
  }

  /** The items of a list that belong to a part. */
  public List<String> of(String list, Part part) {
    return all(list).stream().filter(item -> Part.of(item) == part).toList();
  }

  /** All items of a list. */
  public List<String> all(String list) {
    return Objects.requireNonNull(byName.get(list), list);
  }
}
