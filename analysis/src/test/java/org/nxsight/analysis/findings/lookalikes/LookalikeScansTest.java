package org.nxsight.analysis.findings.lookalikes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nxsight.analysis.findings.Play;
import org.nxsight.analysis.findings.Sighting;
import org.nxsight.analysis.findings.Traffic;
import org.nxsight.analysis.findings.Tuning;

final class LookalikeScansTest {
  private final Traffic traffic = new Traffic();

  private static long at(long seconds) {
    return Traffic.START_NANOS + seconds * Traffic.SECOND;
  }

  /** Names with one letter more. */
  private static List<String> slips(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> {
          int at = 1 + i / 26;
          return "wikipedia".substring(0, at)
              + (char) ('a' + i % 26)
              + "wikipedia".substring(at)
              + ".org.";
        })
        .toList();
  }

  private void ask(long seconds, String name, String type, String resolver) throws IOException {
    traffic.nxdomain(at(seconds), name, type, "org.").to(resolver);
  }

  private void others() throws IOException {
    for (int second = 0; second < 7_200; second += 60) {
      ask(second, "www." + slips(7).get(second / 60 % 7), "A", "198.51.100." + second / 60 % 9);
    }
  }

  private List<Sighting> found() throws IOException {
    List<Sighting> found = Play.last(new LookalikeScans(Tuning.USUAL), traffic);
    assertThat(Play.lastWithRestore(() -> new LookalikeScans(Tuning.USUAL), traffic))
        .isEqualTo(found);
    assertThat(Play.lastOfTwo(() -> new LookalikeScans(Tuning.USUAL), traffic)).isEqualTo(found);
    return found;
  }

  @Test
  void tellsWhenOneResolverTriesManyNamesOneSlipAway() throws IOException {
    others();
    List<String> slips = slips(120);
    for (int i = 0; i < slips.size(); i++) {
      ask(4_000 + 2L * i, slips.get(i), "A", "198.51.100.77");
      ask(4_000 + 2L * i, slips.get(i), "AAAA", "198.51.100.77");
    }
    List<Sighting> found = found();
    assertThat(found).extracting(Sighting::subject).containsExactly("wikipedia.org.");
    assertThat(found.getFirst().resolvers()).isEqualTo(1);
    assertThat(found.getFirst().sentence()).contains("Nobody here watches");
  }

  @Test
  void isQuietAboutTheSlipsOfManyPeople() throws IOException {
    others();
    List<String> slips = slips(60);
    for (int i = 0; i < 600; i++) {
      ask(4_000 + i, slips.get(i * 7 % 60), "A", "198.51.100." + i % 60);
    }
    assertThat(found()).isEmpty();
  }

  @Test
  void isQuietAboutALargeResolverThatAlwaysHasThem() throws IOException {
    List<String> slips = slips(150);
    for (int i = 0; i < 3_600; i++) {
      ask(2L * i, slips.get(i * 7 % 150), "A", "198.51.100.1");
    }
    assertThat(found()).isEmpty();
  }

  @Test
  void isQuietAboutMailWithManyMistypedAddresses() throws IOException {
    others();
    List<String> slips = slips(120);
    for (int i = 0; i < slips.size(); i++) {
      ask(4_000 + 2L * i, slips.get(i), "MX", "198.51.100.77");
    }
    assertThat(found()).isEmpty();
  }
}
