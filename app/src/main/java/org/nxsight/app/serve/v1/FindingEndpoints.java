package org.nxsight.app.serve.v1;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.helidon.http.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nxsight.analysis.findings.FindingKind;
import org.nxsight.analysis.findings.Severity;
import org.nxsight.app.form.FindingColumns;
import org.nxsight.app.serve.Call;
import org.nxsight.app.serve.Route;
import org.nxsight.store.findings.FindingQuestion;
import org.nxsight.store.findings.Marks;
import org.nxsight.store.findings.StoredFinding;
import org.nxsight.store.findings.StoredFindings;
import org.nxsight.store.overview.TimeRange;
import org.nxsight.store.pdns.BadQuestionException;

/** Findings, and what people say of them. */
final class FindingEndpoints {
  private static final Pattern ID = Pattern.compile("[0-9a-f]{16}");

  private final Path data;
  private final LongSupplier nowSeconds;

  /**
   * @param data the directory that a run writes to
   */
  FindingEndpoints(Path data, LongSupplier nowSeconds) {
    this.data = data;
    this.nowSeconds = nowSeconds;
  }

  List<Route> routes(Questions questions) {
    return List.of(
        Route.get(
            "/api/v1/findings",
            questions.untagged(this::list),
            "kind",
            "severity",
            "state",
            "subject",
            "from",
            "to",
            "limit",
            "offset",
            "format"),
        Route.get("/api/v1/findings/{id}", questions.untagged(this::one)),
        Route.post("/api/v1/findings/{id}/mark", this::mark));
  }

  private Reply list(Asking asking) throws IOException, BadQuestionException {
    TimeRange range = asking.range();
    Marks marks = Marks.read(data);
    long wanted = asking.limit() + asking.offset() + 1;
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (StoredFinding finding :
        new StoredFindings(asking.tables()).answer(question(asking, range, wanted))) {
      rows.add(row(finding, marks));
    }
    return Page.part(FindingColumns.ALL, range, rows, asking).reply(asking);
  }

  private static FindingQuestion question(Asking asking, TimeRange range, long limit)
      throws BadQuestionException {
    FindingQuestion all = FindingQuestion.ALL;
    String subject = asking.parameter("subject");
    return new FindingQuestion(
        null,
        kinds(asking),
        subject == null ? null : subject.toLowerCase(Locale.ROOT),
        severity(asking),
        state(asking),
        asking.parameter("from") == null ? all.afterSeconds() : range.fromSeconds(),
        asking.parameter("to") == null ? all.beforeSeconds() : range.toSeconds() - 1,
        limit);
  }

  private static Set<FindingKind> kinds(Asking asking) throws BadQuestionException {
    String kind = asking.word("kind");
    if (kind == null) {
      return Set.of();
    }
    for (FindingKind each : FindingKind.values()) {
      if (each.name().equals(kind)) {
        return Set.of(each);
      }
    }
    throw new BadQuestionException("kind is one that docs/findings.md tells, such as NAME_LEAK");
  }

  private static Severity severity(Asking asking) throws BadQuestionException {
    String severity = asking.word("severity");
    if (severity == null) {
      return Severity.INFO;
    }
    for (Severity each : Severity.values()) {
      if (each.name().equals(severity)) {
        return each;
      }
    }
    throw new BadQuestionException("severity is info, low, medium, high or critical");
  }

  private static @Nullable Boolean state(Asking asking) throws BadQuestionException {
    return switch (asking.parameter("state")) {
      case null -> null;
      case "open" -> Boolean.TRUE;
      case "closed" -> Boolean.FALSE;
      case "all" -> null;
      default -> throw new BadQuestionException("state is open, closed or all");
    };
  }

  private static Map<String, @Nullable Object> row(StoredFinding finding, Marks marks) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    Marks.Mark mark = marks.of(finding.id());
    row.put("id", finding.id());
    row.put("kind", finding.kind());
    row.put("subject", finding.subject());
    row.put("subject_type", finding.subjectType());
    row.put("severity", finding.severity().text());
    row.put("confidence", finding.confidence());
    row.put("state", finding.state());
    row.put("mark", mark == Marks.Mark.NONE ? null : mark.text());
    row.put("count", finding.count());
    row.put("resolvers", finding.resolvers());
    row.put("time_first", Page.isoOfMicros(finding.timeFirstMicros()));
    row.put("time_last", Page.isoOfMicros(finding.timeLastMicros()));
    row.put("opened", Page.isoOfMicros(finding.openedMicros()));
    row.put("updated", Page.isoOfMicros(finding.updatedMicros()));
    row.put("sentence", finding.sentence());
    row.put("evidence", JsonParser.parseString(finding.evidence()));
    return row;
  }

  private Reply one(Asking asking) throws IOException, BadQuestionException {
    String id = id(asking.path("id"));
    Marks marks = Marks.read(data);
    List<StoredFinding> changes = new StoredFindings(asking.tables()).changes(id);
    if (changes.isEmpty()) {
      throw new NotFoundException("there is no finding " + id);
    }
    Map<String, @Nullable Object> answer = row(changes.getLast(), marks);
    List<Map<String, @Nullable Object>> told = new ArrayList<>();
    for (StoredFinding change : changes) {
      Map<String, @Nullable Object> row = new LinkedHashMap<>();
      row.put("updated", Page.isoOfMicros(change.updatedMicros()));
      row.put("state", change.state());
      row.put("severity", change.severity().text());
      row.put("confidence", change.confidence());
      row.put("count", change.count());
      row.put("resolvers", change.resolvers());
      row.put("sentence", change.sentence());
      told.add(row);
    }
    answer.put("changes", told);
    return Reply.json(answer);
  }

  private static String id(String text) throws BadQuestionException {
    if (!ID.matcher(text).matches()) {
      throw new BadQuestionException("a finding's id has 16 digits of 0 to 9 and a to f");
    }
    return text;
  }

  private void mark(Call call) throws IOException, BadQuestionException {
    String id = id(call.path("id"));
    Marks.add(data, id, mark(body(call)), Instant.ofEpochSecond(nowSeconds.getAsLong()));
    call.response().status(Status.NO_CONTENT_204);
    call.response().send();
  }

  private static String body(Call call) throws IOException {
    try {
      return call.request().content().as(String.class);
    } catch (UncheckedIOException e) {
      throw new IOException("the body cannot be read", e);
    }
  }

  private static Marks.Mark mark(String body) throws BadQuestionException {
    String expected = "the body is {\"mark\":\"acknowledged\"}, \"muted\" or null";
    try {
      JsonElement element = JsonParser.parseString(body);
      if (element instanceof JsonObject object && object.size() == 1 && object.has("mark")) {
        JsonElement mark = object.get("mark");
        if (mark.isJsonNull()) {
          return Marks.Mark.NONE;
        }
        for (Marks.Mark each : List.of(Marks.Mark.ACKNOWLEDGED, Marks.Mark.MUTED)) {
          if (mark.isJsonPrimitive() && mark.getAsString().equals(each.text())) {
            return each;
          }
        }
      }
    } catch (JsonParseException e) {
      throw new BadQuestionException(expected);
    }
    throw new BadQuestionException(expected);
  }
}
