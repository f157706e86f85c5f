package org.nxsight.analysis.findings.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.nxsight.analysis.findings.Operator;
import org.nxsight.analysis.findings.Play;
import org.nxsight.analysis.findings.Severity;
import org.nxsight.analysis.findings.Sighting;
import org.nxsight.analysis.findings.Traffic;
import org.nxsight.analysis.findings.Tuning;

final class ListWatchTest {
  private static final String ZONE = "bl.spamcop.net.";

  private final Traffic traffic = new Traffic();

  private void ask(long seconds, int item, int resolver) throws IOException {
    traffic
        .nxdomain(at(seconds), item + ".100.51.198." + ZONE, "A", ZONE)
        .to("198.51.100." + resolver);
  }

  private static long at(long seconds) {
    return Traffic.START_NANOS + seconds * Traffic.SECOND;
  }

  private List<Sighting> found(Supplier<Operator> maker) throws IOException {
    List<Sighting> found = Play.last(maker.get(), traffic);
    assertThat(Play.lastWithRestore(maker, traffic)).isEqualTo(found);
    assertThat(Play.lastOfTwo(maker, traffic)).containsExactlyInAnyOrderElementsOf(found);
    return found;
  }

  /** One question in ten seconds about each of three senders, for two hours. */
  private void ordinary() throws IOException {
    for (int second = 0; second < 7200; second += 10) {
      ask(second, 1 + second / 10 % 3, 1 + second / 10 % 7);
    }
  }

  @Test
  void tellsOfSomebodyNewWhomManyAskAbout() throws IOException {
    ordinary();
    for (int i = 0; i < 300; i++) {
      ask(6000 + i / 2, 77, 1 + i % 20);
    }
    List<Sighting> found = found(() -> new ListSpikes(Tuning.USUAL));
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().subject()).isEqualTo("198.51.100.77");
    assertThat(found.getFirst().severity()).isEqualTo(Severity.MEDIUM);
    assertThat(found.getFirst().sentence()).contains("spam run").contains("hardly at all before");
  }

  @Test
  void doesNotTellOfOrdinaryTraffic() throws IOException {
    ordinary();
    assertThat(found(() -> new ListSpikes(Tuning.USUAL))).isEmpty();
  }

  @Test
  void doesNotTellOfOneResolverAlone() throws IOException {
    ordinary();
    for (int i = 0; i < 300; i++) {
      ask(6000 + i / 2, 77, 5);
    }
    assertThat(found(() -> new ListSpikes(Tuning.USUAL))).isEmpty();
  }

  @Test
  void doesNotTellOfSendersThatAreAlwaysAskedAbout() throws IOException {
    for (int i = 0; i < 7200; i++) {
      ask(i, 9, 1 + i % 20);
    }
    assertThat(found(() -> new ListSpikes(Tuning.USUAL))).isEmpty();
  }

  @Test
  void tellsOfAListThatListsEverybody() throws IOException {
    for (int i = 0; i < 200; i++) {
      traffic
          .add(at(i), i + ".100.51.198." + ZONE, "A")
          .answer(i + ".100.51.198." + ZONE, "A", "127.0.0.2");
    }
    List<Sighting> found = found(() -> new ListHealth(Tuning.USUAL));
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().severity()).isEqualTo(Severity.HIGH);
    assertThat(found.getFirst().evidence()).contains("\"trouble\":\"lists_all\"");
  }

  @Test
  void tellsRefusalsByCodeFromListings() throws IOException {
    for (int i = 0; i < 200; i++) {
      traffic
          .add(at(i), i + ".100.51.198." + ZONE, "A")
          .answer(i + ".100.51.198." + ZONE, "A", "127.255.255.254");
    }
    List<Sighting> found = found(() -> new ListHealth(Tuning.USUAL));
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().evidence()).contains("\"trouble\":\"refuses\"");
  }

  @Test
  void tellsOfAListThatIsAskedSeldomAndRefuses() throws IOException {
    for (int i = 0; i < 40; i++) {
      String name = i + ".100.51.198." + ZONE;
      traffic.add(at(240L * i), name, "A").answer(name, "A", "127.255.255.254");
    }
    List<Sighting> found = found(() -> new ListHealth(Tuning.USUAL));
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().evidence()).contains("\"trouble\":\"refuses\"");
    assertThat(found.getFirst().sentence()).contains("questions in the last 2 hours");
  }

  @Test
  void tellsNothingOfAListThatIsAskedSeldomAboutSendersThatAreAllListed() throws IOException {
    for (int i = 0; i < 60; i++) {
      String name = i + ".100.51.198." + ZONE;
      traffic.add(at(240L * i), name, "A").answer(name, "A", "127.0.0.2");
    }
    assertThat(found(() -> new ListHealth(Tuning.USUAL))).isEmpty();
  }

  @Test
  void tellsNothingOfAListThatAnswers() throws IOException {
    ordinary();
    assertThat(found(() -> new ListHealth(Tuning.USUAL))).isEmpty();
  }

  @Test
  void tellsNothingOfOneBadSenderWhoIsListed() throws IOException {
    for (int i = 0; i < 200; i++) {
      traffic
          .add(at(i), "7.100.51.198." + ZONE, "A")
          .answer("7.100.51.198." + ZONE, "A", "127.0.0.2");
    }
    assertThat(found(() -> new ListHealth(Tuning.USUAL))).isEmpty();
  }
}
