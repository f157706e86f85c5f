package org.nxsight.analysis.findings.groups;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nxsight.analysis.dga.families.Families;
import org.nxsight.analysis.dga.families.Family;
import org.nxsight.analysis.findings.FindingKind;
import org.nxsight.analysis.findings.Operator;
import org.nxsight.analysis.findings.Play;
import org.nxsight.analysis.findings.Severity;
import org.nxsight.analysis.findings.Sighting;
import org.nxsight.analysis.findings.Traffic;
import org.nxsight.analysis.findings.Tuning;

class GroupsTest {
  private static final long START = Traffic.START_NANOS + 12 * Traffic.HOUR;
  private static final int SLOTS = 1 << 8;
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

  private static Operator operator(GroupedBy by) {
    return new GeneratedGroups(by, Tuning.USUAL, SLOTS);
  }

  /** Labels of 12 to 15 letters that no known generator makes. */
  private static List<String> generated(int count) {
    Random random = new Random(4);
    List<String> names = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      StringBuilder name = new StringBuilder();
      for (int left = 12 + random.nextInt(4); left > 0; left--) {
        name.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
      }
      names.add(name.toString());
    }
    return names;
  }

  private static void ask(Traffic traffic, List<String> labels, String suffix, String resolver)
      throws IOException {
    for (int i = 0; i < labels.size(); i++) {
      long now = START + i * 20L * Traffic.SECOND;
      traffic.nxdomain(now, labels.get(i) + "." + suffix, "A", suffix).to(resolver);
    }
  }

  private static List<String> words() {
    return List.of(
        "harborcoffee",
        "mapleclinic",
        "brightwindow",
        "gardenstudio",
        "silverhorse",
        "thunderbooks",
        "oakvillageschool",
        "dailytribune",
        "littlebakery",
        "northfarm",
        "velvetphoto",
        "granitehouse",
        "candlestore",
        "schneidergroup",
        "riverdental",
        "bluecanyon",
        "happyfishing",
        "crystalhealth",
        "anchorboats",
        "meadowmusic");
  }

  @ParameterizedTest
  @EnumSource
  void findsTenNamesOfNoKnownGeneratorAmongTwentyOthers(GroupedBy by) throws IOException {
    Traffic traffic = new Traffic();
    ask(traffic, generated(10), "com.", "198.51.100.7");
    ask(traffic, words(), "com.", "198.51.100.8");
    List<Sighting> found = Play.last(operator(by), traffic);
    assertThat(found).extracting(Sighting::subject).containsExactly("com. letters");
    Sighting group = found.getFirst();
    assertThat(group.kind()).isEqualTo(FindingKind.DGA_GROUP);
    assertThat(group.severity()).isGreaterThanOrEqualTo(Severity.MEDIUM);
    // One of the others looks a little generated, too.
    assertThat(group.resolvers()).isBetween(1L, 2L);
    assertThat(group.count()).isBetween(9L, 14L);
    assertThat(group.evidence())
        .contains("\"alphabet\":\"letters\"", "\"longest\":15", "\"suffixes\":[\"com.\"]");
    assertThat(group.sentence()).contains("com. letters").endsWith(".");
    assertThat(Play.lastWithRestore(() -> operator(by), traffic)).isEqualTo(found);
    assertThat(Play.lastOfTwo(() -> operator(by), traffic)).isEqualTo(found);
  }

  @Test
  void findsNamesBelowManySuffixesByTheirResolver() throws IOException {
    Traffic traffic = new Traffic();
    List<String> labels = generated(12);
    List<String> suffixes = List.of("com.", "net.", "org.", "info.", "biz.", "ru.");
    for (int i = 0; i < labels.size(); i++) {
      ask(traffic, labels.subList(i, i + 1), suffixes.get(i % 6), "198.51.100.7");
    }
    assertThat(Play.last(operator(GroupedBy.SUFFIX), traffic)).isEmpty();
    List<Sighting> found = Play.last(operator(GroupedBy.RESOLVER), traffic);
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().evidence()).contains("\"biz.\"", "\"ru.\"");
  }

  @Test
  void countsAllResolversThatAskForNamesOfTheGroup() throws IOException {
    Traffic traffic = new Traffic();
    for (int i = 0; i < 6; i++) {
      ask(traffic, generated(10), "com.", "198.51.100." + i);
    }
    for (GroupedBy by : GroupedBy.values()) {
      List<Sighting> found = Play.last(operator(by), traffic);
      assertThat(found).hasSize(1);
      assertThat(found.getFirst().resolvers()).isEqualTo(6);
      assertThat(found.getFirst().count()).isBetween(54L, 60L);
    }
  }

  @ParameterizedTest
  @EnumSource
  void isQuietAboutWordsRandomHostsOfOneDomainAndOneNameAskedOften(GroupedBy by)
      throws IOException {
    Traffic traffic = new Traffic();
    ask(traffic, words(), "com.", "198.51.100.7");
    for (int i = 0; i < 40; i++) {
      String host = generated(40).get(i);
      long now = START + i * 10L * Traffic.SECOND;
      traffic.nxdomain(now, host + ".nobody-has-this.com.", "A", "com.");
      traffic.nxdomain(now, host + ".example.net.", "A", "example.net.");
      traffic.nxdomain(now, generated(1).getFirst() + ".org.", "A", "org.");
    }
    assertThat(Play.last(operator(by), traffic)).isEmpty();
  }

  private static Family family(String name) {
    return Families.all().stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
  }

  private static List<String> today(String family, int count) {
    List<String> names = new ArrayList<>();
    family(family)
        .names(family(family).seeds().getFirst(), LocalDate.of(2026, 3, 2), count, names::add);
    return names;
  }

  /** Enough of another day for the program to believe that it is that day. */
  private static Traffic traffic() throws IOException {
    Traffic traffic = new Traffic();
    for (int i = 0; i < 10_000; i++) {
      traffic.nxdomain(Traffic.START_NANOS + i, "nobody-has-this.com.", "A", "com.");
    }
    return traffic;
  }

  private static void askNames(Traffic traffic, List<String> names, int times) throws IOException {
    for (int i = 0; i < times; i++) {
      String name = names.get(i % names.size());
      traffic
          .nxdomain(
              START + i * 20L * Traffic.SECOND,
              name + ".",
              "A",
              name.substring(name.lastIndexOf('.') + 1) + ".")
          .to("198.51.100." + i % 3);
    }
  }

  @Test
  void namesTheFamilyAndTheDayOfExactNames() throws IOException {
    Traffic traffic = traffic();
    askNames(traffic, today("ranbyus", 4), 12);
    List<Sighting> found = Play.last(new KnownFamilies(Tuning.USUAL), traffic);
    assertThat(found).hasSize(1);
    Sighting group = found.getFirst();
    assertThat(group.kind()).isEqualTo(FindingKind.DGA_GROUP);
    assertThat(group.subject()).isEqualTo("ranbyus");
    assertThat(group.resolvers()).isEqualTo(3);
    assertThat(group.evidence()).contains("\"first_day\":\"2026-03-02\"", "\"names\":4");
    assertThat(Play.lastWithRestore(() -> new KnownFamilies(Tuning.USUAL), traffic))
        .isEqualTo(found);
    assertThat(Play.lastOfTwo(() -> new KnownFamilies(Tuning.USUAL), traffic)).isEqualTo(found);
    for (GroupedBy by : GroupedBy.values()) {
      assertThat(Play.last(operator(by), traffic)).isEmpty();
    }
  }

  @Test
  void isQuietAboutFewNamesOfALivingFamilyHoweverOften() throws IOException {
    Traffic traffic = traffic();
    askNames(traffic, today("ranbyus", 3), 60);
    assertThat(Play.last(new KnownFamilies(Tuning.USUAL), traffic)).isEmpty();
  }

  @Test
  void tellsLeftoversOfDeadBotnetsFromOneName() throws IOException {
    Traffic traffic = traffic();
    askNames(traffic, today("conficker-a", 1), 5);
    List<Sighting> found = Play.last(new KnownFamilies(Tuning.USUAL), traffic);
    assertThat(found).extracting(Sighting::kind).containsExactly(FindingKind.DEAD_BOTNET);
    assertThat(found.getFirst().subject()).isEqualTo("conficker-a");
    assertThat(found.getFirst().severity()).isEqualTo(Severity.MEDIUM);
  }

  @Test
  void saysWhichFamilyMakesNamesLikeThese() throws IOException {
    Traffic traffic = new Traffic();
    List<String> labels = new ArrayList<>();
    family("ramdo")
        .names(
            77,
            LocalDate.of(2020, 1, 1),
            10,
            name -> labels.add(name.substring(0, name.indexOf('.'))));
    ask(traffic, labels, "org.", "198.51.100.7");
    List<Sighting> found = Play.last(operator(GroupedBy.RESOLVER), traffic);
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().evidence()).contains("\"resembles\":[\"ramdo\"]");
  }
}
