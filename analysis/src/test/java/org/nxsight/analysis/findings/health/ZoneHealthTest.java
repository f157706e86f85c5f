package org.nxsight.analysis.findings.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nxsight.analysis.findings.FindingKind;
import org.nxsight.analysis.findings.Play;
import org.nxsight.analysis.findings.Sighting;
import org.nxsight.analysis.findings.Traffic;
import org.nxsight.analysis.findings.Tuning;

class ZoneHealthTest {
  private static final long START = Traffic.START_NANOS;
  private static final int SERVFAIL = 2;
  private static final int REFUSED = 5;
  private static final int DNSSEC_BOGUS = 6;

  private static String resolver(int i) {
    return "198.51.100." + i % 3;
  }

  private static long at(int i) {
    return START + i * 10L * Traffic.SECOND;
  }

  /** A zone that no server serves, one that a server does not, one with broken signatures. */
  private static Traffic errors() throws IOException {
    Traffic traffic = new Traffic();
    for (int i = 0; i < 30; i++) {
      String server = "192.0.2." + (1 + i % 2);
      traffic
          .add(at(i), "h" + i + ".lame.example.", "A")
          .rcode(REFUSED)
          .from(server)
          .to(resolver(i));
      traffic
          .add(at(i), "h" + i + ".half-lame.net.", "A")
          .rcode(REFUSED)
          .from("192.0.2.8")
          .to(resolver(i));
      traffic
          .add(at(i), "h" + i + ".half-lame.net.", "A")
          .from("192.0.2.9")
          .to(resolver(i))
          .answer("h" + i + ".half-lame.net.", "A", "192.0.2.200");
      traffic
          .add(at(i), "h" + i + ".bogus.org.", "A")
          .rcode(SERVFAIL)
          .ede(DNSSEC_BOGUS)
          .from("192.0.2.20")
          .to(resolver(i));
    }
    return traffic;
  }

  @Test
  void tellsZonesThatNobodyServesServersThatDoNotAndSignaturesThatDoNotHold() throws IOException {
    List<Sighting> found = Play.last(new ZoneHealth(Tuning.USUAL), errors());
    assertThat(found)
        .extracting(each -> each.kind() + " " + each.subject())
        .containsExactlyInAnyOrder(
            "LAME_ZONE lame.example.", "LAME_SERVER 192.0.2.8", "DNSSEC_BROKEN bogus.org.");
  }

  @Test
  void isQuietAboutAMomentOneNameOfOneResolverAndPolicy() throws IOException {
    Traffic traffic = new Traffic();
    for (int i = 0; i < 30; i++) {
      traffic.add(START + i * Traffic.SECOND, "h" + i + ".moment.com.", "A").rcode(REFUSED);
      traffic.add(at(i), "www.one-name.com.", "A").rcode(REFUSED);
      traffic.add(at(i), "h" + i + ".blocked.com.", "A").rcode(REFUSED).ede(15).to(resolver(i));
      traffic.nxdomain(at(i), "h" + i + ".missing.com.", "A", "missing.com.").to(resolver(i));
    }
    assertThat(Play.last(new ZoneHealth(Tuning.USUAL), traffic)).isEmpty();
  }

  @Test
  void tellsWhenServiceReturns() throws IOException {
    Traffic traffic = errors();
    for (int i = 30; i < 40; i++) {
      traffic
          .add(at(i), "www.lame.example.", "A")
          .from("192.0.2." + (1 + i % 2))
          .answer("www.lame.example.", "A", "192.0.2.200");
    }
    Sighting zone =
        Play.last(new ZoneHealth(Tuning.USUAL), traffic).stream()
            .filter(each -> each.kind() == FindingKind.LAME_ZONE)
            .findFirst()
            .orElseThrow();
    assertThat(zone.evidence()).contains("\"ended\":\"2026-03-02T00:05:0");
    assertThat(zone.sentence()).contains("it answers again since");
  }

  @Test
  void findsTheSameWhenItGoesOnOrIsJoined() throws IOException {
    List<Sighting> found = Play.last(new ZoneHealth(Tuning.USUAL), errors());
    assertThat(Play.lastWithRestore(() -> new ZoneHealth(Tuning.USUAL), errors()))
        .containsExactlyInAnyOrderElementsOf(found);
    assertThat(Play.lastOfTwo(() -> new ZoneHealth(Tuning.USUAL), errors()))
        .containsExactlyInAnyOrderElementsOf(found);
  }
}
