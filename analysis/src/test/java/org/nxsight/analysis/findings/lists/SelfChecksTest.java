package org.nxsight.analysis.findings.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nxsight.analysis.dnsbl.ItemFormat;
import org.nxsight.analysis.dnsbl.ListZone;
import org.nxsight.analysis.dnsbl.ListZones;
import org.nxsight.analysis.findings.Play;
import org.nxsight.analysis.findings.Sighting;
import org.nxsight.analysis.findings.Traffic;
import org.nxsight.analysis.findings.Tuning;

final class SelfChecksTest {
  private static final List<String> LISTS =
      ListZones.known().all().stream()
          .filter(each -> !each.closed() && each.takes(ItemFormat.IP4))
          .filter(each -> each.key() == ListZone.KeyPlace.NONE)
          .map(each -> each.name() + ".")
          .toList();

  private final Traffic traffic = new Traffic();

  /** One resolver asks so many lists about an address, one each tenth of a second. */
  private void check(long seconds, String item, int lists, String resolver) throws IOException {
    long start = Traffic.START_NANOS + seconds * Traffic.SECOND;
    for (int i = 0; i < lists; i++) {
      String list = LISTS.get(i);
      traffic.nxdomain(start + i * Traffic.SECOND / 10, item + "." + list, "A", list).to(resolver);
    }
  }

  private void mailServer(int lists, String resolver) throws IOException {
    for (int i = 0; i < 60; i++) {
      check(i * 60L, i + ".7.3.91", lists, resolver);
    }
  }

  private List<Sighting> found() throws IOException {
    List<Sighting> found = Play.last(new SelfChecks(Tuning.USUAL), traffic);
    assertThat(Play.lastWithRestore(() -> new SelfChecks(Tuning.USUAL), traffic)).isEqualTo(found);
    assertThat(Play.lastOfTwo(() -> new SelfChecks(Tuning.USUAL), traffic))
        .containsExactlyInAnyOrderElementsOf(found);
    return found;
  }

  @Test
  void tellsOfOneWhoIsLookedUpAtMoreListsThanTheResolverUsuallyAsks() throws IOException {
    mailServer(3, "198.51.100.1");
    check(3_590, "77.7.3.91", 10, "198.51.100.1");
    mailServer(3, "198.51.100.2");
    List<Sighting> found = found();
    assertThat(found).extracting(Sighting::subject).containsExactly("91.3.7.77");
    assertThat(found.getFirst().evidence()).contains("\"lists\":10,");
    assertThat(found.getFirst().sentence()).contains("at 10 DNS lists within ten seconds");
  }

  @Test
  void isQuietAboutMailServersHoweverManyListsTheyAsk() throws IOException {
    mailServer(8, "198.51.100.1");
    mailServer(12, "198.51.100.2");
    mailServer(20, "198.51.100.3");
    assertThat(found()).isEmpty();
  }

  @Test
  void isQuietAboutAMailServerThatHardlyEverGetsMail() throws IOException {
    for (int i = 0; i < 6; i++) {
      check(i * 3_600L, i + ".7.3.91", 12, "198.51.100.1");
    }
    assertThat(found()).isEmpty();
  }

  @Test
  void tellsOfAResolverThatHardlyEverAsksFromMoreListsOn() throws IOException {
    check(0, "77.7.3.91", 15, "198.51.100.1");
    check(0, "78.7.3.91", 40, "198.51.100.2");
    check(7_200, "1.7.3.91", 1, "198.51.100.3");
    assertThat(found())
        .extracting(Sighting::subject)
        .containsExactlyInAnyOrder("91.3.7.77", "91.3.7.78");
  }

  @Test
  void isQuietAboutOneWhomManyResolversAskFewListsAboutAndWhenWhoAskedIsHidden()
      throws IOException {
    for (int i = 0; i < 20; i++) {
      String list = LISTS.get(i);
      long at = Traffic.START_NANOS + i * Traffic.SECOND / 10;
      traffic.nxdomain(at, "77.7.3.91." + list, "A", list).to("198.51.100." + i);
    }
    check(60, "78.7.3.91", 40, "0.0.0.0");
    check(7_200, "1.7.3.91", 1, "198.51.100.3");
    assertThat(found()).isEmpty();
  }
}
