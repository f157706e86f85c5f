package org.nxsight.analysis.findings.floods;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.nxsight.analysis.findings.FindingKind;
import org.nxsight.analysis.findings.Play;
import org.nxsight.analysis.findings.Severity;
import org.nxsight.analysis.findings.Sighting;
import org.nxsight.analysis.findings.Traffic;
import org.nxsight.analysis.findings.Tuning;

class FloodsTest {
  private static final long START = Traffic.START_NANOS;
  private static final long ONSET = START + 10 * Traffic.MINUTE + 3 * Traffic.SECOND;
  private static final int NXDOMAIN = 3;
  private static final int SERVFAIL = 2;

  private final SplittableRandom random = new SplittableRandom(1);
  private final Traffic traffic = new Traffic();

  private String letters(int fewest, int most) {
    StringBuilder out = new StringBuilder();
    for (int left = random.nextInt(fewest, most + 1); left > 0; left--) {
      out.append((char) ('a' + random.nextInt(26)));
    }
    return out.toString();
  }

  private String resolver(int many) {
    return "198.51.100." + (1 + random.nextInt(many));
  }

  /** Missing hosts of another zone, so that time goes on. */
  private void quiet(long from, long to) throws IOException {
    for (long at = from; at < to; at += 5 * Traffic.SECOND) {
      traffic.nxdomain(at, "host" + random.nextInt(20) + ".example.org.", "A", "example.org.");
    }
  }

  private void flood(String zone, long from, int seconds, int perSecond, int resolvers)
      throws IOException {
    for (int i = 0; i < seconds * perSecond; i++) {
      long at = from + i * Traffic.SECOND / perSecond;
      traffic.nxdomain(at, letters(8, 14) + "." + zone, "A", zone).to(resolver(resolvers));
    }
  }

  private List<Sighting> found() throws IOException {
    return Play.last(new Floods(Tuning.USUAL), traffic);
  }

  @Test
  void findsAFloodInTheTickInWhichItBegins() throws IOException {
    quiet(START, ONSET);
    flood("victim.example.com.", ONSET, 15, 100, 40);
    List<Sighting> all = Play.all(new Floods(Tuning.USUAL), traffic);
    assertThat(all.getFirst().kind()).isEqualTo(FindingKind.RANDOM_SUBDOMAIN_FLOOD);
    assertThat(all.getFirst().subject()).isEqualTo("victim.example.com.");
    assertThat(all.getFirst().lastNanos() - ONSET).isLessThanOrEqualTo(10 * Traffic.SECOND);
    assertThat(all.getLast().severity()).isEqualTo(Severity.MEDIUM);
    assertThat(all.getLast().count()).isBetween(1300L, 1500L);
    assertThat(all.getLast().resolvers()).isBetween(36L, 44L);
    assertThat(all.getLast().sentence())
        .startsWith("Random names are made up below victim.example.com.,");
  }

  @Test
  void findsAFloodThatBreaksTheServers() throws IOException {
    quiet(START, ONSET);
    for (int i = 0; i < 1500; i++) {
      String name = letters(6, 16) + ".victim.com.";
      long at = ONSET + i * Traffic.SECOND / 40;
      traffic.add(at, name, "A").rcode(SERVFAIL).to(resolver(20));
      traffic.add(at + Traffic.SECOND, name, "A").rcode(SERVFAIL).to(resolver(20));
    }
    assertThat(found()).extracting(Sighting::subject).containsExactly("victim.com.");
  }

  @Test
  void findsAFloodThatIsThereFromTheStart() throws IOException {
    flood("victim.net.", START, 60, 80, 30);
    assertThat(found()).extracting(Sighting::subject).containsExactly("victim.net.");
  }

  @Test
  void isTheSameAfterARestartAndFromTwoParts() throws IOException {
    quiet(START, ONSET);
    flood("victim.example.com.", ONSET, 40, 60, 25);
    List<Sighting> found = found();
    assertThat(found).hasSize(1);
    assertThat(Play.lastWithRestore(() -> new Floods(Tuning.USUAL), traffic)).isEqualTo(found);
    assertThat(Play.lastOfTwo(() -> new Floods(Tuning.USUAL), traffic)).isEqualTo(found);
  }

  @Test
  void leavesAZoneAloneWhoseNamesAlwaysAreRandom() throws IOException {
    flood("telemetry.example.net.", START, 900, 20, 30);
    assertThat(found()).isEmpty();
  }

  @Test
  void leavesATelemetryZoneAloneThatIsBusierInTheMorning() throws IOException {
    for (int minute = 0; minute < 20; minute++) {
      flood("telemetry.example.net.", START + minute * Traffic.MINUTE, 60, 10 + 2 * minute, 30);
    }
    assertThat(found()).isEmpty();
  }

  @Test
  void leavesAZoneAloneThatIsOutOfOrder() throws IOException {
    quiet(START, ONSET);
    for (int i = 0; i < 6000; i++) {
      String name = letters(1, 1) + "-" + (i % 300) + ".cdn.example.com.";
      traffic.add(ONSET + i * Traffic.SECOND / 100, name, "A").rcode(SERVFAIL).to(resolver(50));
    }
    assertThat(found()).isEmpty();
  }

  @Test
  void leavesOneResolverAlone() throws IOException {
    quiet(START, ONSET);
    flood("big.example.com.", ONSET, 30, 50, 1);
    assertThat(found()).isEmpty();
  }

  @Test
  void leavesACrawlerOfRealNamesAlone() throws IOException {
    quiet(START, ONSET);
    String[] words = {"mail", "shop", "news", "forum", "photo", "music", "garden", "travel"};
    for (int i = 0; i < 1200; i++) {
      String name = words[i % 8] + "-" + words[i / 8 % 8] + i / 64 + ".big.example.com.";
      traffic
          .nxdomain(ONSET + i * Traffic.SECOND / 40, name, "A", "big.example.com.")
          .to(resolver(6));
    }
    assertThat(found()).isEmpty();
  }

  @Test
  void leavesRegistriesListsAndTheReverseTreeAlone() throws IOException {
    quiet(START, ONSET);
    for (int i = 0; i < 3000; i++) {
      long at = ONSET + i * Traffic.SECOND / 100;
      String address =
          random.nextInt(256) + "." + random.nextInt(256) + "." + random.nextInt(256) + ".";
      traffic.nxdomain(at, letters(9, 14) + ".com.", "A", "com.").to(resolver(50));
      traffic.nxdomain(at, address + "7.zen.spamhaus.org.", "A", "zen.spamhaus.org.");
      traffic.nxdomain(at, address + "9.bl.unheard.example.net.", "A", "bl.unheard.example.net.");
      traffic.nxdomain(at, address + "80.in-addr.arpa.", "PTR", "80.in-addr.arpa.");
      traffic.add(at, address + "4.zen.spamhaus.org.", "A").rcode(NXDOMAIN);
    }
    assertThat(found()).isEmpty();
  }
}
