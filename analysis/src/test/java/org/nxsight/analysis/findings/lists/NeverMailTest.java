package org.nxsight.analysis.findings.lists;

import static org.assertj.core.api.Assertions.assertThat;

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

final class NeverMailTest {
  private static final Watchlists WATCHED =
      new Watchlists(
          DomainSet.NONE,
          DomainSet.NONE,
          DomainSet.of(List.of("parked.example.com")),
          NetworkSet.of(List.of("91.7.3.0/24")));
  private static final String ADDRESSES = "bl.spamcop.net.";
  private static final String DOMAINS = "dbl.spamhaus.org.";

  private final Traffic traffic = new Traffic();

  private static Operator operator() {
    return new NeverMail(WATCHED, Tuning.USUAL);
  }

  private static long at(long minutes) {
    return Traffic.START_NANOS + minutes * Traffic.MINUTE;
  }

  private void ask(int times, String item, String list) throws IOException {
    for (int i = 0; i < times; i++) {
      traffic.nxdomain(at(60 + i), item + "." + list, "A", list).to("198.51.100." + (1 + i % 5));
    }
  }

  private void answers(int resolvers, String domain, String type, String rdata) throws IOException {
    for (int i = 1; i <= resolvers; i++) {
      traffic.add(at(i), domain, type).answer(domain, type, rdata).to("198.51.100." + i);
    }
  }

  private List<Sighting> found() throws IOException {
    List<Sighting> found = Play.last(operator(), traffic);
    assertThat(Play.lastWithRestore(NeverMailTest::operator, traffic)).isEqualTo(found);
    assertThat(Play.lastOfTwo(NeverMailTest::operator, traffic))
        .containsExactlyInAnyOrderElementsOf(found);
    return found;
  }

  @Test
  void tellsOfWatchedDomainsAndWhatIsBelowThemAsOne() throws IOException {
    ask(2, "parked.example.com", DOMAINS);
    ask(2, "news.parked.example.com", "multi.surbl.org.");
    ask(9, "example.com", DOMAINS);
    List<Sighting> found = found();
    assertThat(found).extracting(Sighting::subject).containsExactly("parked.example.com.");
    assertThat(found.getFirst().count()).isEqualTo(4);
    assertThat(found.getFirst().severity()).isEqualTo(Severity.MEDIUM);
    assertThat(found.getFirst().evidence())
        .contains("\"reason\":\"watched\"")
        .contains("\"lists\":[\"dbl.spamhaus.org\",\"multi.surbl.org\"]");
  }

  @Test
  void tellsOfWatchedAddressesEachAndMoreLoudlyWhenAListHasThem() throws IOException {
    ask(3, "9.3.7.91", ADDRESSES);
    ask(3, "9.4.7.91", ADDRESSES);
    for (int i = 0; i < 3; i++) {
      traffic
          .add(at(i), "8.3.7.91." + ADDRESSES, "A")
          .answer("8.3.7.91." + ADDRESSES, "A", "127.0.0.2");
    }
    assertThat(found())
        .extracting(each -> each.severity() + " " + each.subject())
        .containsExactlyInAnyOrder("medium 91.7.3.9", "high 91.7.3.8");
  }

  @Test
  void tellsOfThoseWhoPublishThatTheySendNoMailWhenMailComesInTheirName() throws IOException {
    answers(4, "silent.example.org.", "TXT", "\"v=spf1   -ALL\"");
    answers(4, "null.example.org.", "MX", "0 .");
    for (String each : List.of("silent", "null")) {
      ask(30, each + ".example.org", DOMAINS);
    }
    List<Sighting> found = found();
    assertThat(found)
        .extracting(Sighting::subject)
        .containsExactlyInAnyOrder("silent.example.org.", "null.example.org.");
    assertThat(found).extracting(Sighting::severity).containsOnly(Severity.LOW);
    assertThat(found).extracting(Sighting::evidence).allMatch(each -> each.contains("published"));
  }

  @Test
  void isQuietAboutThoseWhoSendAndThoseWhoAreOnlyLinkedTo() throws IOException {
    answers(4, "sends.example.org.", "TXT", "\"v=spf1 mx -all\"");
    answers(4, "receives.example.org.", "MX", "0 mail.example.org.");
    answers(1, "linked.example.org.", "TXT", "\"v=spf1 -all\"");
    answers(4, "changed.example.org.", "TXT", "\"v=spf1 -all\"");
    traffic
        .add(at(30), "changed.example.org.", "TXT")
        .answer("changed.example.org.", "TXT", "\"v=spf1 mx -all\"");
    for (String each : List.of("sends", "receives", "linked", "changed", "unknown")) {
      ask(100, each + ".example.org", DOMAINS);
    }
    assertThat(found()).isEmpty();
  }

  @Test
  void tellsOfSpecialNetworksAsOneEachAndOnlyWhenMuchIsAskedAboutThem() throws IOException {
    for (int i = 0; i < 210; i++) {
      ask(1, i + ".7.1.10", ADDRESSES);
    }
    for (int i = 0; i < 60; i++) {
      ask(1, i + ".2.0.192", ADDRESSES);
      ask(1, i + ".1.168.192", ADDRESSES);
    }
    ask(60, "2.0.0.127", ADDRESSES);
    assertThat(found())
        .extracting(each -> each.severity() + " " + each.subject())
        .containsExactlyInAnyOrder("info 10.0.0.0/8", "low 192.0.2.0/24");
  }
}
