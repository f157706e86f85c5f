package org.nxsight.bench.evaluate;

import java.util.List;
import java.util.SplittableRandom;

/** Draws parts of names. */
public final class Dice {
  public static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
  public static final String HEX = "0123456789abcdef";
  public static final String BASE32 = LETTERS + "234567";
  public static final String ALPHANUMERIC = LETTERS + "0123456789";

  private final SplittableRandom random;

  public Dice(long seed) {
    random = new SplittableRandom(seed);
  }

  public int below(int bound) {
    return random.nextInt(bound);
  }

  public int between(int least, int most) {
    return random.nextInt(least, most + 1);
  }

  public long bits() {
    return random.nextLong();
  }

  public boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  public <T> T of(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  public String of(String... texts) {
    return texts[random.nextInt(texts.length)];
  }

  public String digits(String of, int length) {
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(of.charAt(random.nextInt(of.length())));
    }
    return text.toString();
  }

  public String digits(String of, int least, int most) {
    return digits(of, between(least, most));
  }

  /** Each letter in either case, as resolvers spell them against forgery. */
  public String mixed(String name) {
    StringBuilder text = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      text.append(random.nextBoolean() ? Character.toUpperCase(c) : c);
    }
    return text.toString();
  }
}
