package org.nxsight.app.serve.v1;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nxsight.store.failures.Failure;
import org.nxsight.store.failures.FailureQuestion;
import org.nxsight.store.history.Ancestor;
import org.nxsight.store.history.History;
import org.nxsight.store.history.Records;

/** A name's history as one story in the order of time, for a program. */
final class NameStory {
  private static final String NXDOMAIN = "NXDOMAIN";

  private final History history;
  private final long existedMicros;
  private final long missingMicros;
  private final long brokenMicros;

  NameStory(History history) {
    this.history = history;
    long records = history.records().stream().mapToLong(Records::timeLastMicros).max().orElse(-1);
    existedMicros = Math.max(records, last(FailureQuestion.NODATA));
    missingMicros = last(NXDOMAIN);
    brokenMicros =
        history.failures().stream()
            .filter(each -> !each.rcode().equals(NXDOMAIN))
            .filter(each -> !each.rcode().equals(FailureQuestion.NODATA))
            .mapToLong(Failure::timeLastMicros)
            .max()
            .orElse(-1);
  }

  private long last(String rcode) {
    return history.failures().stream()
        .filter(each -> each.rcode().equals(rcode))
        .mapToLong(Failure::timeLastMicros)
        .max()
        .orElse(-1);
  }

  /** Its members as the API has them, but for the explanation. */
  Map<String, @Nullable Object> members() {
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("name", history.name());
    answer.put("exists", exists());
    answer.put("summary", summary());
    answer.put("timeline", timeline());
    Ancestor ancestor = history.ancestor();
    Map<String, @Nullable Object> above = new LinkedHashMap<>();
    if (ancestor != null) {
      above.put("name", ancestor.name());
      above.put("last", Page.isoOfMicros(ancestor.timeLastMicros()));
    }
    answer.put("above", ancestor == null ? null : above);
    answer.put("siblings_alive", history.working().examples());
    answer.put("siblings_missing", history.missing().examples());
    return answer;
  }

  /** Whether it did when it was asked for last; null when nothing tells. */
  private @Nullable Boolean exists() {
    if (existedMicros < 0 && missingMicros < 0) {
      return null;
    }
    return existedMicros >= missingMicros;
  }

  private String summary() {
    String name = history.name();
    if (existedMicros < 0 && missingMicros < 0 && brokenMicros < 0) {
      return history.floods().isEmpty()
          ? "Nothing is known of " + name + ": it was neither answered nor missed."
          : name
              + " has no row of its own; it may be one of the many missing names below "
              + history.floods().getFirst().qname().substring(1)
              + " that were added up.";
    }
    if (existedMicros < 0 && missingMicros < 0) {
      return name + " cannot be resolved, last at " + Page.isoOfMicros(brokenMicros) + ".";
    }
    if (missingMicros < 0) {
      return name
          + " exists, seen last at "
          + Page.isoOfMicros(existedMicros)
          + (brokenMicros > existedMicros ? ", and cannot be resolved since." : ".");
    }
    if (existedMicros < 0) {
      return name + " does not exist, and was never seen to exist.";
    }
    return existedMicros >= missingMicros
        ? name
            + " works again: it was answered at "
            + Page.isoOfMicros(existedMicros)
            + ", and missing last at "
            + Page.isoOfMicros(missingMicros)
            + "."
        : name
            + " does not exist any more: it was answered last at "
            + Page.isoOfMicros(existedMicros)
            + ".";
  }

  private List<Map<String, @Nullable Object>> timeline() {
    List<Map<String, @Nullable Object>> events = new ArrayList<>();
    for (Records each : history.records()) {
      add(
          events,
          "existed",
          each.rrtype(),
          String.join(" ", each.rdata()),
          null,
          each.count(),
          each.timeFirstMicros(),
          each.timeLastMicros());
    }
    for (Failure each : history.failures()) {
      boolean nodata = each.rcode().equals(FailureQuestion.NODATA);
      add(
          events,
          nodata ? "nodata" : "failed",
          each.qtype(),
          each.rcode(),
          each.cause(),
          each.count(),
          each.timeFirstMicros(),
          each.timeLastMicros());
    }
    events.sort(Comparator.comparing(event -> String.valueOf(event.get("first"))));
    return events;
  }

  private static void add(
      List<Map<String, @Nullable Object>> events,
      String kind,
      String type,
      String what,
      @Nullable String cause,
      long count,
      long firstMicros,
      long lastMicros) {
    Map<String, @Nullable Object> event = new LinkedHashMap<>();
    event.put("kind", kind);
    event.put("type", type);
    event.put("what", what);
    event.put("cause", cause);
    event.put("count", count);
    event.put("first", Page.isoOfMicros(firstMicros));
    event.put("last", Page.isoOfMicros(lastMicros));
    events.add(event);
  }
}
