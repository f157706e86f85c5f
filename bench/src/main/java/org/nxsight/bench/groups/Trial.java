package org.nxsight.bench.groups;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.nxsight.analysis.causes.Explaining;
import org.nxsight.analysis.causes.Knowledge;
import org.nxsight.analysis.findings.FindingKind;
import org.nxsight.analysis.findings.Observation;
import org.nxsight.analysis.findings.Operator;
import org.nxsight.analysis.findings.Sighting;
import org.nxsight.analysis.findings.Tuning;
import org.nxsight.analysis.findings.groups.GeneratedGroups;
import org.nxsight.analysis.findings.groups.GroupedBy;
import org.nxsight.analysis.findings.groups.KnownFamilies;

/** Shows names to new operators of groups, and hears what they find. */
final class Trial {
  static final LocalDate DAY = LocalDate.of(2026, 3, 14);
  private static final long TICK_NANOS = 10_000_000_000L;
  private static final long SEED = 7;

  /** No trial has more keys. */
  private static final int SLOTS = 1 << 10;

  /** So many records of another day make an explainer believe that it is that day. */
  private static final int RECORDS_TO_TURN_BACK = 10_000;

  private static final int REMEMBERED = 1 << 16;

  private final Explaining explaining;
  private final Observation observation;
  private final Denials denials = new Denials();

  Trial(Knowledge knowledge) throws IOException {
    explaining = new Explaining(knowledge, SEED, REMEMBERED);
    observation = new Observation(explaining, SEED);
    Denial earlier = new Denial(noonNanos() - TICK_NANOS, "nobody-has-this.com", "com", 0);
    denials.each(
        Collections.nCopies(RECORDS_TO_TURN_BACK, earlier),
        exchange -> explaining.onExchange(exchange));
  }

  static long noonNanos() {
    return DAY.atTime(12, 0).toEpochSecond(ZoneOffset.UTC) * 1_000_000_000L;
  }

  /** The last sighting of each group that is found. */
  List<Sighting> groups(List<Denial> names) throws IOException {
    List<Denial> inOrder = new ArrayList<>(names);
    inOrder.sort(Comparator.comparingLong(Denial::epochNanos));
    List<Operator> operators = new ArrayList<>(List.of(new KnownFamilies(Tuning.USUAL)));
    for (GroupedBy by : GroupedBy.values()) {
      operators.add(new GeneratedGroups(by, Tuning.USUAL, SLOTS));
    }
    List<Sighting> found = new ArrayList<>();
    long[] next = {0};
    denials.each(
        inOrder,
        exchange -> {
          long now = exchange.responseNanos();
          if (now >= next[0]) {
            next[0] = (now / TICK_NANOS + 1) * TICK_NANOS;
            tick(operators, now, found);
          }
          observation.set(exchange, explaining.onExchange(exchange));
          operators.forEach(each -> each.onRecord(observation));
        });
    tick(operators, next[0], found);
    return found;
  }

  private static void tick(List<Operator> operators, long now, List<Sighting> found) {
    for (Operator operator : operators) {
      operator.onTime(
          now,
          sighting -> {
            if (sighting.kind() == FindingKind.DGA_GROUP
                || sighting.kind() == FindingKind.DEAD_BOTNET) {
              found.removeIf(each -> each.subject().equals(sighting.subject()));
              found.add(sighting);
            }
          });
    }
  }
}
