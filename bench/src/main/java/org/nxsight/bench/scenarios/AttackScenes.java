package org.nxsight.bench.scenarios;

import static org.nxsight.bench.scenarios.Stage.HOUR;
import static org.nxsight.bench.scenarios.Stage.MINUTE;
import static org.nxsight.bench.scenarios.Stage.SECOND;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.nxsight.analysis.cut.PublicSuffixes;
import org.nxsight.analysis.dga.families.Families;
import org.nxsight.analysis.dga.families.Family;
import org.nxsight.analysis.dga.families.Fidelity;
import org.nxsight.analysis.findings.FindingKind;
import org.nxsight.analysis.findings.groups.Alphabet;
import org.nxsight.bench.evaluate.Dice;
import org.nxsight.wire.dns.NameText;

/** Floods of random names, botnets alive and dead, and a search for look-alikes. */
final class AttackScenes {
  private final LocalDate day;

  /** Those of the groups that were played. */
  private final Set<String> suffixes = new HashSet<>();

  AttackScenes(LocalDate day) {
    this.day = day;
  }

  void flood(Stage stage, Strength strength) {
    Dice dice = stage.dice();
    String zone = stage.world().freshDomain().name();
    int perSecond = strength.of(20, 100, 500);
    long start = stage.time(0.3, 0.9);
    long end = start + MINUTE;
    List<Integer> resolvers = stage.resolvers(strength.of(5, 20, 60));
    stage.scatter(
        60 * perSecond,
        start,
        end,
        at -> {
          String name = dice.digits(Dice.ALPHANUMERIC, 6, 14) + "." + zone;
          stage.ask(Ask.missing(at, name, Answer.A, zone, dice.of(resolvers)));
        });
    stage.tell(
        Played.of(FindingKind.RANDOM_SUBDOMAIN_FLOOD, strength, start, end, zone)
            .allowing(FindingKind.SPIKE));
  }

  void group(Stage stage, Strength strength) {
    Dice dice = stage.dice();
    List<Family> families =
        Families.all().stream()
            .filter(f -> !f.dead() && !f.topLevelDomains().contains("bazar"))
            .filter(f -> !f.topLevelDomains().contains("bit"))
            .filter(f -> !f.ofWords() || strength == Strength.STRONG)
            .toList();
    List<String> names = new ArrayList<>();
    int count = strength.of(12, 40, 200);
    Family family;
    do { // another group would be one with the first while that is open
      names.clear();
      family = dice.of(families);
      family.names(dice.bits() >>> 34, day.minusDays(dice.below(700)), count, names::add);
    } while (!Collections.disjoint(suffixes, suffixesOf(names)));
    suffixes.addAll(suffixesOf(names));
    List<Integer> resolvers = stage.resolvers(strength.of(1, 2, 5));
    long start = stage.time(0.2, 0.9);
    long end = start + strength.of(10, 10, 60) * MINUTE;
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      long at = start + (end - start) * i / names.size();
      stage.ask(Ask.missing(at, name, Answer.A, suffix(name), dice.of(resolvers)));
    }
    stage.tell(
        Played.of(FindingKind.DGA_GROUP, strength, start, end, subjects(names, family))
            .marked(names)
            .allowing(FindingKind.SPIKE));
  }

  private static Set<String> suffixesOf(List<String> names) {
    Set<String> all = new HashSet<>();
    names.forEach(name -> all.add(suffix(name)));
    return all;
  }

  /** The family, or a suffix and what the names are made of: both may stand for the group. */
  private static String[] subjects(List<String> names, Family family) {
    List<String> all = new ArrayList<>(List.of(family.name()));
    for (Alphabet alphabet : Alphabet.values()) {
      names.stream()
          .map(name -> suffix(name) + ". " + alphabet.text())
          .distinct()
          .forEach(all::add);
    }
    return all.toArray(String[]::new);
  }

  private static String suffix(String name) {
    byte[] wire = Answer.name(name);
    int offset = PublicSuffixes.suffixOffset(wire, 0);
    StringBuilder text = new StringBuilder();
    NameText.append(text, wire, offset, wire.length - offset);
    String suffix = text.toString();
    return suffix.length() > 1 && suffix.endsWith(".")
        ? suffix.substring(0, suffix.length() - 1)
        : suffix;
  }

  void deadBotnet(Stage stage, Strength strength) {
    Dice dice = stage.dice();
    List<Family> families =
        Families.all().stream()
            .filter(f -> f.dead() && f.fidelity() == Fidelity.EXACT && !f.ofWords())
            .filter(f -> f.listNames() >= 10)
            .toList();
    Family family = families.get((strength.ordinal() + 3 * dice.below(9)) % families.size());
    List<String> names = new ArrayList<>();
    family.names(dice.of(family.seeds()), day, Math.min(200, family.listNames()), names::add);
    List<Integer> resolvers = stage.resolvers(strength.of(2, 6, 30));
    long start = stage.time(0.1, 0.6);
    long end = start + 6 * HOUR;
    stage.scatter(
        strength.of(10, 60, 400),
        start,
        end,
        at -> {
          String name = dice.of(names);
          stage.ask(Ask.missing(at, name, Answer.A, suffix(name), dice.of(resolvers)));
        });
    stage.tell(
        Played.of(FindingKind.DEAD_BOTNET, strength, start, end, family.name())
            .marked(names)
            .allowing(FindingKind.DGA_GROUP));
  }

  void lookAlikes(Stage stage, Strength strength) {
    Dice dice = stage.dice();
    String target = dice.of("facebook", "microsoft", "pinterest", "instagram", "cloudflare");
    long start = stage.time(0.2, 0.9);
    long end = start + 5 * MINUTE;
    int resolver = stage.resolvers(1).getFirst();
    List<String> names = slips(dice, target, strength.of(25, 100, 400));
    for (int i = 0; i < names.size(); i++) {
      long at = start + (end - start) * i / names.size() + SECOND;
      stage.ask(Ask.missing(at, names.get(i), Answer.A, "com", resolver));
    }
    stage.tell(
        Played.of(FindingKind.LOOKALIKE_SCAN, strength, start, end, target + ".com")
            .marked(names)
            .allowing(FindingKind.SPIKE));
  }

  void brandTypos(Stage stage, Strength strength) {
    Dice dice = stage.dice();
    String brand =
        switch (strength) {
          case WEAK -> "cedarwellbank";
          case PLAIN -> "brightharbor";
          case STRONG -> "nordlichtreisen";
        };
    stage.watchBrand(brand + ".com");
    List<String> names = slips(dice, brand, strength.of(5, 15, 40));
    List<Integer> resolvers = stage.resolvers(strength.of(4, 15, 50));
    long start = stage.time(0.1, 0.2);
    long end = stage.endNanos();
    stage.scatter(
        strength.of(15, 100, 1000),
        start,
        end,
        at -> stage.ask(Ask.missing(at, dice.of(names), 1, "com", dice.of(resolvers))));
    stage.tell(
        Played.of(FindingKind.BRAND_TYPOS, strength, start, end, brand + ".com").marked(names));
  }

  static List<String> slips(Dice dice, String label, int count) {
    Set<String> names = new LinkedHashSet<>();
    while (names.size() < count) {
      int at = dice.between(1, label.length() - 1);
      String letter = dice.digits(Dice.LETTERS, 1);
      String slip =
          switch (dice.below(3)) {
            case 0 -> label.substring(0, at) + label.substring(Math.min(label.length(), at + 1));
            case 1 -> label.substring(0, at) + letter + label.substring(at);
            default -> label.substring(0, at) + letter + label.substring(at + 1);
          };
      if (!slip.equals(label)) {
        names.add(slip + ".com");
      }
    }
    return List.copyOf(names);
  }
}
