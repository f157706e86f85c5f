package org.nxsight.analysis.dga.training.benign;

import java.util.List;

/** Acronyms, numbers, short names and what fingers type on a keyboard. */
final class ShortNames {
  private static final List<String> KEYS =
      List.of(
          "qwertyuiop",
          "asdfghjkl",
          "zxcvbnm",
          "qwertz",
          "1234567890",
          "asdf",
          "qazwsx",
          "1q2w3e4r",
          "abcdefgh",
          "aaaa",
          "xxx",
          "test",
          "0987654321",
          "147258369",
          "poiuyt",
          "lkjhgf",
          "mnbvcx");

  private static final List<String> MACHINERY =
      List.of(
          "cdn", "img", "srv", "sdk", "gslb", "glb", "rtb", "api", "iot", "ads", "svc", "dns", "lb",
          "tv", "app", "web", "mgr", "sys", "net", "data", "log", "js", "rtm", "gtm", "vip", "dc",
          "ssl", "sdp", "xml", "ext", "msg", "st", "cf", "hw", "ws", "ks", "px", "trk", "pxl",
          "mdm", "vod", "live");
  private static final List<String> ROWS =
      List.of("qwertyuiop", "asdfghjkl", "asdfghjkl", "zxcvbnm");

  private final List<String> words;
  private final Dice dice;

  ShortNames(Lists lists, Part part, Dice dice) {
    this.dice = dice;
    words = lists.common().stream().filter(word -> Part.of(word) == part).toList();
  }

  String acronym() {
    StringBuilder name = new StringBuilder();
    for (int left = dice.between(2, 5); left > 0; left--) {
      name.append(dice.pick(words).charAt(0));
    }
    return name + dice.maybe(0.25, dice.number());
  }

  String acronymAndWord() {
    String acronym = acronym();
    String joint = dice.maybe(0.25, "-");
    return dice.chance(0.7)
        ? acronym + joint + dice.pick(words)
        : dice.pick(words) + joint + acronym;
  }

  String shortName() {
    return dice.some(
        Dice.LETTERS + (dice.chance(0.3) ? Dice.DIGITS : ""), 1, dice.chance(0.5) ? 4 : 5);
  }

  /** Numbers as names, such as {@code 163}, {@code 4399} and {@code 51job}. */
  String number() {
    String digits =
        dice.chance(0.4) ? dice.number() : dice.some(Dice.DIGITS, 2, dice.chance(0.7) ? 5 : 8);
    if (dice.chance(0.2)) {
      digits = digits.substring(0, 1).repeat(dice.between(2, 4)) + digits;
    }
    return switch (dice.between(0, 4)) {
      case 0 -> digits;
      case 1 -> digits + dice.some(Dice.LETTERS, 1, 3);
      case 2 -> dice.some(Dice.LETTERS, 1, 3) + digits;
      case 3 -> digits + dice.pick(words);
      default -> dice.pick(words) + digits;
    };
  }

  /** What firms call the zones of their machinery: clipped words and technical abbreviations. */
  String machinery() {
    String stem = dice.chance(0.6) ? clipped(dice.pick(words)) : dice.pick(words);
    stem = stem.substring(0, Math.min(stem.length(), dice.between(2, 7)));
    return switch (dice.between(0, 5)) {
      case 0 -> stem;
      case 1 -> dice.pick(MACHINERY) + stem;
      case 2 -> stem + dice.pick(MACHINERY) + dice.pick(MACHINERY);
      case 3 -> acronym() + dice.pick(MACHINERY);
      default -> stem + dice.pick(MACHINERY);
    };
  }

  /** The word without its vowels, but for the first letter, or without some of them. */
  private String clipped(String word) {
    StringBuilder left = new StringBuilder(word.substring(0, 1));
    for (char letter : word.substring(1).toCharArray()) {
      if ("aeiou".indexOf(letter) < 0 || dice.chance(0.2)) {
        left.append(letter);
      }
    }
    return left.toString();
  }

  /** A hand rolled over neighbouring keys. */
  String mashed() {
    String row = dice.pick(ROWS);
    StringBuilder name = new StringBuilder();
    int at = dice.between(0, row.length() - 1);
    for (int left = dice.between(4, 11); left > 0; left--) {
      name.append(row.charAt(at));
      at = Math.floorMod(at + dice.between(-2, 2), row.length());
    }
    return name.toString();
  }

  String keys() {
    if (dice.chance(0.5)) {
      return mashed();
    }
    String row = dice.pick(KEYS);
    int from = dice.between(0, Math.max(0, row.length() - 3));
    String piece = row.substring(from, Math.min(row.length(), from + dice.between(3, 8)));
    String other = dice.pick(KEYS);
    return piece
        + dice.maybe(0.5, other.substring(0, Math.min(other.length(), dice.between(2, 5))))
        + dice.maybe(0.2, dice.number());
  }
}
