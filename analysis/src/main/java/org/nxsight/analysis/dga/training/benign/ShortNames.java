package org.nxsight.analysis.dga.training.benign;

import java.util.List;

/** Acronyms, numbers, short names and what fingers type on a keyboard. */
final class ShortNames {
  private static final List<String> KEYS =
      List.of("qwertyuiop", "asdfghjkl", "zxcvbnm", "qwertz", "1234567890", "asdf", "qazwsx", "1q2w3e4r",
          "abcdefgh", "aaaa", "xxx", "test", "0987654321", "147258369", "poiuyt", "lkjhgf", "mnbvcx");

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
    return dice.some(Dice.LETTERS + (dice.chance(0.3) ? Dice.DIGITS : ""), 1, dice.chance(0.5) ? 4 : 5);
  }

  /** Numbers as names, such as {@code 163}, {@code 4399} and {@code 51job}. */
  String number() {
    String digits = dice.chance(0.4) ? dice.number() : dice.some(Dice.DIGITS, 2, dice.chance(0.7) ? 5 : 8);
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

  String keys() {
    String row = dice.pick(KEYS);
    int from = dice.between(0, Math.max(0, row.length() - 3));
    String piece = row.substring(from, Math.min(row.length(), from + dice.between(3, 8)));
    String other = dice.pick(KEYS);
    return piece + dice.maybe(0.5, other.substring(0, Math.min(other.length(), dice.between(2, 5)))) + dice.maybe(0.2, dice.number());
  }
}
