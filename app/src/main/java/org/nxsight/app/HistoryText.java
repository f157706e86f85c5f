package org.nxsight.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nxsight.store.failures.Failure;
import org.nxsight.store.failures.FailureQuestion;
import org.nxsight.store.history.Ancestor;
import org.nxsight.store.history.History;
import org.nxsight.store.history.Neighbours;
import org.nxsight.store.history.Records;

/** A name's history on one screen, in sentences. */
final class HistoryText {
  /** Lines of a kind that fit on the screen; the rest is only counted. */
  private static final int MOST_LINES = 8;

  private static final String NXDOMAIN = "NXDOMAIN";

  private final StringBuilder out = new StringBuilder();
  private final History history;
  private final List<Failure> failing;

  private HistoryText(History history) {
    this.history = history;
    failing =
        history.failures().stream()
            .filter(failure -> !failure.rcode().equals(FailureQuestion.NODATA))
            .toList();
  }

  static String of(History history) {
    HistoryText text = new HistoryText(history);
    text.verdict();
    text.failures();
    text.records();
    text.nodata();
    text.above();
    text.around();
    return text.out.toString();
  }

  /** How things stand, in one sentence. */
  private void verdict() {
    String name = history.name();
    if (failing.isEmpty()) {
      if (!history.floods().isEmpty()) {
        Failure flood = history.floods().getFirst();
        say(
            ("%s has no row of its own, but %s is asked for so many missing names (%s, about %s"
                    + " names from %s to %s) that only the most frequent ones have; it may be among"
                    + " them.")
                .formatted(
                    name,
                    flood.qname(),
                    flood.rcode(),
                    HistoryWords.number(flood.names()),
                    TimeText.ofMicros(flood.timeFirstMicros()),
                    TimeText.ofMicros(flood.timeLastMicros())));
      } else if (history.records().isEmpty() && history.failures().isEmpty()) {
        say("Nothing is known about %s: it was neither answered nor missed.".formatted(name));
      } else {
        say("%s exists, and no question about it failed.".formatted(name));
      }
      return;
    }
    Failure last = HistoryWords.latest(failing);
    long seenMicros = history.records().stream().mapToLong(Records::timeLastMicros).max().orElse(0);
    if (seenMicros > last.timeLastMicros()) {
      say(
          "%s works again: it was answered at %s, after the last failure at %s."
              .formatted(
                  name, TimeText.ofMicros(seenMicros), TimeText.ofMicros(last.timeLastMicros())));
    } else if (last.rcode().equals(NXDOMAIN)) {
      missing(name, last);
    } else {
      say("%s cannot be resolved: its servers answer %s.".formatted(name, last.rcode()));
    }
  }

  /** An alias comes in the response that tells that what it leads to does not exist. */
  private void missing(String name, Failure last) {
    for (Records each : history.records()) {
      if (each.rrtype().equals("CNAME") && each.timeLastMicros() == last.timeLastMicros()) {
        say("%s is an alias of %s, which does not exist.".formatted(name, each.rdata().getLast()));
        return;
      }
    }
    say(
        (history.records().isEmpty()
                ? "%s does not exist, and was never seen to exist."
                : "%s does not exist any more.")
            .formatted(name));
  }

  private void failures() {
    Map<String, List<Failure>> byRcode = new LinkedHashMap<>();
    for (Failure failure : failing) {
      byRcode.computeIfAbsent(failure.rcode(), none -> new ArrayList<>()).add(failure);
    }
    byRcode.forEach(this::failure);
  }

  private void failure(String rcode, List<Failure> failures) {
    long count = failures.stream().mapToLong(Failure::count).sum();
    long mixedCase = failures.stream().mapToLong(Failure::mixedCase).sum();
    say(
        "%s since %s, last at %s: %s."
            .formatted(
                rcode,
                TimeText.ofMicros(
                    failures.stream().mapToLong(Failure::timeFirstMicros).min().orElse(0)),
                TimeText.ofMicros(HistoryWords.latest(failures).timeLastMicros()),
                HistoryWords.times(count)));
    String cause = HistoryWords.latest(failures).cause();
    if (cause != null) {
      more("most likely %s: %s".formatted(cause, HistoryWords.sentence(cause)));
    }
    Set<String> types = new LinkedHashSet<>();
    Set<String> zones = new LinkedHashSet<>();
    Set<String> errors = new LinkedHashSet<>();
    Set<String> servers = new LinkedHashSet<>();
    for (Failure failure : failures) {
      types.add(failure.qtype());
      if (failure.soaRrname() != null) {
        zones.add(failure.soaRrname());
      }
      if (failure.ede() != null) {
        errors.add(String.valueOf(failure.ede()));
      }
    }
    for (Failure failure : history.servers()) {
      if (failure.server() != null && failure.rcode().equals(rcode)) {
        servers.add(failure.server());
      }
    }
    more(
        "asked for %s by %s%s"
            .formatted(
                HistoryWords.some(types),
                HistoryWords.resolvers(failures),
                HistoryWords.mixed(mixedCase, count)));
    more(
        "told by %s%s%s"
            .formatted(
                servers.isEmpty()
                    ? "servers that are not known"
                    : (servers.size() == 1 ? "the server " : "the servers ")
                        + HistoryWords.some(servers),
                zones.isEmpty()
                    ? ", without an SOA"
                    : " with the SOA of " + HistoryWords.some(zones),
                errors.isEmpty() ? "" : " and the extended error " + HistoryWords.some(errors)));
  }

  private void records() {
    List<Records> records = history.records();
    if (records.isEmpty()) {
      return;
    }
    say(
        "It existed from %s to %s:"
            .formatted(
                TimeText.ofMicros(
                    records.stream().mapToLong(Records::timeFirstMicros).min().orElse(0)),
                TimeText.ofMicros(
                    records.stream().mapToLong(Records::timeLastMicros).max().orElse(0))));
    for (Records each : records.subList(0, Math.min(MOST_LINES, records.size()))) {
      String first = each.rdata().isEmpty() ? "" : each.rdata().getFirst();
      more(
          "%s %s%s%s (%s, %s .. %s)%s"
              .formatted(
                  each.rrtype(),
                  first,
                  each.rdata().size() > 1 ? " and " + (each.rdata().size() - 1) + " more" : "",
                  each.sets() > 1 ? ", the last of " + each.sets() + " sets" : "",
                  HistoryWords.times(each.count()),
                  TimeText.ofMicros(each.timeFirstMicros()),
                  TimeText.ofMicros(each.timeLastMicros()),
                  each.placed() ? "" : ", from a server that may have had no say"));
    }
    if (records.size() > MOST_LINES) {
      more("and %s more types".formatted(HistoryWords.number(records.size() - MOST_LINES)));
    }
  }

  private void nodata() {
    Set<String> types = new LinkedHashSet<>();
    long count = 0;
    for (Failure failure : history.failures()) {
      if (failure.rcode().equals(FailureQuestion.NODATA)) {
        types.add(failure.qtype());
        count += failure.count();
      }
    }
    if (!types.isEmpty()) {
      say(
          "The name was told to exist without records of type %s: %s."
              .formatted(HistoryWords.some(types), HistoryWords.times(count)));
    }
  }

  private void above() {
    Ancestor ancestor = history.ancestor();
    if (ancestor == null || failing.isEmpty()) {
      return;
    }
    String proof =
        switch (ancestor.proof()) {
          case RECORDS -> "it had records";
          case NAME_BELOW -> ancestor.example() + " is below it";
          case ZONE -> "its SOA says so";
        };
    say(
        "The deepest name above it that exists is %s (%s, last at %s)."
            .formatted(ancestor.name(), proof, TimeText.ofMicros(ancestor.timeLastMicros())));
  }

  private void around() {
    String cut = history.cut();
    if (cut == null || failing.isEmpty()) {
      return;
    }
    neighbours(cut, history.working(), "still works", "still work");
    neighbours(cut, history.missing(), "does not exist either", "do not exist either");
  }

  private void neighbours(String cut, Neighbours neighbours, String one, String many) {
    long names = neighbours.names();
    if (names == 0) {
      say("No other name under %s is known that %s.".formatted(cut, one));
      return;
    }
    List<String> examples = neighbours.examples();
    say(
        "%s%s other %s under %s %s: %s%s"
            .formatted(
                neighbours.atLeast() ? "At least " : "",
                HistoryWords.number(names),
                names == 1 ? "name" : "names",
                cut,
                names == 1 ? one : many,
                String.join(" ", examples),
                names > examples.size() ? " ..." : ""));
  }

  private void say(String sentence) {
    out.append(Printable.of(sentence)).append('\n');
  }

  private void more(String detail) {
    out.append("    ");
    say(detail);
  }
}
