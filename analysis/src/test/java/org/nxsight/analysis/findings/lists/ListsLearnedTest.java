package org.nxsight.analysis.findings.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nxsight.analysis.findings.Play;
import org.nxsight.analysis.findings.Sighting;
import org.nxsight.analysis.findings.Traffic;
import org.nxsight.analysis.findings.Tuning;

final class ListsLearnedTest {
  private final Traffic traffic = new Traffic();

  /** Questions about so many addresses of different networks, of which one in ten is listed. */
  private void ask(int times, String zone) throws IOException {
    for (int i = 0; i < times; i++) {
      String qname = i % 250 + "." + i % 7 + "." + i % 90 + ".91." + zone;
      long at = Traffic.START_NANOS + i * 10L * Traffic.SECOND;
      String resolver = "198.51.100." + i % 4;
      if (i % 10 == 0) {
        traffic.add(at, qname, "A").answer(qname, "A", "127.0.0.2").to(resolver);
      } else {
        traffic.nxdomain(at, qname, "A", zone).to(resolver);
      }
    }
  }

  @Test
  void tellsOfAZoneThatIsUsedAsAList() throws IOException {
    ask(400, "hosts.quarry.example.org.");
    ask(400, "bl.quarry.example.net.");
    List<Sighting> found = Play.last(new ListsLearned(Tuning.USUAL), traffic);
    assertThat(found)
        .extracting(Sighting::subject)
        .containsExactlyInAnyOrder("hosts.quarry.example.org.", "bl.quarry.example.net.");
    assertThat(found).allMatch(each -> each.count() >= 190 && each.count() < 400);
    assertThat(found.getFirst().sentence()).contains("by 4 resolvers");
    assertThat(Play.lastWithRestore(() -> new ListsLearned(Tuning.USUAL), traffic))
        .isEqualTo(found);
    assertThat(Play.lastOfTwo(() -> new ListsLearned(Tuning.USUAL), traffic))
        .containsExactlyInAnyOrderElementsOf(found);
  }

  @Test
  void isQuietAboutKnownListsAndFewQuestionsAndZonesThatOnlyHaveAListsName() throws IOException {
    ask(400, "bl.spamcop.net.");
    ask(150, "hosts.quarry.example.org.");
    ask(150, "bl.quarry.example.net.");
    assertThat(Play.last(new ListsLearned(Tuning.USUAL), traffic)).isEmpty();
  }
}
