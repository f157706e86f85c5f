package org.nxsight.analysis.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LedgerTest {
  private static final long START = Traffic.START_NANOS;

  private final Ledger ledger = new Ledger();
  private final List<String> told = new ArrayList<>();

  private void at(long nanos, Sighting... sightings) throws IOException {
    ledger.onTime(nanos);
    for (Sighting each : sightings) {
      ledger.onSighting(each);
    }
    ledger.settle(this::tell);
  }

  private void tell(Finding finding) {
    told.add(
        finding.sighting().subject()
            + " "
            + finding.state()
            + " "
            + finding.sighting().severity().text()
            + " "
            + finding.sighting().count());
  }

  private static Sighting flood(String zone, Severity severity, long count, long lastNanos) {
    return new Sighting(
        FindingKind.RANDOM_SUBDOMAIN_FLOOD,
        zone,
        severity,
        0.9f,
        START,
        lastNanos,
        count,
        3,
        "{}",
        "a flood");
  }

  @Test
  void takesOfTwoSightingsOfOneMomentTheOneWithMoreToShow() throws IOException {
    at(
        START,
        flood("a.", Severity.MEDIUM, 10, START),
        flood("a.", Severity.MEDIUM, 15, START),
        flood("a.", Severity.HIGH, 12, START));
    assertThat(ledger.open().getFirst().sighting().count()).isEqualTo(15);
    at(START + Traffic.SECOND, flood("a.", Severity.MEDIUM, 5, START + Traffic.SECOND));
    assertThat(ledger.open().getFirst().sighting().count()).isEqualTo(5);
  }

  @Test
  void opensOnceTellsWhatMattersAndClosesWhenItIsQuiet() throws IOException {
    at(START, flood("a.", Severity.MEDIUM, 10, START));
    at(START + Traffic.SECOND, flood("a.", Severity.MEDIUM, 15, START + Traffic.SECOND));
    at(START + 2 * Traffic.SECOND, flood("a.", Severity.MEDIUM, 20, START + 2 * Traffic.SECOND));
    at(START + 3 * Traffic.SECOND, flood("a.", Severity.HIGH, 21, START + 3 * Traffic.SECOND));
    at(START + 2 * Traffic.MINUTE);
    assertThat(ledger.open()).hasSize(1);
    at(START + 6 * Traffic.MINUTE);
    assertThat(told)
        .containsExactly(
            "a. open medium 10", "a. open medium 20", "a. open high 21", "a. closed high 21");
    assertThat(ledger.open()).isEmpty();
    assertThat(ledger.opened()).containsEntry(FindingKind.RANDOM_SUBDOMAIN_FLOOD, 1L);
  }

  @Test
  void keepsQuietAboutKindsThatNobodyWantsAlsoWhenTheyWereOpen() throws IOException {
    at(START, flood("a.", Severity.MEDIUM, 10, START));
    ByteArrayOutputStream state = new ByteArrayOutputStream();
    ledger.snapshot(new DataOutputStream(state));
    Ledger quiet = new Ledger(Set.of(FindingKind.RANDOM_SUBDOMAIN_FLOOD));
    quiet.merge(new DataInputStream(new ByteArrayInputStream(state.toByteArray())));
    assertThat(quiet.open()).isEmpty();
    quiet.onSighting(flood("b.", Severity.HIGH, 10, START));
    assertThat(quiet.open()).isEmpty();
    assertThat(quiet.opened()).isEmpty();
    assertThat(quiet.leftOut()).isEmpty();
  }

  @Test
  void tellsOfALongOneEachHour() throws IOException {
    for (int minute = 0; minute <= 130; minute++) {
      long now = START + minute * Traffic.MINUTE;
      at(now, flood("a.", Severity.LOW, 1_000 + minute, now));
    }
    assertThat(told).containsExactly("a. open low 1000", "a. open low 1060", "a. open low 1120");
    ledger.finish(this::tell);
    assertThat(told.getLast()).isEqualTo("a. open low 1130");
  }

  @Test
  void opensNoMoreThanItsLimitAndCountsTheRest() throws IOException {
    ledger.onTime(START);
    for (int i = 0; i < Ledger.MAX_OPEN_OF_A_KIND + 5; i++) {
      ledger.onSighting(flood("z" + i + ".", Severity.LOW, 1, START));
    }
    ledger.settle(this::tell);
    assertThat(told).hasSize(Ledger.MAX_OPEN_OF_A_KIND);
    assertThat(ledger.leftOut()).containsEntry(FindingKind.RANDOM_SUBDOMAIN_FLOOD, 5L);
  }

  @Test
  void goesOnFromItsStateWithoutTellingAgain() throws IOException {
    at(START, flood("a.", Severity.MEDIUM, 10, START));
    ByteArrayOutputStream state = new ByteArrayOutputStream();
    ledger.snapshot(new DataOutputStream(state));
    Ledger next = new Ledger();
    next.merge(new DataInputStream(new ByteArrayInputStream(state.toByteArray())));
    told.clear();
    next.onTime(START + Traffic.SECOND);
    next.onSighting(flood("a.", Severity.MEDIUM, 11, START + Traffic.SECOND));
    next.settle(this::tell);
    assertThat(told).isEmpty();
    next.onTime(START + Traffic.HOUR);
    next.settle(this::tell);
    assertThat(told).containsExactly("a. closed medium 11");
  }

  @Test
  void givesAFindingTheSameIdWhenItOpensAgain() {
    String id = Finding.id(FindingKind.LAME_ZONE, "example.com.");
    assertThat(id).matches("[0-9a-f]{16}");
    assertThat(Finding.id(FindingKind.LAME_ZONE, "example.com.")).isEqualTo(id);
    assertThat(Finding.id(FindingKind.LAME_SERVER, "example.com.")).isNotEqualTo(id);
  }

  @Test
  void writesHostileTextAsOneLineOfJson() {
    Sighting sighting = flood("a\"\n\\.", Severity.LOW, 1, START);
    StringBuilder json = new StringBuilder();
    FindingJson.append(json, new Finding(sighting, START, START, true));
    assertThat(json.toString())
        .contains("\"subject\":\"a\\\"\\n\\\\.\"")
        .contains("\"time_first\":\"2026-03-02T00:00:00Z\"")
        .contains("\"severity\":\"low\"")
        .endsWith("\"evidence\":{}}")
        .doesNotContain("\n");
  }
}
