package org.nxsight.analysis.dga.training.benign;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The words that the language models learn from, and those that the word filter knows. */
public final class Vocabulary {
  private static final int SYLLABLE_NAMES = 20_000;
  private static final int SALT_OF_KNOWN = 7;

  /** Of ten common words so many are known, so that a trained model meets unknown words, too. */
  private static final int KNOWN_OF_TEN = 8;

  private final Lists lists;
  private final ShortLists shorts;

  /** The vocabulary of these lists. */
  public Vocabulary(Lists lists, ShortLists shorts) {
    this.lists = lists;
    this.shorts = shorts;
  }

  /** Words by group of languages, all of the part {@link Part#LANGUAGE}. */
  public Map<String, List<String>> groups() {
    Map<String, List<String>> groups = new TreeMap<>();
    lists
        .languages()
        .forEach((language, words) -> {
          List<String> group = groups.computeIfAbsent(groupOf(language), name -> new ArrayList<>());
          words.stream().filter(word -> Part.of(word) == Part.LANGUAGE).forEach(group::add);
        });
    groups.put("names", SiteNames.labels(lists.sites(), Part.LANGUAGE));
    groups.put("asian", asian());
    return groups;
  }

  private static String groupOf(String language) {
    return switch (language) {
      case "english" -> "english";
      case "ngerman", "dutch", "swedish", "danish", "bokmaal" -> "germanic";
      case "french", "spanish", "italian", "portuguese", "brazilian", "catalan", "ro_RO" ->
          "romance";
      case "polish", "cs_CZ", "hr_HR", "ru_RU" -> "slavic";
      default -> "other";
    };
  }

  private List<String> asian() {
    AsianNames names = new AsianNames(shorts, Part.LANGUAGE, new Dice(1));
    List<String> asian = new ArrayList<>();
    for (int i = 0; i < SYLLABLE_NAMES; i++) {
      asian.add(names.pinyin());
      asian.add(i % 2 == 0 ? names.japanese() : names.korean());
    }
    return asian;
  }

  /** Words in frequent use. */
  public List<String> known() {
    return lists.common().stream()
        .filter(word -> word.length() >= 4 && word.length() <= 12)
        .filter(word -> Part.tenth(word, SALT_OF_KNOWN) < KNOWN_OF_TEN)
        .toList();
  }
}
