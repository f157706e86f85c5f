package org.nxsight.analysis.findings.leaks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nxsight.analysis.findings.DomainSet;
import org.nxsight.analysis.findings.NetworkSet;
import org.nxsight.analysis.findings.Operator;
import org.nxsight.analysis.findings.Play;
import org.nxsight.analysis.findings.Severity;
import org.nxsight.analysis.findings.Sighting;
import org.nxsight.analysis.findings.Traffic;
import org.nxsight.analysis.findings.Tuning;
import org.nxsight.analysis.findings.Watchlists;

class NameLeaksTest {
  private static final long START = Traffic.START_NANOS;
  private static final Watchlists OURS =
      new Watchlists(
          DomainSet.NONE, DomainSet.of(List.of("example.org")), DomainSet.NONE, NetworkSet.NONE);

  private static Operator operator() {
    return new NameLeaks(OURS, Tuning.USUAL);
  }

  private static Traffic leaks() throws IOException {
    Traffic traffic = new Traffic();
    for (int i = 0; i < 40; i++) {
      long now = START + i * 10L * Traffic.SECOND;
      String resolver = "198.51.100." + (i % 4);
      traffic.nxdomain(now, "wpad.nobody-has-this.com.", "A", "com.").to(resolver);
      traffic.nxdomain(now, "host" + i + ".corp.", "A", ".").to("198.51.100." + (i % 3));
      traffic.nxdomain(now, "wpad.example.org.", "A", "example.org.").to(resolver);
      traffic.nxdomain(now, "wpad.example.net.", "A", "example.net.").to(resolver);
      traffic.nxdomain(now, "gone" + i + ".example.net.", "A", "example.net.").to(resolver);
    }
    return traffic;
  }

  @Test
  void tellsWhatCanBeTakenOverWhatIsOursAndWhatIsPrivate() throws IOException {
    List<Sighting> found = Play.last(operator(), leaks());
    assertThat(found)
        .extracting(Sighting::subject, Sighting::severity, Sighting::count, Sighting::resolvers)
        .containsExactlyInAnyOrder(
            tuple("nobody-has-this.com.", Severity.HIGH, 40L, 4L),
            tuple("corp.", Severity.INFO, 40L, 3L),
            tuple("example.org.", Severity.MEDIUM, 40L, 4L));
    Sighting free =
        found.stream().filter(each -> each.severity() == Severity.HIGH).findFirst().orElseThrow();
    assertThat(free.sentence()).contains("Nobody has registered it");
    assertThat(free.evidence()).contains("\"examples\":[\"wpad.nobody-has-this.com.\"]");
  }

  @Test
  void isQuietAboutAFewQuestionsAndABurst() throws IOException {
    Traffic traffic = new Traffic();
    for (int i = 0; i < 10; i++) {
      traffic.nxdomain(START + i * Traffic.MINUTE, "wpad.few-ask-this.com.", "A", "com.");
    }
    for (int i = 0; i < 100; i++) {
      traffic.nxdomain(START + i, "wpad.one-burst-only.com.", "A", "com.");
    }
    assertThat(Play.last(operator(), traffic)).isEmpty();
  }

  @Test
  void isQuietAboutPrivateTopLevelDomainsThatEverybodyAsksFor() throws IOException {
    Traffic traffic = new Traffic();
    for (int i = 0; i < 100; i++) {
      long now = START + i * 10L * Traffic.SECOND;
      traffic.nxdomain(now, "host" + i + ".home.", "A", ".").to("198.51.100." + i % 20);
    }
    assertThat(Play.last(operator(), traffic)).isEmpty();
  }

  @Test
  void findsTheSameWhenItGoesOnOrIsJoined() throws IOException {
    List<Sighting> found = Play.last(operator(), leaks());
    assertThat(Play.lastWithRestore(NameLeaksTest::operator, leaks()))
        .containsExactlyInAnyOrderElementsOf(found);
    assertThat(Play.lastOfTwo(NameLeaksTest::operator, leaks()))
        .containsExactlyInAnyOrderElementsOf(found);
  }
}
