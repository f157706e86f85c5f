package org.nxsight.app;

import java.util.List;
import java.util.Locale;
import org.nxsight.app.form.CsvLine;
import org.nxsight.store.pdns.PdnsRecord;

/** Records of the passive DNS database, for persons and programs. */
final class PdnsForm {
  private static final List<String> COLUMNS =
      List.of("rrname", "rrtype", "rdata", "bailiwick", "count", "time_first", "time_last");

  private final AnswerForm.Form form;

  PdnsForm(AnswerForm.Form form) {
    this.form = form;
  }

  /** What stands before all records. */
  String begin() {
    return form == AnswerForm.Form.CSV ? CsvLine.of(COLUMNS) : "";
  }

  String of(PdnsRecord record) {
    return switch (form) {
      case TEXT -> text(record);
      case JSON -> cof(record);
      case CSV -> csv(record);
    };
  }

  /** A master file's lines, with what is not of a master file in comments. */
  private static String text(PdnsRecord record) {
    StringBuilder out = new StringBuilder();
    out.append(";; record times: ").append(TimeText.ofMicros(record.timeFirstMicros()));
    out.append(" .. ").append(TimeText.ofMicros(record.timeLastMicros()));
    out.append("\n;; count: ").append(record.count());
    if (record.bailiwick() != null) {
      out.append("; bailiwick: ").append(record.bailiwick());
    }
    out.append('\n');
    for (String rdata : record.rdata()) {
      String line = "%s  %s  %s".formatted(record.rrname(), record.rrtype(), rdata);
      out.append(Printable.of(line)).append('\n');
    }
    return out.append('\n').toString();
  }

  /** The Common Output Format (draft-dulaunoy-dnsop-passive-dns-cof): times in whole seconds. */
  private static String cof(PdnsRecord record) {
    return new JsonLine()
        .member("rrname", record.rrname())
        .member("rrtype", record.rrtype())
        .member("rdata", record.rdata())
        .optional("bailiwick", record.bailiwick())
        .member("count", record.count())
        .member("time_first", record.timeFirst())
        .member("time_last", record.timeLast())
        .end();
  }

  private static String csv(PdnsRecord record) {
    StringBuilder lines = new StringBuilder();
    for (String rdata : record.rdata()) {
      lines.append(
          new CsvLine()
              .presentation(record.rrname())
              .field(record.rrtype())
              .presentation(rdata)
              .presentation(record.bailiwick())
              .field(record.count())
              .field(TimeText.isoOfMicros(record.timeFirstMicros()))
              .field(TimeText.isoOfMicros(record.timeLastMicros()))
              .end());
    }
    return lines.toString();
  }

  /** Tells a person that there is more; empty when there is not. */
  static String ending(long records, boolean limited) {
    return limited
        ? String.format(Locale.ROOT, "there are more than these %,d; raise --limit", records)
        : "";
  }
}
