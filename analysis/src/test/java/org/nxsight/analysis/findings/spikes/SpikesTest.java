package org.nxsight.analysis.findings.spikes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nxsight.analysis.findings.Operator;
import org.nxsight.analysis.findings.Play;
import org.nxsight.analysis.findings.Sighting;
import org.nxsight.analysis.findings.Traffic;
import org.nxsight.analysis.findings.Tuning;

class SpikesTest {
  private static final long START = Traffic.START_NANOS;

  private static Operator operator() {
    return new Spikes(Dimension.ZONE, Tuning.USUAL);
  }

  /** Some failures a minute, and many from a minute on for three minutes. */
  private static Traffic traffic(int minutes, int usual, int from, int many) throws IOException {
    Traffic traffic = new Traffic();
    for (int minute = 0; minute < minutes; minute++) {
      addMinute(traffic, minute, minute >= from && minute < from + 3 ? many : usual);
    }
    return traffic;
  }

  private static void addMinute(Traffic traffic, int minute, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      long now = START + minute * Traffic.MINUTE + i * (Traffic.MINUTE / count);
      traffic.nxdomain(now, "h" + i + ".example.com.", "A", "example.com.");
    }
    traffic.nxdomain(START + minute * Traffic.MINUTE, "a.example.net.", "A", "example.net.");
  }

  @Test
  void tellsASpikeOfOneZoneOnce() throws IOException {
    Traffic traffic = traffic(60, 5, 45, 300);
    List<Sighting> found = Play.last(operator(), traffic);
    assertThat(found).extracting(Sighting::subject).containsExactly("example.com.");
    assertThat(found.getFirst().firstNanos()).isEqualTo(START + 45 * Traffic.MINUTE);
    assertThat(found.getFirst().count()).isEqualTo(900);
    assertThat(found.getFirst().sentence()).startsWith("300 failures a minute of example.com.");
  }

  @Test
  void isQuietAtTheStartAndAboutFewAndAboutTwiceTheUsual() throws IOException {
    assertThat(Play.last(operator(), traffic(40, 5, 10, 300))).isEmpty();
    assertThat(Play.last(operator(), traffic(60, 5, 45, 60))).isEmpty();
    assertThat(Play.last(operator(), traffic(60, 100, 45, 200))).isEmpty();
  }

  @Test
  void takesWhatComesAfterAGapOfThreeMinutesForASpikeOfItsOwn() throws IOException {
    Traffic traffic = traffic(48, 5, 45, 300);
    addMinute(traffic, 51, 400);
    addMinute(traffic, 52, 5);
    List<Sighting> found = Play.all(operator(), traffic);
    assertThat(found).extracting(Sighting::count).containsExactly(300L, 600L, 900L, 400L);
    assertThat(found.getLast().firstNanos()).isEqualTo(START + 51 * Traffic.MINUTE);
  }

  @Test
  void learnsAnewAfterALongGap() throws IOException {
    Traffic traffic = traffic(40, 5, 40, 0);
    for (int minute = 60; minute < 100; minute++) {
      addMinute(traffic, minute, minute == 80 || minute == 95 ? 300 : 5);
    }
    List<Sighting> found = Play.all(operator(), traffic);
    assertThat(found).extracting(Sighting::firstNanos).containsExactly(START + 95 * Traffic.MINUTE);
  }

  @Test
  void findsTheSameWhenItGoesOnOrIsJoined() throws IOException {
    Traffic traffic = traffic(60, 5, 45, 300);
    List<Sighting> found = Play.last(operator(), traffic);
    assertThat(Play.lastWithRestore(SpikesTest::operator, traffic)).isEqualTo(found);
    assertThat(Play.lastOfTwo(SpikesTest::operator, traffic)).isEqualTo(found);
  }
}
