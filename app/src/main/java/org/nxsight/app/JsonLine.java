package org.nxsight.app;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One JSON object on one line (RFC 8259), being written. */
final class JsonLine {
  private final StringBuilder out = new StringBuilder("{");

  /** A member with a value as {@link #value} takes it. */
  JsonLine member(String name, @Nullable Object value) {
    if (out.length() > 1) {
      out.append(',');
    }
    string(name);
    out.append(':');
    value(value);
    return this;
  }

  /** A member, when there is a value. */
  JsonLine optional(String name, @Nullable Object value) {
    return value == null ? this : member(name, value);
  }

  /** Ends the object and the line. */
  String end() {
    return out.append("}\n").toString();
  }

  private void value(@Nullable Object value) {
    switch (value) {
      case null -> out.append("null");
      case Double number when !Double.isFinite(number) -> out.append("null");
      case Float number when !Float.isFinite(number) -> out.append("null");
      case Number number -> out.append(number);
      case Boolean truth -> out.append(truth);
      case List<?> list -> list(list);
      case Map<?, ?> map -> map(map);
      case LocalDateTime time -> string(SqlValues.text(time));
      default -> string(value.toString());
    }
  }

  private void list(List<?> values) {
    out.append('[');
    String between = "";
    for (Object each : values) {
      out.append(between);
      value(each);
      between = ",";
    }
    out.append(']');
  }

  private void map(Map<?, ?> members) {
    out.append('{');
    String between = "";
    for (Map.Entry<?, ?> member : members.entrySet()) {
      out.append(between);
      string(String.valueOf(member.getKey()));
      out.append(':');
      value(member.getValue());
      between = ",";
    }
    out.append('}');
  }

  /** Everything that is no printable ASCII is escaped, so that it cannot steer a terminal. */
  private void string(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c >= ' ' && c <= '~') {
        out.append(c);
      } else {
        out.append(String.format("\\u%04x", (int) c));
      }
    }
    out.append('"');
  }
}
