package org.nxsight.store.writing;

import java.nio.file.Path;
import org.nxsight.store.Dataset;
import org.nxsight.store.parquet.ParquetFiles;

/**
 * A row as a line of text that DuckDB reads: fields between tabs, members of a list between unit
 * separators (octet 31), {@code \N} for NULL. None of them is in a value: names and rdata are
 * printed with escapes. It is reused.
 *
 * <p>Sorting the lines by their octets sorts the rows by their columns, since a tab comes before
 * all that is in a value.
 */
final class TextRow {
  /** Longer than any line: an RRset has at most 65,535 octets, of which each is 4 of text. */
  private static final int MAX_LINE_OCTETS = 1 << 20;

  private final StringBuilder text = new StringBuilder(512);

  /** Where the value of the first field is appended. */
  StringBuilder first() {
    return text;
  }

  /** Starts a field, not the first; its value is appended to what this returns. */
  StringBuilder field() {
    return text.append('\t');
  }

  /** Starts a member of a list. */
  StringBuilder item(boolean further) {
    return further ? text.append('\37') : text;
  }

  /** A field without a value. */
  void none() {
    field().append("\\N");
  }

  /** Ends the row, which becomes a line; the next one begins. */
  void end(Lines lines) {
    text.append('\n');
    lines.add(text);
    text.setLength(0);
  }

  /** The rows of a file as SQL selects them, with the columns that the dataset has. */
  static String select(Dataset dataset, Path file) {
    StringBuilder columns = new StringBuilder();
    StringBuilder values = new StringBuilder();
    for (String column : dataset.columns().strip().split(",\\s*", -1)) {
      String[] words = column.split(" ", -1);
      boolean plain = !words[1].endsWith("[]") && !words[1].equals("TIMESTAMP");
      String comma = columns.isEmpty() ? "" : ", ";
      columns.append(comma).append('\'').append(words[0]).append("': '");
      columns.append(plain ? words[1] : words[1].equals("TIMESTAMP") ? "BIGINT" : "VARCHAR");
      columns.append('\'');
      values.append(comma).append(value(words[0], words[1])).append(" AS ").append(words[0]);
    }
    return """
    SELECT %s FROM read_csv(%s, delim = '\\t', quote = '', escape = '', header = false,
      auto_detect = false, nullstr = '\\N', max_line_size = %d, buffer_size = %d,
      columns = {%s})\
    """
        .formatted(values, ParquetFiles.text(file), MAX_LINE_OCTETS, 4 * MAX_LINE_OCTETS, columns);
  }

  private static String value(String name, String type) {
    return switch (type) {
      case "TIMESTAMP" -> "make_timestamp(" + name + ")";
      case "VARCHAR[]" -> "string_split(" + name + ", chr(31))";
      case "UBIGINT[]" -> "string_split(" + name + ", chr(31))::UBIGINT[]";
      default -> name;
    };
  }
}
