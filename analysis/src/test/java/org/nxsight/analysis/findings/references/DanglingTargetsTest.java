package org.nxsight.analysis.findings.references;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nxsight.analysis.findings.Play;
import org.nxsight.analysis.findings.Sighting;
import org.nxsight.analysis.findings.Traffic;
import org.nxsight.analysis.findings.Tuning;

final class DanglingTargetsTest {
  private final Traffic traffic = new Traffic();

  private static long at(long minutes) {
    return Traffic.START_NANOS + minutes * Traffic.MINUTE;
  }

  /** A record that is asked for every twenty minutes, and what it points at a little later. */
  private Traffic.Response points(int round, String owner, String type, String rdata)
      throws IOException {
    return traffic.add(at(20L * round), owner, type).answer(owner, type, rdata);
  }

  private void missing(int round, String target, String zone) throws IOException {
    traffic.nxdomain(at(20L * round + 1), target, "A", zone).to("198.51.100." + round % 5);
  }

  private List<Sighting> found() throws IOException {
    List<Sighting> found = Play.last(new DanglingTargets(Tuning.USUAL), traffic);
    assertThat(Play.lastWithRestore(() -> new DanglingTargets(Tuning.USUAL), traffic))
        .isEqualTo(found);
    assertThat(Play.lastOfTwo(() -> new DanglingTargets(Tuning.USUAL), traffic))
        .containsExactlyInAnyOrderElementsOf(found);
    return found;
  }

  @Test
  void tellsWhichRecordPointsAtANameThatDoesNotExist() throws IOException {
    for (int round = 0; round < 8; round++) {
      points(round, "harbour.org.", "MX", "10 mail.gone-provider.com.");
      points(round, "harbour.net.", "NS", "NS1.harbour.net.");
      points(round, "_sip._tcp.harbour.com.", "SRV", "0 0 5060 sip.harbour.com.");
      missing(round, "mail.gone-provider.com.", "com.");
      missing(round, "ns1.harbour.net.", "harbour.net.");
      missing(round, "sip.harbour.com.", "harbour.com.");
      missing(round, "nobody-points-here.example.com.", "harbour.com.");
    }
    List<Sighting> found = found();
    assertThat(found)
        .extracting(each -> each.severity() + " " + each.subject())
        .containsExactlyInAnyOrder(
            "high mail.gone-provider.com.", "low ns1.harbour.net.", "low sip.harbour.com.");
    assertThat(found)
        .extracting(Sighting::sentence)
        .anyMatch(each -> each.contains("the MX record of harbour.org. points at mail.gone"))
        .anyMatch(each -> each.contains("the NS record of harbour.net."))
        .anyMatch(each -> each.contains("the SRV record of _sip._tcp.harbour.com."));
  }

  @Test
  void tellsOfEachOfSeveralTargets() throws IOException {
    for (int round = 0; round < 30; round++) {
      points(round, "example.org.", "MX", "10 mail1.gone-provider.com.")
          .answer("example.org.", "MX", "20 mail2.gone-provider.com.")
          .answer("example.org.", "MX", "30 mail3.gone-provider.com.");
      for (int i = 1; i <= 3; i++) {
        missing(round, "mail" + i + ".gone-provider.com.", "com.");
      }
    }
    assertThat(found()).hasSize(3);
  }

  @Test
  void isQuietAboutTargetsThatExistRecordsThatAreGoneAndThoseThatPointNowhere() throws IOException {
    for (int round = 0; round < 300; round++) {
      String target = "mail.example.org.";
      points(round, "example.org.", "MX", "10 " + target);
      traffic.add(at(20L * round + 1), target, "A").answer(target, "A", "192.0.2.25");
      if (round % 7 == 0) {
        missing(round, target, "example.org.");
      }
      points(round, "silent.example.org.", "MX", "0 .");
      if (round == 0) {
        points(round, "old.example.org.", "MX", "10 mail.old-provider.com.");
      }
      if (round > 200) {
        missing(round, "mail.old-provider.com.", "com.");
      }
    }
    assertThat(found()).isEmpty();
  }
}
