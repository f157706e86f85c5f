package org.nxsight.app.form;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One record of a CSV file (RFC 4180), being written: fields between commas, quoted where they have
 * a comma, a quote or a line's end in them, and CR LF at the end.
 */
public final class CsvLine {
  private final StringBuilder out = new StringBuilder();
  private boolean first = true;

  /** The header, or fields that are all plain. */
  public static String of(List<String> fields) {
    CsvLine line = new CsvLine();
    fields.forEach(line::field);
    return line.end();
  }

  /** A field with this text; an empty one for null. */
  public CsvLine field(@Nullable Object value) {
    if (!first) {
      out.append(',');
    }
    first = false;
    if (value != null) {
      append(value.toString());
    }
    return this;
  }

  /**
   * A field with DNS presentation text, in which no spreadsheet sees a formula: a first character
   * that would begin one is written as {@code \DDD}, which means the same (RFC 1035, section 5.1).
   */
  public CsvLine presentation(@Nullable String text) {
    return field(text == null ? null : harmless(text));
  }

  private static String harmless(String text) {
    return !text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0
        ? String.format("\\%03d", (int) text.charAt(0)) + text.substring(1)
        : text;
  }

  private void append(String text) {
    boolean quoted = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
    out.append(quoted ? '"' + text.replace("\"", "\"\"") + '"' : text);
  }

  /** Ends the line. */
  public String end() {
    return out.append("\r\n").toString();
  }
}
