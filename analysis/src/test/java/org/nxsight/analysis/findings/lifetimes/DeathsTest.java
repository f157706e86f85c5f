package org.nxsight.analysis.findings.lifetimes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nxsight.analysis.findings.Play;
import org.nxsight.analysis.findings.Sighting;
import org.nxsight.analysis.findings.Traffic;
import org.nxsight.analysis.findings.Tuning;

final class DeathsTest {
  private final Traffic traffic = new Traffic();

  private static long at(long minutes) {
    return Traffic.START_NANOS + minutes * Traffic.MINUTE;
  }

  private static String resolver(long minute) {
    return "198.51.100." + (1 + minute / 10 % 3);
  }

  /** Answered every ten minutes. */
  private void lives(String name, long from, long to) throws IOException {
    for (long minute = from; minute < to; minute += 10) {
      traffic.add(at(minute), name, "A").answer(name, "A", "192.0.2.200").to(resolver(minute));
    }
  }

  /** Denied every ten minutes. */
  private void missing(String name, String zone, long from, long to) throws IOException {
    for (long minute = from; minute < to; minute += 10) {
      traffic.nxdomain(at(minute), name, "A", zone).to(resolver(minute));
    }
  }

  private List<Sighting> found() throws IOException {
    List<Sighting> found = Play.last(new Deaths(Tuning.USUAL), traffic);
    assertThat(Play.lastWithRestore(() -> new Deaths(Tuning.USUAL), traffic))
        .containsExactlyInAnyOrderElementsOf(found);
    assertThat(Play.lastOfTwo(() -> new Deaths(Tuning.USUAL), traffic))
        .containsExactlyInAnyOrderElementsOf(found);
    return found;
  }

  @Test
  void tellsSoonWhenANameInUseIsGone() throws IOException {
    lives("api.example.org.", 0, 600);
    missing("api.example.org.", "example.org.", 600, 660);
    for (String each : List.of("api.gone-vendor.com.", "www.gone-vendor.com.")) {
      lives(each, 0, 600);
      missing(each, "com.", 600, 660);
    }
    lives("www.example.org.", 0, 660);
    List<Sighting> all = Play.all(new Deaths(Tuning.USUAL), traffic);
    assertThat(all.getFirst().lastNanos() - at(600)).isLessThanOrEqualTo(30 * Traffic.MINUTE);
    assertThat(found())
        .extracting(each -> each.severity() + " " + each.subject())
        .containsExactlyInAnyOrder("low api.example.org.", "medium gone-vendor.com.");
  }

  @Test
  void isQuietAboutNamesOfLittleUse() throws IOException {
    lives("short.example.org.", 0, 120);
    missing("short.example.org.", "example.org.", 120, 400);
    for (long minute = 0; minute < 600; minute += 10) {
      traffic
          .add(at(minute), "alone.example.org.", "A")
          .answer("alone.example.org.", "A", "192.0.2.200");
    }
    for (long minute = 600; minute < 900; minute += 10) {
      traffic.nxdomain(at(minute), "alone.example.org.", "A", "example.org.");
    }
    missing("never.example.org.", "example.org.", 0, 900);
    assertThat(found()).isEmpty();
  }

  @Test
  void isQuietAboutOutagesHiccupsAndNamesThatComeAndGo() throws IOException {
    for (String each : List.of("outage.example.org.", "hiccup.example.org.", "list.example.org.")) {
      lives(each, 0, 600);
    }
    for (long minute = 600; minute < 800; minute += 10) {
      traffic.add(at(minute), "outage.example.org.", "A").rcode(2).to(resolver(minute));
    }
    for (int round = 0; round < 5; round++) {
      missing("hiccup.example.org.", "example.org.", 600 + 40L * round, 610 + 40L * round);
      lives("hiccup.example.org.", 610 + 40L * round, 640 + 40L * round);
    }
    for (int round = 0; round < 20; round++) {
      traffic.nxdomain(at(600 + round), "list.example.org.", "A", "other.test.");
    }
    assertThat(found()).isEmpty();
  }

  @Test
  void isQuietAboutNamesThatAreAnsweredAndDeniedByTurns() throws IOException {
    lives("turns.example.org.", 0, 500);
    for (int round = 0; round < 3; round++) {
      missing("turns.example.org.", "example.org.", 500 + 30L * round, 510 + 30L * round);
      lives("turns.example.org.", 510 + 30L * round, 530 + 30L * round);
    }
    missing("turns.example.org.", "example.org.", 590, 700);
    assertThat(found()).isEmpty();
  }

  @Test
  void isQuietAboutWhatDnsListsDoNotListAnyMore() throws IOException {
    String list = "dbl.spamhaus.org.";
    for (long minute = 0; minute < 600; minute += 10) {
      for (String each : List.of("4.3.2.91.bl.spamcop.net.", "bad.example.com." + list)) {
        traffic.add(at(minute), each, "A").answer(each, "A", "127.0.0.2").to(resolver(minute));
      }
    }
    missing("4.3.2.91.bl.spamcop.net.", "bl.spamcop.net.", 600, 900);
    missing("bad.example.com." + list, list, 600, 900);
    assertThat(found()).isEmpty();
  }
}
