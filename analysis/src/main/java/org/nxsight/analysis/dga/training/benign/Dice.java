package org.nxsight.analysis.dga.training.benign;

import java.util.List;
import java.util.SplittableRandom;

/** Choices from a seed. */
final class Dice {
  static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
  static final String CONSONANTS = "bcdfghjklmnpqrstvwxz";
  static final String DIGITS = "0123456789";
  static final String HEX = "0123456789abcdef";

  private final SplittableRandom random;

  Dice(long seed) {
    random = new SplittableRandom(seed);
  }

  <T> T pick(List<T> items) {
    return items.get(random.nextInt(items.size()));
  }

  char pick(String characters) {
    return characters.charAt(random.nextInt(characters.length()));
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  /** A number from the lowest to the highest, both included. */
  int between(int lowest, int highest) {
    return random.nextInt(lowest, highest + 1);
  }

  /** So many characters of an alphabet. */
  String some(String alphabet, int fewest, int most) {
    StringBuilder out = new StringBuilder();
    for (int left = between(fewest, most); left > 0; left--) {
      out.append(pick(alphabet));
    }
    return out.toString();
  }

  /** The text or, by chance, nothing. */
  String maybe(double probability, String text) {
    return chance(probability) ? text : "";
  }

  /** A number as people put it behind a name: small, a year, or lucky. */
  String number() {
    return switch (between(0, 5)) {
      case 0, 1 -> Integer.toString(between(1, 9));
      case 2 -> Integer.toString(between(10, 99));
      case 3 -> Integer.toString(between(100, 999));
      case 4 -> Integer.toString(between(1950, 2030));
      default -> pick(List.of("24", "365", "123", "360", "88", "888", "66", "520", "007", "247"));
    };
  }
}
