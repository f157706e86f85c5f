package org.nxsight.analysis.dga.training.benign;

import java.util.List;

/** Names in Chinese, Japanese and Korean as they are written in Latin letters. */
final class AsianNames {
  private static final List<String> ROMAJI_ONSETS =
      List.of(
          "", "k", "s", "t", "n", "h", "m", "y", "r", "w", "g", "z", "d", "b", "p", "ky", "sh",
          "ch", "j", "ry", "ts", "ny");
  private static final List<String> KOREAN_ONSETS =
      List.of(
          "", "g", "k", "n", "d", "t", "r", "m", "b", "p", "s", "j", "ch", "h", "y", "w", "kk",
          "ss");
  private static final List<String> KOREAN_RIMES =
      List.of(
          "a", "eo", "o", "u", "eu", "i", "ae", "e", "an", "eon", "on", "un", "in", "ang", "eong",
          "ong", "am", "im", "om", "al", "eol", "il", "ol", "ul", "ak", "ok", "uk", "ek", "yeon",
          "yeong");

  private final List<String> pinyin;
  private final Dice dice;

  AsianNames(ShortLists shorts, Part part, Dice dice) {
    this.dice = dice;
    // Syllables are an alphabet, not a list of names: the language models may not have the others.
    pinyin = part == Part.LANGUAGE ? shorts.of("pinyin", part) : shorts.all("pinyin");
  }

  String pinyin() {
    StringBuilder name = new StringBuilder(dice.maybe(0.08, dice.number()));
    for (int left = dice.between(2, 4); left > 0; left--) {
      name.append(dice.pick(pinyin));
    }
    return name + dice.maybe(0.2, dice.number());
  }

  /** The first letters of a firm's or office's syllables, such as {@code hbzycg}. */
  String initials() {
    StringBuilder name = new StringBuilder(dice.maybe(0.08, dice.number()));
    for (int left = dice.between(2, 6); left > 0; left--) {
      name.append(dice.pick(pinyin).charAt(0));
    }
    if (dice.chance(0.25)) {
      name.append(dice.pick(pinyin));
    }
    return name + dice.maybe(0.25, dice.number());
  }

  String japanese() {
    StringBuilder name = new StringBuilder();
    for (int left = dice.between(3, 6); left > 0; left--) {
      name.append(dice.pick(ROMAJI_ONSETS))
          .append(dice.pick("aaiuueoo"))
          .append(dice.maybe(0.1, "n"));
    }
    return name
        + dice.maybe(
            0.15, dice.pick(List.of("-net", "-shop", "-web", "ya", "24", "-clinic", "dou")));
  }

  String korean() {
    StringBuilder name = new StringBuilder();
    for (int left = dice.between(2, 4); left > 0; left--) {
      name.append(dice.pick(KOREAN_ONSETS)).append(dice.pick(KOREAN_RIMES));
    }
    return name + dice.maybe(0.15, dice.pick(List.of("mall", "shop", "korea", "tv", "114", "edu")));
  }
}
