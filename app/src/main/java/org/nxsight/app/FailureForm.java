package org.nxsight.app;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.nxsight.app.form.CsvLine;
import org.nxsight.store.failures.Failure;

/** Failures, for persons and programs. */
final class FailureForm {
  private static final List<String> COLUMNS =
      List.of(
          "bucket",
          "bucket_seconds",
          "qname",
          "qtype",
          "rcode",
          "ede",
          "soa_rrname",
          "cut",
          "server",
          "count",
          "mixed_case",
          "time_first",
          "time_last",
          "servers",
          "resolvers",
          "names",
          "samples",
          "scope",
          "cause");

  private final AnswerForm.Form form;

  FailureForm(AnswerForm.Form form) {
    this.form = form;
  }

  /** What stands before all rows. */
  String begin() {
    return form == AnswerForm.Form.CSV ? CsvLine.of(COLUMNS) : "";
  }

  String of(Failure failure) {
    return switch (form) {
      case TEXT -> text(failure);
      case JSON -> json(failure);
      case CSV -> csv(failure);
    };
  }

  private static @Nullable String bucket(Failure failure) {
    return failure.bucketSeconds() == 0 ? null : TimeText.isoOfMicros(failure.bucketMicros());
  }

  /** One line: how often, what, who says so, when, for how many. */
  private static String text(Failure failure) {
    StringBuilder out = new StringBuilder();
    if (failure.bucketSeconds() != 0) {
      out.append(TimeText.ofMicros(failure.bucketMicros()));
      out.append(" +").append(failure.bucketSeconds() / 60).append("m  ");
    }
    out.append(String.format(Locale.ROOT, "%,9d  ", failure.count()));
    out.append(failure.qname()).append("  ").append(failure.qtype());
    out.append("  ").append(failure.rcode());
    if (failure.ede() != null) {
      out.append(" (EDE ").append(failure.ede()).append(')');
    }
    if (failure.soaRrname() != null) {
      out.append("  SOA ").append(failure.soaRrname());
    }
    if (failure.server() != null) {
      out.append("  from ").append(failure.server());
    }
    if (failure.bucketSeconds() == 0) {
      out.append("  ").append(TimeText.ofMicros(failure.timeFirstMicros()));
      out.append(" .. ").append(TimeText.ofMicros(failure.timeLastMicros()));
    }
    if (failure.cause() != null) {
      out.append("  ").append(failure.cause());
    }
    out.append("  resolvers ").append(failure.resolvers());
    if (failure.server() == null && failure.servers() > 0) {
      out.append("  servers ").append(failure.servers());
    }
    if (failure.isFlood()) {
      out.append("  names ").append(failure.names());
      out.append(", as ").append(String.join(" ", failure.samples()));
    }
    return Printable.of(out.toString()) + '\n';
  }

  private static String json(Failure failure) {
    JsonLine line = new JsonLine();
    if (failure.bucketSeconds() != 0) {
      line.member("bucket", bucket(failure)).member("bucket_seconds", failure.bucketSeconds());
    }
    line.member("qname", failure.qname())
        .member("qtype", failure.qtype())
        .member("rcode", failure.rcode())
        .optional("ede", failure.ede())
        .optional("soa_rrname", failure.soaRrname())
        .optional("cut", failure.cut())
        .optional("server", failure.server())
        .member("count", failure.count())
        .member("mixed_case", failure.mixedCase())
        .member("time_first", TimeText.isoOfMicros(failure.timeFirstMicros()))
        .member("time_last", TimeText.isoOfMicros(failure.timeLastMicros()))
        .member("servers", failure.servers())
        .member("resolvers", failure.resolvers())
        .optional("scope", failure.scope())
        .optional("cause", failure.cause());
    if (failure.isFlood()) {
      line.member("names", failure.names()).member("samples", failure.samples());
    }
    return line.end();
  }

  private static String csv(Failure failure) {
    return new CsvLine()
        .field(bucket(failure))
        .field(failure.bucketSeconds() == 0 ? null : failure.bucketSeconds())
        .presentation(failure.qname())
        .field(failure.qtype())
        .field(failure.rcode())
        .field(failure.ede())
        .presentation(failure.soaRrname())
        .presentation(failure.cut())
        .field(failure.server())
        .field(failure.count())
        .field(failure.mixedCase())
        .field(TimeText.isoOfMicros(failure.timeFirstMicros()))
        .field(TimeText.isoOfMicros(failure.timeLastMicros()))
        .field(failure.servers())
        .field(failure.resolvers())
        .field(failure.names())
        .presentation(String.join(" ", failure.samples()))
        .field(failure.scope())
        .field(failure.cause())
        .end();
  }
}
