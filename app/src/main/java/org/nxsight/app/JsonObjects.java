package org.nxsight.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON object (RFC 8259): members are strings, numbers as {@link Long} or {@link Double},
 * booleans, null, lists and objects. Of members with one name the last counts.
 */
final class JsonObjects {
  /** Records are flat; what is nested deeper than this is no record. */
  private static final int MOST_DEPTH = 16;

  private final String text;
  private int at;

  private JsonObjects(String text) {
    this.text = text;
  }

  /** The members; an {@link IllegalArgumentException} says what is wrong and where. */
  static Map<String, @Nullable Object> parse(String text) {
    JsonObjects reader = new JsonObjects(text);
    reader.skipSpace();
    if (!reader.takes('{')) {
      throw reader.wrong("an object is expected");
    }
    Map<String, @Nullable Object> members = reader.members(1);
    reader.skipSpace();
    if (reader.at < text.length()) {
      throw reader.wrong("nothing more is expected");
    }
    return members;
  }

  private Map<String, @Nullable Object> members(int depth) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    skipSpace();
    if (takes('}')) {
      return members;
    }
    do {
      skipSpace();
      expect('"');
      String name = string();
      skipSpace();
      expect(':');
      members.put(name, value(depth));
      skipSpace();
    } while (takes(','));
    expect('}');
    return members;
  }

  private List<@Nullable Object> list(int depth) {
    List<@Nullable Object> values = new ArrayList<>();
    skipSpace();
    if (takes(']')) {
      return values;
    }
    do {
      values.add(value(depth));
      skipSpace();
    } while (takes(','));
    expect(']');
    return values;
  }

  private @Nullable Object value(int depth) {
    skipSpace();
    if (depth > MOST_DEPTH) {
      throw wrong("so deep nothing is expected");
    }
    if (takes('"')) {
      return string();
    }
    if (takes('{')) {
      return members(depth + 1);
    }
    if (takes('[')) {
      return list(depth + 1);
    }
    int start = at;
    while (at < text.length()
        && "+-.0123456789abcdefghijklmnopqrstuvwxyzE".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    String word = text.substring(start, at);
    return switch (word) {
      case "true" -> true;
      case "false" -> false;
      case "null" -> null;
      default -> number(word, start);
    };
  }

  private Object number(String word, int start) {
    if (!word.matches("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?") || word.length() > 40) {
      at = start;
      throw wrong("a value is expected");
    }
    try {
      return Long.parseLong(word);
    } catch (NumberFormatException e) {
      return Double.parseDouble(word);
    }
  }

  private String string() {
    StringBuilder string = new StringBuilder();
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') {
        return string.toString();
      }
      if (c < ' ') {
        break;
      }
      string.append(c == '\\' ? escape() : c);
    }
    throw wrong("a quote is missing");
  }

  private char escape() {
    char c = at < text.length() ? text.charAt(at++) : ' ';
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> throw wrong("no such escape is known");
    };
  }

  private char unicode() {
    String digits = at + 4 <= text.length() ? text.substring(at, at + 4) : "";
    if (!digits.matches("[0-9A-Fa-f]{4}")) {
      throw wrong("four hexadecimal digits are expected");
    }
    at += 4;
    return (char) Integer.parseInt(digits, 16);
  }

  private boolean takes(char c) {
    boolean found = at < text.length() && text.charAt(at) == c;
    at += found ? 1 : 0;
    return found;
  }

  private void expect(char c) {
    if (!takes(c)) {
      throw wrong(c + " is expected");
    }
  }

  private void skipSpace() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private IllegalArgumentException wrong(String what) {
    return new IllegalArgumentException("at character " + (at + 1) + " " + what);
  }
}
