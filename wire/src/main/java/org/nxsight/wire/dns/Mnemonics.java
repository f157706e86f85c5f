package org.nxsight.wire.dns;

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
   * @param pairs lines or words of {@code number=NAME}
   */
  Mnemonics(String prefix, int largest, String pairs) {
    this.prefix = prefix;
    this.largest = largest;
    for (String pair : pairs.strip().split("\\s+", -1)) {
      int equals = pair.indexOf('=');
      numbers.put(pair.substring(equals + 1), Integer.valueOf(pair.substring(0, equals)));
    }
    names = new @Nullable String[1 + numbers.values().stream().mapToInt(n -> n).max().orElse(0)];
    numbers.forEach((name, number) -> names[number] = name);
  }

  @Nullable String name(int number) {
    return number >= 0 && number < names.length ? names[number] : null;
  }

  String text(int number) {
    String name = name(number);
    return name != null ? name : prefix + number;
  }

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
