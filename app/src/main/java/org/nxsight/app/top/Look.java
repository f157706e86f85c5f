package org.nxsight.app.top;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How a person wants to see it: what is sorted by, and what is left of it; changed by keys. */
final class Look {
  private static final int MAX_FILTER = 255;
  private static final char ESCAPE = 27;
  private static final char BACKSPACE = 127;

  private boolean byName;
  private boolean reversed;
  private boolean typing;
  private boolean paused;
  private boolean over;
  private final StringBuilder filter = new StringBuilder();

  /** Hears a key. */
  void onKey(char key) {
    if (typing) {
      type(key);
      return;
    }
    switch (key) {
      case 'q', 3 -> over = true;
      case 's' -> byName = !byName;
      case 'r' -> reversed = !reversed;
      case ' ' -> paused = !paused;
      case '/' -> {
        typing = true;
        filter.setLength(0);
      }
      case ESCAPE -> filter.setLength(0);
      default -> {}
    }
  }

  private void type(char key) {
    switch (key) {
      case '\r', '\n' -> typing = false;
      case ESCAPE, 3 -> {
        typing = false;
        filter.setLength(0);
      }
      case BACKSPACE, '\b' -> filter.setLength(Math.max(0, filter.length() - 1));
      default -> {
        if (key >= ' ' && filter.length() < MAX_FILTER) {
          filter.append(Character.toLowerCase(key));
        }
      }
    }
  }

  /** Whether a person has had enough. */
  boolean isOver() {
    return over;
  }

  /** Whether what is shown is to stay. */
  boolean isPaused() {
    return paused;
  }

  /** Whether keys go to the filter. */
  boolean isTyping() {
    return typing;
  }

  /** What lines must contain. */
  String filter() {
    return filter.toString();
  }

  /** How they are sorted, in words. */
  String order() {
    return (byName ? "by name" : "by rate") + (reversed ? ", reversed" : "");
  }

  /** Whether a line is wanted. */
  boolean isWanted(String text) {
    return text.toLowerCase(Locale.ROOT).contains(filter);
  }

  /** The wanted ones in their order. */
  List<Map.Entry<String, Double>> sorted(Map<String, Double> rates) {
    Comparator<Map.Entry<String, Double>> order =
        byName
            ? Map.Entry.comparingByKey()
            : Map.Entry.<String, Double>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey());
    return rates.entrySet().stream()
        .filter(each -> isWanted(each.getKey()))
        .sorted(reversed ? order.reversed() : order)
        .toList();
  }
}
