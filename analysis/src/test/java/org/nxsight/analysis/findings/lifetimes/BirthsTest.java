package org.nxsight.analysis.findings.lifetimes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nxsight.analysis.findings.Play;
import org.nxsight.analysis.findings.Severity;
import org.nxsight.analysis.findings.Sighting;
import org.nxsight.analysis.findings.Traffic;
import org.nxsight.analysis.findings.Tuning;

class BirthsTest {
  private static final long START = Traffic.START_NANOS;

  private static void missing(Traffic traffic, String qname, String zone, int times, long gap)
      throws IOException {
    for (int i = 0; i < times; i++) {
      traffic.nxdomain(START + i * gap, qname, "A", zone).to("198.51.100." + i % 3);
    }
  }

  private static void answered(Traffic traffic, String qname, long nanos) throws IOException {
    traffic.add(nanos, qname, "A").answer(qname, "A", "192.0.2.200").to("198.51.100.1");
  }

  private static Traffic births() throws IOException {
    Traffic traffic = new Traffic();
    long end = START + 5 * Traffic.HOUR;
    missing(traffic, "update.old-vendor-gone.com.", "com.", 30, 5 * Traffic.MINUTE);
    missing(traffic, "new.example.org.", "example.org.", 30, 5 * Traffic.MINUTE);
    answered(traffic, "update.old-vendor-gone.com.", end);
    answered(traffic, "new.example.org.", end + Traffic.SECOND);
    answered(traffic, "www.example.org.", end);
    return traffic;
  }

  @Test
  void tellsWhenSomebodyRegistersWhatSoftwareWasLookingFor() throws IOException {
    List<Sighting> found = Play.last(new Births(Tuning.USUAL), births());
    assertThat(found)
        .extracting(each -> each.severity() + " " + each.subject() + " " + each.count())
        .containsExactlyInAnyOrder(
            "critical update.old-vendor-gone.com. 30", "medium new.example.org. 30");
    assertThat(found.getFirst().sentence()).contains("in vain 30 times by 3 resolvers");
  }

  @Test
  void isQuietAboutWhatWasAskedForSeldomOrBrieflyOrComesAndGoesOrIsAList() throws IOException {
    Traffic traffic = new Traffic();
    long end = START + 5 * Traffic.HOUR;
    missing(traffic, "seldom.example.org.", "example.org.", 5, 30 * Traffic.MINUTE);
    missing(traffic, "briefly.example.org.", "example.org.", 100, Traffic.SECOND);
    missing(traffic, "4.3.2.1.zen.spamhaus.org.", "zen.spamhaus.org.", 30, 5 * Traffic.MINUTE);
    for (int i = 0; i < 40; i++) {
      traffic.nxdomain(START + i * 5L * Traffic.MINUTE, "flaps.example.org.", "A", "example.org.");
      answered(traffic, "flaps.example.org.", START + i * 5L * Traffic.MINUTE + Traffic.MINUTE);
    }
    for (String each : List.of("seldom.example.org.", "briefly.example.org.")) {
      answered(traffic, each, end);
    }
    traffic
        .add(end, "4.3.2.1.zen.spamhaus.org.", "A")
        .answer("4.3.2.1.zen.spamhaus.org.", "A", "127.0.0.2");
    assertThat(Play.last(new Births(Tuning.USUAL), traffic)).isEmpty();
  }

  @Test
  void isQuietAboutTheOutageOfAHostButNotAboutADomainThatWasTakenOver() throws IOException {
    Traffic traffic = new Traffic();
    List<String> names = List.of("host.example.org.", "api.expired-vendor.com.");
    for (String each : names) {
      answered(traffic, each, START - Traffic.HOUR);
      answered(traffic, each, START + 5 * Traffic.HOUR);
    }
    missing(traffic, names.get(0), "example.org.", 30, 5 * Traffic.MINUTE);
    missing(traffic, names.get(1), "com.", 30, 5 * Traffic.MINUTE);
    assertThat(Play.last(new Births(Tuning.USUAL), traffic))
        .extracting(Sighting::subject)
        .containsExactly("api.expired-vendor.com.");
  }

  @Test
  void keepsTheTextOfANameThatTwoHaveSeenTooSeldomForOne() throws IOException {
    Traffic traffic = new Traffic();
    missing(traffic, "new.example.org.", "example.org.", 30, 5 * Traffic.MINUTE);
    answered(traffic, "new.example.org.", START + 5 * Traffic.HOUR);
    long four = START + 17 * Traffic.MINUTE;
    assertThat(Play.lastJoinedAt(four, () -> new Births(Tuning.USUAL), traffic))
        .extracting(Sighting::subject)
        .containsExactly("new.example.org.");
  }

  @Test
  void findsTheSameWhenItGoesOnOrIsJoined() throws IOException {
    List<Sighting> found = Play.last(new Births(Tuning.USUAL), births());
    assertThat(found).extracting(Sighting::severity).contains(Severity.CRITICAL);
    assertThat(Play.lastWithRestore(() -> new Births(Tuning.USUAL), births()))
        .containsExactlyInAnyOrderElementsOf(found);
    assertThat(Play.lastOfTwo(() -> new Births(Tuning.USUAL), births()))
        .containsExactlyInAnyOrderElementsOf(found);
  }
}
