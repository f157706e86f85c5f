package org.nxsight.analysis.dga.training.benign;

import java.net.IDN;
import java.util.List;

/** Names that machines of clouds and content networks make, and names that IDNA encodes. */
final class MachineNames {
  private final List<String> words;
  private final List<String> marked;
  private final List<String> sites;
  private final Dice dice;

  MachineNames(Lists lists, ShortLists shorts, Part part, Dice dice) {
    this.dice = dice;
    words = lists.common().stream().filter(word -> Part.of(word) == part).toList();
    marked = lists.marked().stream().filter(word -> Part.of(word) == part).toList();
    sites = shorts.of("site", part);
  }

  String cloud() {
    String alphabet = Dice.LETTERS + Dice.DIGITS;
    return switch (dice.between(0, 8)) {
      case 0 -> uuid();
      case 1 -> "i-" + dice.some(Dice.HEX, 17, 17);
      case 2 ->
          dice.pick(words) + '-' + dice.some(Dice.HEX, 8, 10) + '-' + dice.some(alphabet, 5, 5);
      case 3 ->
          'e'
              + dice.some(Dice.DIGITS, 3, 6)
              + '.'
              + dice.pick("abdgx")
              + dice.maybe(0.5, "kamaiedge");
      case 4 -> dice.some(Dice.HEX, 8, 32) + '.' + dice.pick(words);
      case 5 -> dice.some(alphabet, 8, 14) + ".cloudfront";
      case 6 ->
          dice.pick(words)
              + '-'
              + dice.some(Dice.DIGITS, 6, 12)
              + '.'
              + dice.pick(sites)
              + "-"
              + dice.between(1, 3)
              + ".elb";
      case 7 -> "r" + dice.between(1, 20) + "---sn-" + dice.some(alphabet, 6, 12);
      default -> dice.pick(words) + '-' + dice.some(Dice.HEX, 4, 8);
    };
  }

  private String uuid() {
    return String.join(
        "-",
        dice.some(Dice.HEX, 8, 8),
        dice.some(Dice.HEX, 4, 4),
        dice.some(Dice.HEX, 4, 4),
        dice.some(Dice.HEX, 4, 4),
        dice.some(Dice.HEX, 12, 12));
  }

  String internationalised() {
    String word = dice.pick(marked);
    String name = dice.chance(0.3) ? word + '-' + dice.pick(words) : word;
    try {
      return IDN.toASCII(name);
    } catch (IllegalArgumentException notAName) {
      return dice.pick(words);
    }
  }

  /** Service labels and words behind each other, deep below a zone. */
  String deep() {
    return String.join(
            ".",
            dice.pick(words),
            dice.pick(sites),
            dice.pick(List.of("prod", "dev", "int", "svc", "cluster", "net", "lan", "corp")))
        + dice.maybe(0.3, ".local");
  }
}
