package org.nxsight.analysis.dga.training.benign;

import java.util.ArrayList;
import java.util.List;

/** Names of words: one word, compounds, words with affixes, coinages, software. */
final class WordNames {
  private static final List<String> ENDINGS =
      List.of(
          "ly", "ify", "io", "ia", "eo", "oo", "r", "ster", "ware", "wise", "able", "ix", "ex",
          "on", "us", "um", "ora", "ara", "ium", "ance", "ity", "tek", "tec", "net", "soft", "lab",
          "com", "tron");

  private static final List<String> SMALL_WORDS =
      List.of(
          "the", "my", "me", "a", "to", "for", "and", "in", "of", "on", "you", "we", "it", "is",
          "go", "i", "by", "at", "up", "all", "be", "get", "no", "not", "so", "this");

  /** Languages that write compounds as one word, by the names of their lists. */
  private static final List<String> COMPOUNDING =
      List.of("ngerman", "dutch", "swedish", "danish", "bokmaal", "hu_HU");

  /** What stands between the words of such a compound. */
  private static final List<String> LINKS = List.of("", "", "", "s", "s", "n", "en", "e", "er");

  private final List<List<String>> languages = new ArrayList<>();
  private final List<List<String>> compounding = new ArrayList<>();
  private final List<String> common;
  private final List<String> frequent;
  private final List<String> packages;
  private final List<String> prefixes;
  private final List<String> suffixes;
  private final List<String> places;
  private final Dice dice;

  WordNames(Lists lists, ShortLists shorts, Part part, Dice dice) {
    this.dice = dice;
    lists.languages().values().forEach(words -> languages.add(inPart(words, part)));
    COMPOUNDING.forEach(language ->
        compounding.add(inPart(lists.languages().getOrDefault(language, List.of()), part)));
    compounding.removeIf(List::isEmpty);
    common = inPart(lists.common(), part);
    frequent = inPart(lists.frequent(), part);
    packages = inPart(lists.packages(), part);
    places = inPart(lists.places(), part);
    prefixes = shorts.of("prefix", part);
    suffixes = shorts.of("suffix", part);
  }

  private static List<String> inPart(List<String> items, Part part) {
    return items.stream().filter(item -> Part.of(item) == part).toList();
  }

  String word() {
    return dice.pick(dice.pick(languages)) + dice.maybe(0.1, dice.number());
  }

  /** Two or three English words, short ones more often. */
  String englishCompound() {
    String joint = joint();
    String name = shortWord(common) + joint + shortWord(common);
    return name + dice.maybe(0.15, joint + shortWord(common)) + dice.maybe(0.08, dice.number());
  }

  /** Two to four of the most frequent words, as brands and phrases are. */
  String phrase() {
    String joint = dice.maybe(0.15, "-");
    StringBuilder name = new StringBuilder(dice.maybe(0.1, dice.pick(SMALL_WORDS) + joint));
    name.append(shortWord(frequent))
        .append(joint)
        .append(dice.maybe(0.12, dice.pick(SMALL_WORDS) + joint));
    name.append(shortWord(frequent));
    name.append(dice.maybe(0.2, joint + shortWord(frequent)));
    return name + dice.maybe(0.05, dice.number());
  }

  String compound() {
    List<String> language = dice.pick(languages);
    return shortWord(language) + joint() + shortWord(language) + dice.maybe(0.06, dice.number());
  }

  /** Two words, rarely three, as languages join them to one: {@code hauptbahnhof}. */
  String joined() {
    if (compounding.isEmpty()) {
      return compound();
    }
    List<String> language = dice.pick(compounding);
    String name = shortWord(language) + dice.pick(LINKS) + shortWord(language);
    return name + dice.maybe(0.15, dice.pick(LINKS) + shortWord(language));
  }

  String affixed() {
    String base = dice.chance(0.5) ? dice.pick(common) : dice.pick(dice.pick(languages));
    base = dice.chance(0.2) ? dice.pick(places) : base;
    String joint = joint();
    return switch (dice.between(0, 4)) {
      case 0 -> dice.pick(prefixes) + joint + base;
      case 1 -> dice.pick(prefixes) + joint + base + joint + dice.pick(suffixes);
      default -> base + joint + dice.pick(suffixes);
    };
  }

  String software() {
    return dice.pick(packages).replaceAll("[^a-z0-9-]", "");
  }

  /** A word that begins as one and ends as another, or as start-ups do. */
  String coinage() {
    String first = head(dice.pick(dice.pick(languages)), 2, 5);
    return switch (dice.between(0, 3)) {
      case 0 -> first + dice.pick(ENDINGS);
      case 1 ->
          first + head(dice.pick(dice.pick(languages)), 2, 4) + dice.maybe(0.5, dice.pick(ENDINGS));
      case 2 -> first + tail(dice.pick(dice.pick(languages)), 3, 5);
      default -> {
        String word = dice.pick(common);
        yield word.length() < 5
            ? word + dice.pick(ENDINGS)
            : word.charAt(0) + word.substring(1).replaceAll("[aeiou](?=[^aeiou]$)", "");
      }
    };
  }

  private String joint() {
    return dice.maybe(0.2, "-");
  }

  private String shortWord(List<String> words) {
    String word = dice.pick(words);
    for (int i = 0; i < 3 && word.length() > 8; i++) {
      word = dice.pick(words);
    }
    return word;
  }

  private String head(String word, int fewest, int most) {
    return word.substring(0, Math.min(word.length(), dice.between(fewest, most)));
  }

  private String tail(String word, int fewest, int most) {
    return word.substring(Math.max(0, word.length() - dice.between(fewest, most)));
  }
}
