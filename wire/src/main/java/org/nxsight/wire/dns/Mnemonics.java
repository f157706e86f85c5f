package org.nxsight.wire.dns;

import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One registry of numbers with names, and the generic form of the numbers without one. */
final class Mnemonics {
  private final @Nullable String[] names;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final String prefix;
  private final int largest;

  /**
   * A registry.
   *
   * @param prefix what a number without a name is written behind, as in {@code TYPE65280}
   * @param largest the largest number there is
   * @param pairs words of {@code number=NAME}; a second name of a number is only understood, never
   *     written
   */
  Mnemonics(String prefix, int largest, String pairs) {
    this.prefix = prefix;
    this.largest = largest;
    Map<Integer, String> first = new HashMap<>();
    for (String pair : pairs.strip().split("\\s+", -1)) {
      int equals = pair.indexOf('=');
      int number = Integer.parseInt(pair, 0, equals, 10);
      numbers.put(pair.substring(equals + 1), number);
      first.putIfAbsent(number, pair.substring(equals + 1));
    }
    names = new @Nullable String[1 + Collections.max(first.keySet())];
    first.forEach((number, name) -> names[number] = name);
  }

  /** The name of a number, or null. */
  @Nullable String name(int number) {
    return number >= 0 && number < names.length ? names[number] : null;
  }

  /** The name of a number, or its generic form. */
  String text(int number) {
    String name = name(number);
    return name != null ? name : prefix + number;
  }

  /** The number of a name or generic form in any case, or -1. */
  int number(String text) {
    String upper = text.toUpperCase(Locale.ROOT);
    Integer known = numbers.get(upper);
    if (known != null) {
      return known;
    }
    if (!upper.startsWith(prefix)) {
      return -1;
    }
    return decimal(upper, prefix.length());
  }

  private int decimal(String text, int from) {
    int digits = text.length() - from;
    if (digits < 1 || digits > 5) {
      return -1;
    }
    int value = 0;
    for (int i = from; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value <= largest ? value : -1;
  }
}
