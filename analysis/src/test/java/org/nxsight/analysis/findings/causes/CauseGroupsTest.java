package org.nxsight.analysis.findings.causes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nxsight.analysis.findings.DomainSet;
import org.nxsight.analysis.findings.NetworkSet;
import org.nxsight.analysis.findings.Operator;
import org.nxsight.analysis.findings.Play;
import org.nxsight.analysis.findings.Sighting;
import org.nxsight.analysis.findings.Traffic;
import org.nxsight.analysis.findings.Tuning;
import org.nxsight.analysis.findings.Watchlists;

class CauseGroupsTest {
  private static final long START = Traffic.START_NANOS;

  private static final Watchlists WATCHED =
      new Watchlists(
          DomainSet.of(List.of("wikipedia.org")), DomainSet.NONE, DomainSet.NONE, NetworkSet.NONE);

  private static Operator operator(Grouping grouping) {
    return new CauseGroups(grouping, WATCHED, Tuning.USUAL);
  }

  private static long at(int i) {
    return START + i * 3L * Traffic.MINUTE;
  }

  private static Traffic traffic() throws IOException {
    Traffic traffic = new Traffic();
    for (String each : List.of("api.expired-vendor.com.", "moved.example.org.")) {
      traffic.add(START - Traffic.HOUR, each, "A").answer(each, "A", "192.0.2.200");
    }
    for (int i = 0; i < 60; i++) {
      String resolver = "198.51.100." + i % 5;
      traffic.nxdomain(at(i), "api.expired-vendor.com.", "A", "com.").to(resolver);
      traffic.nxdomain(at(i), "moved.example.org.", "A", "example.org.").to(resolver);
      traffic
          .nxdomain(at(i), "shop.example.net.", "A", "cdn.test.")
          .answer("shop.example.net.", "CNAME", "gone.cdn.test.")
          .to(resolver);
      traffic.nxdomain(at(10 * i), "nobody-reads-this-mail.com.", "MX", "com.").to(resolver);
      traffic.nxdomain(at(i), "www.wikipedai.org.", "A", "org.").to(resolver);
    }
    return traffic;
  }

  @ParameterizedTest
  @EnumSource(names = {"EXPIRED", "DEFUNCT", "DANGLING", "MAIL", "SLIPS"})
  void tellsWhomManyFailuresAreAbout(Grouping grouping) throws IOException {
    String subject =
        switch (grouping) {
          case EXPIRED -> "expired-vendor.com.";
          case DEFUNCT -> "moved.example.org.";
          case DANGLING -> "shop.example.net.";
          case MAIL -> "nobody-reads-this-mail.com.";
          default -> "wikipedia.org.";
        };
    List<Sighting> found = Play.last(operator(grouping), traffic());
    assertThat(found).extracting(Sighting::subject).containsExactly(subject);
    assertThat(found.getFirst().kind()).isEqualTo(grouping.kind());
    assertThat(found.getFirst().resolvers()).isEqualTo(5);
    assertThat(found.getFirst().sentence()).contains(subject).endsWith(".");
    assertThat(Play.lastWithRestore(() -> operator(grouping), traffic())).isEqualTo(found);
    assertThat(Play.lastOfTwo(() -> operator(grouping), traffic())).isEqualTo(found);
  }

  @ParameterizedTest
  @EnumSource(names = {"EXPIRED", "DEFUNCT"})
  void tellsWhetherAMachineAsksAndSinceWhen(Grouping grouping) throws IOException {
    Sighting regular = Play.last(operator(grouping), traffic()).getFirst();
    assertThat(regular.evidence())
        .contains("\"since\":\"2026-03-02T00:00:00Z\"")
        .contains("\"gap_seconds\":180,\"regular\":\"true\"");
    assertThat(regular.sentence()).startsWith("60 questions of 5 resolvers, one every 3 minutes,");

    Traffic traffic = new Traffic();
    for (String each : List.of("api.expired-vendor.com.", "moved.example.org.")) {
      traffic.add(START - Traffic.HOUR, each, "A").answer(each, "A", "192.0.2.200");
    }
    long nanos = START;
    for (int i = 0; i < 60; i++) {
      nanos += (1 + 7 * i * i % 13) * 20L * Traffic.SECOND;
      traffic.nxdomain(nanos, "api.expired-vendor.com.", "A", "com.");
      traffic.nxdomain(nanos, "moved.example.org.", "A", "example.org.");
    }
    Sighting irregular = Play.last(operator(grouping), traffic).getFirst();
    assertThat(irregular.evidence()).contains("\"regular\":\"false\"");
    assertThat(irregular.sentence()).startsWith("60 questions of 1 resolver for ");
  }

  @Test
  void isQuietAboutSlipsOfNamesThatNobodyWatches() throws IOException {
    Operator operator = new CauseGroups(Grouping.SLIPS, Watchlists.NONE, Tuning.USUAL);
    assertThat(Play.last(operator, traffic())).isEmpty();
  }

  @Test
  void isQuietAboutFewAndAboutMailThatOneResolverLooksFor() throws IOException {
    Traffic traffic = new Traffic();
    for (int i = 0; i < 60; i++) {
      traffic.nxdomain(at(10 * i), "only-one-asks-for-this.com.", "MX", "com.");
      String resolver = "198.51.100." + i % 5;
      traffic.nxdomain(at(i), "one-mailing-went-there.com.", "MX", "com.").to(resolver);
    }
    for (int i = 0; i < 4; i++) {
      traffic.nxdomain(at(i), "few-ask-for-this-one.com.", "MX", "com.").to("198.51.100." + i);
      traffic.nxdomain(at(i), "www.wikipedai.org.", "A", "org.").to("198.51.100." + i);
    }
    for (Grouping grouping : Grouping.values()) {
      assertThat(Play.last(operator(grouping), traffic)).isEmpty();
    }
  }
}
