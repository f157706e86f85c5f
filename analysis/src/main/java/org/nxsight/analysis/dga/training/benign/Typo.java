package org.nxsight.analysis.dga.training.benign;

import java.util.List;

/** Slips of the finger and of the eye: one edit of a name, sometimes two. */
final class Typo {
  private static final List<String> KEYBOARD =
      List.of("qwertyuiop", "asdfghjkl", "zxcvbnm", "1234567890", "qwertzuiop", "yxcvbnm");
  private static final List<String> GLUED =
      List.of("www", "ww", "wwww", "http", "https", "m", "com");

  private Typo() {}

  static String of(String name, Dice dice) {
    String once = edit(name, dice);
    return dice.chance(0.15) ? edit(once, dice) : once;
  }

  private static String edit(String name, Dice dice) {
    if (name.length() < 2) {
      return name + dice.pick(Dice.LETTERS);
    }
    int at = dice.between(0, name.length() - 2);
    String before = name.substring(0, at);
    char here = name.charAt(at);
    String behind = name.substring(at + 1);
    return switch (dice.between(0, 8)) {
      case 0, 1 -> before + behind;
      case 2 -> before + here + here + behind;
      case 3, 4 -> before + neighbour(here, dice) + behind;
      case 5 -> before + behind.charAt(0) + here + behind.substring(1);
      case 6 -> before + here + neighbour(here, dice) + behind;
      case 7 -> before + dice.pick(Dice.LETTERS) + here + behind;
      default -> dice.chance(0.7) ? dice.pick(GLUED) + name : name + dice.pick(GLUED);
    };
  }

  private static char neighbour(char key, Dice dice) {
    String row = dice.pick(KEYBOARD);
    int at = row.indexOf(key);
    if (at < 0) {
      return dice.pick("aeiou");
    }
    int beside = at + (dice.chance(0.5) ? 1 : -1);
    return row.charAt(Math.clamp(beside, 0, row.length() - 1));
  }
}
