package org.nxsight.app;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.nxsight.app.form.CsvLine;
import org.nxsight.app.form.FindingColumns;
import org.nxsight.store.findings.Marks;
import org.nxsight.store.findings.StoredFinding;

/** Findings of the store, for persons and programs. */
final class FindingForm {
  private final AnswerForm.Form form;

  FindingForm(AnswerForm.Form form) {
    this.form = form;
  }

  /** What stands before all rows. */
  String begin() {
    return form == AnswerForm.Form.CSV ? CsvLine.of(FindingColumns.ALL) : "";
  }

  String of(StoredFinding finding, Marks.Mark mark) {
    return switch (form) {
      case TEXT -> text(finding, mark);
      case JSON -> json(finding, mark);
      case CSV -> csv(finding, mark);
    };
  }

  /** Two lines: what, about whom and when; and why. */
  private static String text(StoredFinding finding, Marks.Mark mark) {
    String head =
        String.format(
            Locale.ROOT,
            "%s  %-8s  %s  %s%s%s",
            finding.id(),
            finding.severity().text(),
            finding.kind(),
            finding.subject(),
            finding.open() ? "" : "  closed",
            mark == Marks.Mark.NONE ? "" : "  " + mark.text());
    String times =
        TimeText.ofMicros(finding.timeFirstMicros())
            + " .. "
            + TimeText.ofMicros(finding.timeLastMicros());
    return Printable.of(head)
        + "\n    "
        + times
        + "\n    "
        + Printable.of(finding.sentence())
        + "\n";
  }

  /** All that is known of one, and how it came about. */
  static String whole(StoredFinding finding, Marks.Mark mark, List<StoredFinding> changes) {
    StringBuilder out = new StringBuilder(text(finding, mark));
    out.append(
        String.format(
            Locale.ROOT,
            "%n  confidence %.2f, %,d records, %s%n  evidence%n",
            finding.confidence(),
            finding.count(),
            finding.resolvers() == 1 ? "1 resolver" : finding.resolvers() + " resolvers"));
    for (Map.Entry<String, JsonElement> each : evidence(finding).entrySet()) {
      out.append(
          String.format(
              Locale.ROOT, "    %-20s %s%n", Printable.of(each.getKey()), value(each.getValue())));
    }
    out.append("  as it came about\n");
    for (StoredFinding change : changes) {
      out.append(
          String.format(
              Locale.ROOT,
              "    %s  %-6s  %-8s  %,d records%n",
              TimeText.ofMicros(change.updatedMicros()),
              change.state(),
              change.severity().text(),
              change.count()));
    }
    return out.toString();
  }

  private static JsonObject evidence(StoredFinding finding) {
    return JsonParser.parseString(finding.evidence()).getAsJsonObject();
  }

  private static String value(JsonElement value) {
    if (!value.isJsonArray()) {
      return Printable.of(value.isJsonNull() ? "-" : value.getAsString());
    }
    StringBuilder out = new StringBuilder();
    for (JsonElement each : value.getAsJsonArray()) {
      out.append(out.isEmpty() ? "" : "\n" + " ".repeat(25));
      out.append(Printable.of(each.isJsonPrimitive() ? each.getAsString() : each.toString()));
    }
    return out.toString();
  }

  private static String json(StoredFinding finding, Marks.Mark mark) {
    String line =
        new JsonLine()
            .member("id", finding.id())
            .member("kind", finding.kind())
            .member("subject", finding.subject())
            .member("subject_type", finding.subjectType())
            .member("severity", finding.severity().text())
            .member("confidence", finding.confidence())
            .member("state", finding.state())
            .member("mark", mark.text())
            .member("count", finding.count())
            .member("resolvers", finding.resolvers())
            .member("time_first", TimeText.isoOfMicros(finding.timeFirstMicros()))
            .member("time_last", TimeText.isoOfMicros(finding.timeLastMicros()))
            .member("opened", TimeText.isoOfMicros(finding.openedMicros()))
            .member("updated", TimeText.isoOfMicros(finding.updatedMicros()))
            .member("sentence", finding.sentence())
            .end();
    return line.substring(0, line.length() - 2) + ",\"evidence\":" + finding.evidence() + "}\n";
  }

  private static String csv(StoredFinding finding, Marks.Mark mark) {
    return new CsvLine()
        .field(finding.id())
        .field(finding.kind())
        .presentation(finding.subject())
        .field(finding.subjectType())
        .field(finding.severity().text())
        .field(finding.confidence())
        .field(finding.state())
        .field(mark.text())
        .field(finding.count())
        .field(finding.resolvers())
        .field(TimeText.isoOfMicros(finding.timeFirstMicros()))
        .field(TimeText.isoOfMicros(finding.timeLastMicros()))
        .field(TimeText.isoOfMicros(finding.openedMicros()))
        .field(TimeText.isoOfMicros(finding.updatedMicros()))
        .presentation(finding.sentence())
        .field(finding.evidence())
        .end();
  }
}
