package org.nxsight.app;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsight.app.form.CsvLine;

/** Rows of any columns, being written. */
abstract sealed class SqlForm {
  final List<String> columns;
  final AnswerOutput out;

  private SqlForm(List<String> columns, AnswerOutput out) {
    this.columns = columns;
    this.out = out;
  }

  static SqlForm of(AnswerForm.Form form, List<String> columns, AnswerOutput out) {
    return switch (form) {
      case TEXT -> new Table(columns, out);
      case JSON -> new Json(columns, out);
      case CSV -> new Csv(columns, out);
    };
  }

  /** Takes a row. */
  abstract void row(List<@Nullable Object> values);

  /** No more rows come. */
  void end() {}

  /** An object a line. */
  private static final class Json extends SqlForm {
    Json(List<String> columns, AnswerOutput out) {
      super(columns, out);
    }

    @Override
    void row(List<@Nullable Object> values) {
      JsonLine line = new JsonLine();
      for (int i = 0; i < values.size(); i++) {
        line.member(columns.get(i), values.get(i));
      }
      out.append(line.end());
    }
  }

  /** Fields as they are: what is in them is the asker's choice. */
  private static final class Csv extends SqlForm {
    Csv(List<String> columns, AnswerOutput out) {
      super(columns, out);
      out.append(CsvLine.of(columns));
    }

    @Override
    void row(List<@Nullable Object> values) {
      CsvLine line = new CsvLine();
      for (Object value : values) {
        line.field(value == null ? null : SqlValues.text(value));
      }
      out.append(line.end());
    }
  }

  /** Columns as wide as their first thousand values, so that answers of any length go through. */
  private static final class Table extends SqlForm {
    private static final int ROWS_MEASURED = 1_000;
    private static final int WIDEST = 80;
    private static final String BETWEEN = "  ";

    private final List<List<String>> measured = new ArrayList<>();
    private final int[] widths;
    private boolean begun;

    Table(List<String> columns, AnswerOutput out) {
      super(columns, out);
      widths = new int[columns.size()];
    }

    @Override
    void row(List<@Nullable Object> values) {
      List<String> cells = new ArrayList<>();
      for (Object value : values) {
        cells.add(value == null ? "" : Printable.of(SqlValues.text(value)));
      }
      if (begun) {
        print(cells);
        return;
      }
      measured.add(cells);
      if (measured.size() == ROWS_MEASURED) {
        begin();
      }
    }

    @Override
    void end() {
      if (!begun) {
        begin();
      }
    }

    private void begin() {
      begun = true;
      List<String> header = columns.stream().map(Printable::of).toList();
      measure(header);
      measured.forEach(this::measure);
      print(header);
      List<String> rule = new ArrayList<>();
      for (int width : widths) {
        rule.add("-".repeat(width));
      }
      print(rule);
      measured.forEach(this::print);
      measured.clear();
    }

    private void measure(List<String> cells) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], Math.min(WIDEST, cells.get(i).length()));
      }
    }

    private void print(List<String> cells) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        line.append(i == 0 ? "" : BETWEEN).append(cells.get(i));
        line.append(" ".repeat(Math.max(0, widths[i] - cells.get(i).length())));
      }
      out.append(line.toString().stripTrailing()).append("\n");
    }
  }
}
