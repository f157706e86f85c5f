package org.nxsight.app.serve.v1;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nxsight.analysis.causes.AskedName;
import org.nxsight.app.serve.Route;
import org.nxsight.store.failures.FailureQuestion;
import org.nxsight.store.history.Histories;
import org.nxsight.store.history.History;
import org.nxsight.store.overview.TimeRange;
import org.nxsight.store.pdns.BadQuestionException;
import org.nxsight.store.pdns.NamePattern;
import org.nxsight.store.pdns.PdnsAnswer;
import org.nxsight.store.pdns.PdnsDatabase;
import org.nxsight.store.pdns.PdnsQuestion;
import org.nxsight.store.pdns.PdnsRecord;
import org.nxsight.store.pdns.QuestionFailedException;
import org.nxsight.store.pdns.Subject;
import org.nxsight.store.pdns.TimeFences;
import org.nxsight.store.pdns.TypeSelection;

/** What is known of a name: records, history, explanation. */
final class NameEndpoints {
  private static final List<String> RECORD_COLUMNS =
      List.of("rrname", "rrtype", "bailiwick", "rdata", "count", "time_first", "time_last");

  private final PdnsDatabase pdns;
  private final Explanations explanations;

  NameEndpoints(PdnsDatabase pdns, Explanations explanations) {
    this.pdns = pdns;
    this.explanations = explanations;
  }

  List<Route> routes(Questions questions) {
    return List.of(
        Route.get(
            "/api/v1/pdns",
            questions.tagged(this::records),
            "name",
            "ip",
            "cidr",
            "rrtype",
            "from",
            "to",
            "limit",
            "offset",
            "format"),
        Route.get("/api/v1/names/{name}", questions.untagged(this::name)),
        Route.get("/api/v1/explain/{name}", questions.untagged(this::explain), "qtype", "soa"));
  }

  private Reply records(Asking asking) throws IOException, BadQuestionException {
    long limit = asking.limit();
    PdnsQuestion question =
        PdnsQuestion.about(subject(asking)).withLimit(limit).withOffset(asking.offset());
    TimeRange range = null;
    if (asking.parameter("from") != null || asking.parameter("to") != null) {
      range = asking.range();
      question =
          question.withFences(TimeFences.overlapping(range.fromSeconds(), range.toSeconds() - 1));
    }
    String type = asking.parameter("rrtype");
    if (type != null) {
      question = question.withTypes(TypeSelection.parse(type));
    }
    boolean single = !(question.subject() instanceof Subject.Owner);
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    try (PdnsAnswer answer = pdns.ask(question)) {
      PdnsRecord record;
      while ((record = answer.next()) != null) {
        rows.add(row(record, single));
      }
      if (answer.limited()) {
        rows.add(Map.of()); // tells that there are more
      }
    } catch (QuestionFailedException e) {
      throw e.reason() == QuestionFailedException.Reason.STORE
          ? new IOException(e.getMessage(), e)
          : new Questions.BusyException(String.valueOf(e.getMessage()));
    }
    return Page.of(RECORD_COLUMNS, range, rows, limit).reply(asking);
  }

  private static Subject subject(Asking asking) throws BadQuestionException {
    String name = asking.parameter("name");
    String ip = asking.parameter("ip");
    String cidr = asking.parameter("cidr");
    int given = (name == null ? 0 : 1) + (ip == null ? 0 : 1) + (cidr == null ? 0 : 1);
    if (given != 1) {
      throw new BadQuestionException("one of name, ip and cidr is to be given");
    }
    if (name != null) {
      return Subject.rrset(name);
    }
    return Subject.rdataIp(ip != null ? ip : String.valueOf(cidr).replace('/', ','));
  }

  private static Map<String, @Nullable Object> row(PdnsRecord record, boolean single) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("rrname", record.rrname());
    row.put("rrtype", record.rrtype());
    row.put("bailiwick", record.bailiwick());
    row.put("rdata", single ? record.rdata().getFirst() : record.rdata());
    row.put("count", record.count());
    row.put("time_first", record.timeFirst());
    row.put("time_last", record.timeLast());
    return row;
  }

  private Reply name(Asking asking) throws IOException, BadQuestionException {
    NamePattern name = asking.nameInPath("name");
    History history =
        new Histories(asking.tables()).of(FailureQuestion.about(name).withKinds(true, true));
    Map<String, @Nullable Object> answer = new NameStory(history).members();
    answer.put(
        "explanation", JsonParser.parseString(explanations.explain(asking, name.name(), "", "")));
    return Reply.json(answer);
  }

  private Reply explain(Asking asking) throws IOException, BadQuestionException {
    String qtype = asking.parameter("qtype");
    if (qtype != null && !AskedName.isType(qtype)) {
      throw new BadQuestionException("qtype is a type such as MX, TYPE65 or 65");
    }
    String soa = asking.parameter("soa");
    if (soa != null && !AskedName.isName(soa)) {
      throw new BadQuestionException("soa is a name such as com or example.org");
    }
    return Reply.jsonText(
        explanations.explain(
            asking, asking.path("name"), qtype == null ? "" : qtype, soa == null ? "" : soa));
  }
}
